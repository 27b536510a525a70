package dev.sspr.spi.broken;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryCounterStoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Counter stores that are wrong. */
final class BrokenCounterStores {
    private BrokenCounterStores() {}

    /** The twin's fixture with something in front of the twin. */
    private static class Fixture extends InMemoryCounterStoreTest {
        private final CounterStore broken;

        Fixture(Function<CounterStore, CounterStore> broken) {
            this.broken = broken.apply(store);
        }

        @Override
        protected CounterStore store() {
            return broken;
        }

        @Override
        protected Optional<CounterStore> otherNode() {
            return Optional.of(broken);
        }

        @Override
        protected int junk() {
            return 600;
        }

        @Override
        protected int rounds() {
            return 4;
        }
    }

    /** Changes one addition to the twin. */
    private interface Adding {
        CounterStore.Charge add(
                CounterStore twin, CounterKey key, long amount, long limit, Duration window, Instant now);
    }

    private static Supplier<Contract> with(Function<CounterStore, CounterStore> broken) {
        return () -> new Fixture(broken);
    }

    private static Supplier<Contract> adding(Supplier<Adding> adding) {
        return with(twin -> {
            Adding one = adding.get();
            return new ForwardingCounterStore(twin) {
                @Override
                public CounterStore.Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
                    boolean unsound = key == null || window == null || now == null || amount < 0 || limit < 0;
                    return unsound || window.isNegative() || window.isZero()
                            ? super.add(key, amount, limit, window, now)
                            : one.add(twin, key, amount, limit, window, now);
                }
            };
        });
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("C1", "remembers the first limit", adding(() -> {
                    Map<CounterKey, Long> limits = new ConcurrentHashMap<>();
                    return (twin, key, amount, limit, window, now) -> {
                        long known = Math.min(limit, limits.getOrDefault(key, limit));
                        CounterStore.Charge charge = twin.add(key, amount, known, window, now);
                        if (amount > 0 && charge instanceof CounterStore.Charge.Added) {
                            limits.putIfAbsent(key, limit);
                        }
                        return charge;
                    };
                })),
                Broken.of("C2", "reads, then adds", adding(() -> {
                    Meeting meeting = new Meeting();
                    return (twin, key, amount, limit, window, now) -> {
                        CounterStore.Charge read = twin.add(key, 0, limit, window, now);
                        if (amount == 0 || amount > limit - read.total()) {
                            return twin.add(key, amount, limit, window, now);
                        }
                        meeting.await();
                        return twin.add(key, amount, Long.MAX_VALUE, window, now);
                    };
                })),
                // C5 refuses an addition in the middle of its story
                Broken.of(
                        "C3",
                        "fills up to the limit",
                        Set.of("C5"),
                        adding(() -> (twin, key, amount, limit, w, now) -> {
                            CounterStore.Charge charge = twin.add(key, amount, limit, w, now);
                            if (charge instanceof CounterStore.Charge.Full && limit > charge.total()) {
                                twin.add(key, limit - charge.total(), limit, w, now);
                            }
                            return charge;
                        })),
                // these look at the end of a window too
                Broken.of(
                        "C4",
                        "a window has one millisecond more",
                        Set.of("C3", "C5", "C11"),
                        adding(() -> (twin, key, amount, limit, window, now) ->
                                earlier(twin.add(key, amount, limit, window.plusMillis(1), now)))),
                Broken.of("C5", "a clock behind opens a new window", adding(() -> {
                    Map<CounterKey, Instant> latest = new ConcurrentHashMap<>();
                    return (twin, key, amount, limit, window, now) -> {
                        if (now.isBefore(latest.getOrDefault(key, now))) {
                            twin.clear(key);
                        }
                        latest.merge(key, now, (a, b) -> a.isAfter(b) ? a : b);
                        return twin.add(key, amount, limit, window, now);
                    };
                })),
                Broken.of("C6", "compares half of a key", with(BrokenCounterStores::halfKeys)),
                // C4 refunds into an empty counter
                Broken.of("C7", "a refund too many gives credit", Set.of("C4"), with(BrokenCounterStores::givesCredit)),
                // C6 and C10 clear one of their counters
                Broken.of(
                        "C8", "clear does nothing", Set.of("C6", "C10"), with(twin -> new ForwardingCounterStore(twin) {
                            @Override
                            public void clear(CounterKey key) {
                                twin.refund(key, 0, Instant.EPOCH);
                            }
                        })),
                Broken.of("C9", "evicts when it is full", () -> new Fixture(twin -> evicting(twin, 500)) {
                    @Override
                    protected Optional<CounterStore> storeFor(int keys) {
                        return Optional.of(evicting(new InMemoryCounterStore(), keys));
                    }
                }),
                Broken.of("C10", "each node counts for itself", () -> new Fixture(twin -> twin) {
                    private final CounterStore second = new InMemoryCounterStore();

                    @Override
                    protected Optional<CounterStore> otherNode() {
                        return Optional.of(second);
                    }
                }),
                Broken.of(
                        "C11", "reading a full counter is refused", adding(() -> (twin, key, amount, limit, w, now) -> {
                            CounterStore.Charge charge = twin.add(key, amount, limit, w, now);
                            return charge.total() > limit
                                    ? new CounterStore.Charge.Full(charge.total(), charge.resetsAt())
                                    : charge;
                        })),
                Broken.of("C12", "an outage is a free pass", adding(() -> (twin, key, amount, limit, window, now) -> {
                    try {
                        return twin.add(key, amount, limit, window, now);
                    } catch (BackendUnavailableException e) {
                        return new CounterStore.Charge.Added(amount, now.plus(window));
                    }
                })),
                Broken.of("C13", "takes null for its own clock", with(twin -> new ForwardingCounterStore(twin) {
                    @Override
                    public void refund(CounterKey key, long amount, Instant now) {
                        super.refund(key, amount, now == null ? Instant.EPOCH : now);
                    }
                })),
                Broken.of("C13", "takes a negative amount for a refund", with(twin -> new ForwardingCounterStore(twin) {
                    @Override
                    public CounterStore.Charge add(
                            CounterKey key, long amount, long limit, Duration window, Instant now) {
                        if (amount < 0) {
                            super.refund(key, 1, now);
                            return super.add(key, 0, limit, window, now);
                        }
                        return super.add(key, amount, limit, window, now);
                    }
                })));
    }

    private static CounterStore.Charge earlier(CounterStore.Charge charge) {
        Instant end = charge.resetsAt().minusMillis(1);
        return charge instanceof CounterStore.Charge.Added
                ? new CounterStore.Charge.Added(charge.total(), end)
                : new CounterStore.Charge.Full(charge.total(), end);
    }

    private static CounterStore halfKeys(CounterStore twin) {
        Map<Long, CounterKey> known = new ConcurrentHashMap<>();
        return new ForwardingCounterStore(twin) {
            @Override
            public CounterStore.Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
                CounterKey half = known.computeIfAbsent(key.digest().high(), h -> key);
                return super.add(half, amount, limit, window, now);
            }
        };
    }

    private static CounterStore givesCredit(CounterStore twin) {
        Map<CounterKey, Long> credit = new ConcurrentHashMap<>();
        return new ForwardingCounterStore(twin) {
            @Override
            public CounterStore.Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
                long more = key == null || limit < 0 ? 0 : credit.getOrDefault(key, 0L);
                return super.add(key, amount, limit + more, window, now);
            }

            @Override
            public void refund(CounterKey key, long amount, Instant now) {
                super.refund(key, amount, now);
                long left = super.add(key, 0, 0, Duration.ofDays(1), now).total();
                if (left == 0) {
                    credit.put(key, amount);
                }
            }
        };
    }

    private static CounterStore evicting(CounterStore twin, int keys) {
        Set<CounterKey> known = new LinkedHashSet<>();
        return new ForwardingCounterStore(twin) {
            @Override
            public synchronized CounterStore.Charge add(
                    CounterKey key, long amount, long limit, Duration window, Instant now) {
                if (known.add(key) && known.size() > keys) {
                    Iterator<CounterKey> oldest = known.iterator();
                    super.clear(oldest.next());
                    oldest.remove();
                }
                return super.add(key, amount, limit, window, now);
            }
        };
    }
}
