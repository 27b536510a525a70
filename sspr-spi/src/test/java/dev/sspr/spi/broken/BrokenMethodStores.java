package dev.sspr.spi.broken;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryMethodStoreTest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Method stores that are wrong. */
final class BrokenMethodStores {
    private BrokenMethodStores() {}

    /** The twin's fixture with something in front of the twin. */
    private static class Fixture extends InMemoryMethodStoreTest {
        private final MethodStore broken;

        Fixture(Function<MethodStore, MethodStore> broken) {
            this.broken = broken.apply(store);
        }

        @Override
        protected MethodStore store() {
            return broken;
        }

        @Override
        protected Optional<MethodStore> otherNode() {
            return Optional.of(broken);
        }

        @Override
        protected int rounds() {
            return 4;
        }
    }

    private static Supplier<Contract> with(Function<MethodStore, MethodStore> broken) {
        return () -> new Fixture(broken);
    }

    private static Supplier<Contract> withTenant(Function<MethodStore, MethodStore> other) {
        return () -> new Fixture(twin -> twin) {
            @Override
            protected Optional<MethodStore> otherTenant() {
                return Optional.of(other.apply(store));
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("M1", "has a column of 4096 bytes", with(twin -> new ForwardingMethodStore(twin) {
                    @Override
                    public Stored store(MethodStore.MethodSet s) {
                        byte[] bytes = s.body().bytes();
                        SealedBody cut = SealedBody.of(Arrays.copyOf(bytes, Math.min(4096, bytes.length)));
                        return super.store(new MethodStore.MethodSet(s.user(), s.version(), s.claims(), cut));
                    }
                })),
                // a test of M4 looks at what is kept of 64 claims
                Broken.of("M1", "finds 16 claims at most", Set.of("M4"), with(twin -> new ForwardingMethodStore(twin) {
                    @Override
                    public Optional<MethodStore.MethodSet> find(UserId user) {
                        return super.find(user)
                                .map(s -> new MethodStore.MethodSet(
                                        user,
                                        s.version(),
                                        s.claims().stream().limit(16).collect(Collectors.toSet()),
                                        s.body()));
                    }
                })),
                Broken.of("M2", "looks at the version, then writes", with(BrokenMethodStores::checksThenActs)),
                // the next version of what is not there is CHANGED in the tests of M3 and M6 too
                Broken.of("M2", "keeps any first version", Set.of("M3", "M6"), with(StartsAnywhere::new)),
                Broken.of("M3", "keeps the claims of what is CHANGED", with(twin -> new ForwardingMethodStore(twin) {
                    @Override
                    public Stored store(MethodStore.MethodSet next) {
                        Stored answer = super.store(next);
                        if (answer == Stored.CHANGED) {
                            next.claims().forEach(claim -> keepFor(twin, claim));
                        }
                        return answer;
                    }
                })),
                // M6 has a set CLAIMED and then stored
                Broken.of(
                        "M3",
                        "keeps what is CLAIMED, without the claims",
                        Set.of("M6"),
                        with(twin -> new ForwardingMethodStore(twin) {
                            @Override
                            public Stored store(MethodStore.MethodSet next) {
                                Stored answer = super.store(next);
                                if (answer == Stored.CLAIMED && next.version() == 1) {
                                    super.store(new MethodStore.MethodSet(next.user(), 1, Set.of(), next.body()));
                                }
                                return answer;
                            }
                        })),
                Broken.of("M4", "looks for a claim, then writes", with(LateClaims::new)),
                Broken.of("M4", "never frees a claim", with(BrokenMethodStores::neverFrees)),
                Broken.of("M5", "a second node caches sets", () -> new Fixture(twin -> twin) {
                    @Override
                    protected Optional<MethodStore> otherNode() {
                        Map<UserId, Optional<MethodStore.MethodSet>> cache = new ConcurrentHashMap<>();
                        return Optional.of(new ForwardingMethodStore(store) {
                            @Override
                            public Optional<MethodStore.MethodSet> find(UserId user) {
                                return cache.computeIfAbsent(user, super::find);
                            }
                        });
                    }
                }),
                // M5 ends with a claim that was removed on the other node
                Broken.of("M6", "remove keeps the claims", Set.of("M5"), with(twin -> new ForwardingMethodStore(twin) {
                    @Override
                    public void remove(UserId user) {
                        Set<Digest> claims = super.find(user)
                                .map(MethodStore.MethodSet::claims)
                                .orElse(Set.of());
                        super.remove(user);
                        claims.forEach(claim -> keepFor(twin, claim));
                    }
                })),
                Broken.of("M6", "remove is final", with(twin -> new ForwardingMethodStore(twin) {
                    private final Set<UserId> gone = ConcurrentHashMap.newKeySet();

                    @Override
                    public Stored store(MethodStore.MethodSet next) {
                        return gone.contains(next.user()) ? Stored.CHANGED : super.store(next);
                    }

                    @Override
                    public void remove(UserId user) {
                        if (super.find(user).isPresent()) {
                            gone.add(user);
                        }
                        super.remove(user);
                    }
                })),
                Broken.of("M7", "tenants share accounts", withTenant(twin -> twin)),
                Broken.of(
                        "M7",
                        "tenants share claims",
                        withTenant(twin -> new RenamingMethodStore(twin, user -> new UserId(user.value() + " 2")) {
                            @Override
                            public Optional<MethodStore.MethodSet> find(UserId user) {
                                return super.find(user)
                                        .map(s -> new MethodStore.MethodSet(user, s.version(), s.claims(), s.body()));
                            }
                        })),
                Broken.of(
                        "M8",
                        "compares ids without case",
                        with(twin -> new RenamingMethodStore(
                                twin, user -> new UserId(user.value().toLowerCase(Locale.ROOT))))),
                Broken.of(
                        "M8",
                        "ignores spaces at the end of an id",
                        with(twin -> new RenamingMethodStore(
                                twin, user -> new UserId(user.value().stripTrailing())))),
                Broken.of("M9", "takes an outage for 'no set'", with(twin -> new ForwardingMethodStore(twin) {
                    @Override
                    public Optional<MethodStore.MethodSet> find(UserId user) {
                        try {
                            return super.find(user);
                        } catch (BackendUnavailableException e) {
                            return Optional.empty();
                        }
                    }
                })),
                Broken.of("M10", "removes nothing for null", with(twin -> new ForwardingMethodStore(twin) {
                    @Override
                    public void remove(UserId user) {
                        if (user != null) {
                            super.remove(user);
                        }
                    }
                })));
    }

    /** Has an account that nobody knows hold a claim, if nobody holds it yet. */
    private static void keepFor(MethodStore twin, Digest claim) {
        twin.store(new MethodStore.MethodSet(
                new UserId("nobody " + claim.hex()), 1, Set.of(claim), SealedBody.of(new byte[0])));
    }

    private static MethodStore checksThenActs(MethodStore twin) {
        Meeting meeting = new Meeting();
        return new ForwardingMethodStore(twin) {
            @Override
            public Stored store(MethodStore.MethodSet next) {
                long seen = next == null
                        ? 0
                        : super.find(next.user())
                                .map(MethodStore.MethodSet::version)
                                .orElse(0L);
                if (next == null || seen != next.version() - 1) {
                    return super.store(next);
                }
                meeting.await();
                while (true) {
                    long version = super.find(next.user())
                                    .map(MethodStore.MethodSet::version)
                                    .orElse(0L)
                            + 1;
                    Stored answer =
                            super.store(new MethodStore.MethodSet(next.user(), version, next.claims(), next.body()));
                    if (answer != Stored.CHANGED) {
                        return answer;
                    }
                }
            }
        };
    }

    private static MethodStore neverFrees(MethodStore twin) {
        Map<Digest, UserId> ever = new ConcurrentHashMap<>();
        return new ForwardingMethodStore(twin) {
            @Override
            public Stored store(MethodStore.MethodSet next) {
                if (next != null
                        && next.claims().stream()
                                .anyMatch(
                                        c -> !ever.getOrDefault(c, next.user()).equals(next.user()))) {
                    return Stored.CLAIMED;
                }
                Set<Digest> before = next == null
                        ? Set.of()
                        : super.find(next.user())
                                .map(MethodStore.MethodSet::claims)
                                .orElse(Set.of());
                Stored answer = super.store(next);
                if (answer == Stored.STORED) {
                    before.forEach(claim -> ever.put(claim, next.user()));
                }
                return answer;
            }

            @Override
            public void remove(UserId user) {
                super.remove(user);
                ever.values().removeIf(holder -> holder.equals(user));
            }
        };
    }
}
