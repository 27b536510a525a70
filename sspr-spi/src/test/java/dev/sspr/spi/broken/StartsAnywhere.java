package dev.sspr.spi.broken;

import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps whatever comes first, in its own version, in a map of its own. */
final class StartsAnywhere extends ForwardingMethodStore {
    private final Map<UserId, MethodStore.MethodSet> odd = new ConcurrentHashMap<>();

    StartsAnywhere(MethodStore twin) {
        super(twin);
    }

    @Override
    public Optional<MethodStore.MethodSet> find(UserId user) {
        return user != null && odd.containsKey(user) ? Optional.of(odd.get(user)) : super.find(user);
    }

    @Override
    public Stored store(MethodStore.MethodSet next) {
        if (next != null && next.version() > 1 && find(next.user()).isEmpty()) {
            odd.put(next.user(), next);
            return Stored.STORED;
        }
        return super.store(next);
    }
}
