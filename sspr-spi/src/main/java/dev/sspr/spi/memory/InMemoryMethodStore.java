package dev.sspr.spi.memory;

import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Security info in the heap of one process. It is lost when the process stops, and all users must enrol again.
 *
 * <p><b>Threads.</b> Safe for use by many threads; each method is one atomic step. One lock serves all accounts,
 * because a claim is compared with every other account; it is held only for two map look-ups.
 */
public final class InMemoryMethodStore implements MethodStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UserId, MethodStore.MethodSet> sets = new HashMap<>();
    private final Map<Digest, UserId> claims = new HashMap<>();
    private final Faults faults = new Faults("the method store");

    /** Makes an empty store. */
    public InMemoryMethodStore() {}

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * The number of accounts with security info.
     *
     * @return 0 or more
     */
    public int size() {
        return locked(sets::size);
    }

    @Override
    public Optional<MethodStore.MethodSet> find(UserId user) {
        Objects.requireNonNull(user, "user");
        return faults.around("find", () -> locked(() -> Optional.ofNullable(sets.get(user))));
    }

    @Override
    public Stored store(MethodStore.MethodSet next) {
        Objects.requireNonNull(next, "next");
        return faults.around("store", () -> locked(() -> judge(next)));
    }

    @Override
    public void remove(UserId user) {
        Objects.requireNonNull(user, "user");
        boolean unused = faults.around(
                "remove",
                () -> locked(() -> {
                    MethodStore.MethodSet gone = sets.remove(user);
                    if (gone != null) {
                        claims.keySet().removeAll(gone.claims());
                    }
                    return gone != null;
                }));
    }

    private Stored judge(MethodStore.MethodSet next) {
        MethodStore.MethodSet kept = sets.get(next.user());
        long version = kept == null ? 0 : kept.version();
        if (version != next.version() - 1) {
            return Stored.CHANGED;
        }
        for (Digest claim : next.claims()) {
            if (!claims.getOrDefault(claim, next.user()).equals(next.user())) {
                return Stored.CLAIMED;
            }
        }
        if (kept != null) {
            claims.keySet().removeAll(kept.claims());
        }
        next.claims().forEach(claim -> claims.put(claim, next.user()));
        sets.put(next.user(), next);
        return Stored.STORED;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
