package dev.sspr.spi.broken;

import dev.sspr.spi.AccountsByKey;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryAccountsByKeyTest;
import dev.sspr.spi.memory.InMemoryMethodStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Method stores that tell wrongly which keys their bodies need. */
final class BrokenKeyLists {
    private BrokenKeyLists() {}

    /** The twin, to be changed. */
    private static class Forwarding implements MethodStore, AccountsByKey {
        final InMemoryMethodStore twin;

        Forwarding(InMemoryMethodStore twin) {
            this.twin = twin;
        }

        @Override
        public Optional<MethodSet> find(UserId user) {
            return twin.find(user);
        }

        @Override
        public Stored store(MethodSet next) {
            return twin.store(next);
        }

        @Override
        public void remove(UserId user) {
            twin.remove(user);
        }

        @Override
        public Set<Integer> keys() {
            return twin.keys();
        }

        @Override
        public long count(int key) {
            return twin.count(key);
        }

        @Override
        public List<UserId> accounts(int key, Optional<UserId> after, int limit) {
            return twin.accounts(key, after, limit);
        }
    }

    private static final class Fixture extends InMemoryAccountsByKeyTest {
        private final MethodStore broken;
        private final MethodStore other;

        Fixture(Function<InMemoryMethodStore, MethodStore> broken, boolean ofOther) {
            this.other = broken.apply(store);
            this.broken = ofOther ? store : other;
        }

        @Override
        protected MethodStore store() {
            return broken;
        }

        @Override
        protected Optional<MethodStore> otherNode() {
            return Optional.of(other);
        }
    }

    private static Supplier<Contract> with(Function<InMemoryMethodStore, MethodStore> broken) {
        return () -> new Fixture(broken, false);
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("SK1", "remembers keys that are gone", with(twin -> new Forwarding(twin) {
                    private final Set<Integer> all = new HashSet<>();

                    @Override
                    public Set<Integer> keys() {
                        Set<Integer> now = twin.keys();
                        if (now.contains(128)) {
                            all.addAll(now);
                        }
                        Set<Integer> told = new HashSet<>(now);
                        told.addAll(all);
                        return told;
                    }
                })),
                Broken.of("SK2", "counts a hundred at most, in tens", with(twin -> new Forwarding(twin) {
                    @Override
                    public long count(int key) {
                        long count = twin.count(key);
                        return count > 10 ? 10 : count;
                    }
                })),
                Broken.of(
                        "SK3",
                        "is told its keys once",
                        () -> new Fixture(
                                twin -> new Forwarding(twin) {
                                    private Set<Integer> told = Set.of();

                                    @Override
                                    public Set<Integer> keys() {
                                        told = told.isEmpty() ? twin.keys() : told;
                                        return told;
                                    }
                                },
                                true)),
                Broken.of("SK5", "takes away what it has counted twice", with(twin -> new Forwarding(twin) {
                    private int asked;

                    @Override
                    public long count(int key) {
                        long count = twin.count(key);
                        asked += key == 9 ? 1 : 0;
                        if (asked == 2) {
                            twin.accounts(key, Optional.empty(), 100).forEach(twin::remove);
                        }
                        return count;
                    }
                })),
                Broken.of("SK4", "answers an outage as no key", with(twin -> new Forwarding(twin) {
                    @Override
                    public Set<Integer> keys() {
                        try {
                            return twin.keys();
                        } catch (BackendUnavailableException e) {
                            return Set.of();
                        }
                    }
                })),
                Broken.of("AK1", "answers an outage as the last page", with(twin -> new Forwarding(twin) {
                    @Override
                    public List<UserId> accounts(int key, Optional<UserId> after, int limit) {
                        try {
                            return twin.accounts(key, after, limit);
                        } catch (BackendUnavailableException e) {
                            return List.of();
                        }
                    }
                })),
                Broken.of("AK2", "begins after the account itself only", with(twin -> new Forwarding(twin) {
                    @Override
                    public List<UserId> accounts(int key, Optional<UserId> after, int limit) {
                        List<UserId> all = twin.accounts(key, Optional.empty(), Integer.MAX_VALUE);
                        boolean gone = limit == 10 && after.isPresent() && !all.contains(after.get());
                        return gone ? List.of() : twin.accounts(key, after, limit);
                    }
                })),
                Broken.of("AK3", "never fills a large page", with(twin -> new Forwarding(twin) {
                    @Override
                    public List<UserId> accounts(int key, Optional<UserId> after, int limit) {
                        List<UserId> page = twin.accounts(key, after, limit);
                        return limit == 6 && page.size() == 6 ? page.subList(0, 5) : page;
                    }
                })),
                Broken.of("AK4", "lists the last account of a page again", with(twin -> new Forwarding(twin) {
                    @Override
                    public List<UserId> accounts(int key, Optional<UserId> after, int limit) {
                        List<UserId> page = new ArrayList<>(twin.accounts(key, after, limit));
                        if (limit == 7 && after.isPresent() && page.size() == 7) {
                            page.remove(6);
                            page.add(0, after.get());
                        }
                        return page;
                    }
                })));
    }
}
