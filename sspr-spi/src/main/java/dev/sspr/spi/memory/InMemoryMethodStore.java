package dev.sspr.spi.memory;

import dev.sspr.spi.AccountsByKey;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Security info in the heap of one process. It is lost when the process stops, and all users must enrol again.
 *
 * <p><b>Threads.</b> Safe for use by many threads; each method is one atomic step. One lock serves all accounts,
 * because a claim is compared with every other account; it is held only for two map look-ups.
 */
public final class InMemoryMethodStore implements MethodStore, AccountsByKey {
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

    @Override
    public Set<Integer> keys() {
        return faults.around(
                "keys",
                () -> locked(() -> sets.values().stream()
                        .flatMapToInt(set -> set.body().key().stream())
                        .boxed()
                        .collect(Collectors.toUnmodifiableSet())));
    }

    @Override
    public long count(int key) {
        return faults.around("count", () -> locked(() -> ofKey(key).count()));
    }

    @Override
    public List<UserId> accounts(int key, Optional<UserId> after, int limit) {
        Objects.requireNonNull(after, "after");
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, this is " + limit);
        }
        return faults.around(
                "accounts",
                () -> locked(() -> ofKey(key)
                        .filter(user -> after.isEmpty()
                                || user.value().compareTo(after.get().value()) > 0)
                        .sorted(Comparator.comparing(UserId::value))
                        .limit(limit)
                        .toList()));
    }

    private Stream<UserId> ofKey(int key) {
        OptionalInt wanted = OptionalInt.of(key);
        return sets.values().stream()
                .filter(set -> set.body().key().equals(wanted))
                .map(MethodStore.MethodSet::user);
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
