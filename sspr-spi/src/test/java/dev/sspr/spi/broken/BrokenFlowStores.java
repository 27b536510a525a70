package dev.sspr.spi.broken;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryFlowStoreTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Flow stores that are wrong. */
final class BrokenFlowStores {
    private BrokenFlowStores() {}

    /** The twin's fixture with something in front of the twin. */
    private static class Fixture extends InMemoryFlowStoreTest {
        private final FlowStore broken;

        Fixture(Function<FlowStore, FlowStore> broken) {
            this.broken = broken.apply(store);
        }

        @Override
        protected FlowStore store() {
            return broken;
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

    private static Supplier<Contract> with(Function<FlowStore, FlowStore> broken) {
        return () -> new Fixture(broken);
    }

    private static StoredFlow copy(StoredFlow f, Purpose purpose, long version, SealedBody body) {
        return new StoredFlow(f.id(), f.owner(), purpose, version, f.expiresAt(), f.wakeAt(), body);
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("F1", "says INSERTED for a known id", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public Inserted insert(StoredFlow flow) {
                        Inserted unused = super.insert(flow);
                        return Inserted.INSERTED;
                    }
                })),
                Broken.of("F2", "forgets the purpose", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public Inserted insert(StoredFlow flow) {
                        return super.insert(copy(flow, Purpose.RESET, flow.version(), flow.body()));
                    }
                })),
                Broken.of("F2", "has a column of 4000 bytes", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public Inserted insert(StoredFlow flow) {
                        byte[] bytes = flow.body().bytes();
                        SealedBody cut = SealedBody.of(Arrays.copyOf(bytes, Math.min(4000, bytes.length)));
                        return super.insert(copy(flow, flow.purpose(), flow.version(), cut));
                    }
                })),
                Broken.of("F3", "looks at the version, then writes", with(BrokenFlowStores::checksThenActs)),
                Broken.of("F4", "a stale write moves the version", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public Replaced replace(StoredFlow next) {
                        Replaced answer = super.replace(next);
                        if (answer == Replaced.STALE && next.wakeAt().isPresent()) {
                            StoredFlow kept = super.find(next.id()).orElseThrow();
                            super.replace(copy(kept, kept.purpose(), kept.version() + 1, kept.body()));
                        }
                        return answer;
                    }
                })),
                // an ended flow that comes back is still there when F6 looks again
                Broken.of("F4", "inserts what is gone", Set.of("F6"), with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public Replaced replace(StoredFlow next) {
                        Replaced answer = super.replace(next);
                        if (answer == Replaced.GONE) {
                            insert(next);
                        }
                        return answer;
                    }
                })),
                Broken.of("F5", "a second node caches flows", () -> new Fixture(twin -> twin) {
                    @Override
                    protected Optional<FlowStore> otherNode() {
                        Map<FlowId, Optional<StoredFlow>> cache = new ConcurrentHashMap<>();
                        return Optional.of(new ForwardingFlowStore(store) {
                            @Override
                            public Optional<StoredFlow> find(FlowId id) {
                                return cache.computeIfAbsent(id, super::find);
                            }
                        });
                    }
                }),
                Broken.of("F6", "ends the excepted flow too", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public int endOwner(OwnerTag owner, FlowId except) {
                        return super.endOwner(owner, except == null ? except : new FlowId(owner.digest()));
                    }
                })),
                Broken.of("F6", "ends a similar owner's flows too", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public int endOwner(OwnerTag owner, FlowId except) {
                        int ended = super.endOwner(owner, except);
                        Digest digest = owner.digest();
                        super.endOwner(new OwnerTag(new Digest(digest.high(), digest.low() ^ 1)), except);
                        return ended;
                    }
                })),
                Broken.of("F7", "lists the latest first", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public List<FlowId> due(Instant now, int limit) {
                        List<FlowId> ids = new ArrayList<>(super.due(now, limit));
                        Collections.reverse(ids);
                        return ids;
                    }
                })),
                Broken.of("F7", "lists a millisecond late", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public List<FlowId> due(Instant now, int limit) {
                        return super.due(now.minusMillis(1), limit);
                    }
                })),
                Broken.of("F8", "purges a millisecond early", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public int purge(Instant before, int limit) {
                        return super.purge(before.plusMillis(1), limit);
                    }
                })),
                Broken.of("F8", "purges without a limit", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public int purge(Instant before, int limit) {
                        return super.purge(before, Integer.MAX_VALUE);
                    }
                })),
                Broken.of("F9", "evicts when it is full", () -> new Fixture(twin -> evicting(twin, 500)) {
                    @Override
                    protected Optional<FlowStore> storeFor(int capacity) {
                        return Optional.of(evicting(new InMemoryFlowStore(), capacity));
                    }
                }),
                Broken.of("F10", "takes an outage for 'no such flow'", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public Optional<StoredFlow> find(FlowId id) {
                        try {
                            return super.find(id);
                        } catch (BackendUnavailableException e) {
                            return Optional.empty();
                        }
                    }
                })),
                Broken.of("F11", "takes null for 'no such flow'", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public Optional<StoredFlow> find(FlowId id) {
                        return id == null ? Optional.empty() : super.find(id);
                    }
                })),
                Broken.of("F12", "compares half of an id", with(BrokenFlowStores::halfIds)),
                Broken.of("F13", "lists without a limit", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public List<StoredFlow> ofOwner(OwnerTag owner, int limit) {
                        return super.ofOwner(owner, Integer.MAX_VALUE);
                    }
                })),
                Broken.of("F13", "lists a similar owner's flows too", with(twin -> new ForwardingFlowStore(twin) {
                    @Override
                    public List<StoredFlow> ofOwner(OwnerTag owner, int limit) {
                        Digest digest = owner.digest();
                        List<StoredFlow> both = new ArrayList<>(super.ofOwner(owner, limit));
                        both.addAll(super.ofOwner(new OwnerTag(new Digest(digest.high(), digest.low() ^ 1)), limit));
                        return both.subList(0, Math.min(limit, both.size()));
                    }
                })));
    }

    private static FlowStore evicting(FlowStore twin, int capacity) {
        AtomicInteger size = new AtomicInteger();
        return new ForwardingFlowStore(twin) {
            @Override
            public Inserted insert(StoredFlow flow) {
                Inserted answer = super.insert(flow);
                if (answer == Inserted.INSERTED && size.incrementAndGet() > capacity) {
                    size.addAndGet(-super.purge(Instant.MAX, 1));
                }
                return answer;
            }
        };
    }

    private static FlowStore checksThenActs(FlowStore twin) {
        Meeting meeting = new Meeting();
        return new ForwardingFlowStore(twin) {
            @Override
            public Replaced replace(StoredFlow next) {
                Optional<StoredFlow> seen = super.find(next.id());
                if (seen.isEmpty() || seen.get().version() != next.version() - 1) {
                    return super.replace(next);
                }
                meeting.await();
                while (true) {
                    long version = super.find(next.id()).orElseThrow().version() + 1;
                    if (super.replace(copy(next, next.purpose(), version, next.body())) == Replaced.REPLACED) {
                        return Replaced.REPLACED;
                    }
                }
            }
        };
    }

    private static FlowStore halfIds(FlowStore twin) {
        Map<Long, FlowId> known = new ConcurrentHashMap<>();
        return new ForwardingFlowStore(twin) {
            @Override
            public Inserted insert(StoredFlow f) {
                FlowId id = known.computeIfAbsent(f.id().digest().high(), half -> f.id());
                return super.insert(
                        new StoredFlow(id, f.owner(), f.purpose(), f.version(), f.expiresAt(), f.wakeAt(), f.body()));
            }

            @Override
            public Optional<StoredFlow> find(FlowId id) {
                return super.find(known.getOrDefault(id.digest().high(), id));
            }
        };
    }
}
