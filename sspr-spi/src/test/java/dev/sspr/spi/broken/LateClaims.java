package dev.sspr.spi.broken;

import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Judges claims by a look that comes before the write; the twin gets claims that never meet. */
final class LateClaims extends ForwardingMethodStore {
    private final Map<Digest, UserId> holders = new ConcurrentHashMap<>();
    private final Meeting meeting = new Meeting();

    LateClaims(MethodStore twin) {
        super(twin);
    }

    private static MethodStore.MethodSet apart(MethodStore.MethodSet s) {
        long mask = s.user().hashCode() * 0x9E3779B97F4A7C15L;
        Set<Digest> claims = s.claims().stream()
                .map(claim -> new Digest(claim.high() ^ mask, claim.low()))
                .collect(Collectors.toSet());
        return new MethodStore.MethodSet(s.user(), s.version(), claims, s.body());
    }

    @Override
    public Optional<MethodStore.MethodSet> find(UserId user) {
        return super.find(user).map(LateClaims::apart);
    }

    @Override
    public Stored store(MethodStore.MethodSet next) {
        if (next == null) {
            return super.store(next);
        }
        if (next.claims().stream()
                .anyMatch(c -> !holders.getOrDefault(c, next.user()).equals(next.user()))) {
            return Stored.CLAIMED;
        }
        meeting.await();
        Set<Digest> before =
                find(next.user()).map(MethodStore.MethodSet::claims).orElse(Set.of());
        Stored answer = super.store(apart(next));
        if (answer == Stored.STORED) {
            holders.keySet().removeAll(new HashSet<>(before));
            next.claims().forEach(claim -> holders.put(claim, next.user()));
        }
        return answer;
    }

    @Override
    public void remove(UserId user) {
        super.remove(user);
        holders.values().removeIf(holder -> holder.equals(user));
    }
}
