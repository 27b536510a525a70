package dev.sspr.spi.broken;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.RepairStore;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryRepairStore;
import dev.sspr.spi.memory.InMemoryRepairStoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Repair stores that are wrong. */
final class BrokenRepairStores {
    private static final Duration DAY = Duration.ofDays(1);

    private BrokenRepairStores() {}

    /** Passes everything on. */
    private static class Forwarding implements RepairStore {
        final InMemoryRepairStore twin;

        Forwarding(InMemoryRepairStore twin) {
            this.twin = twin;
        }

        @Override
        public void put(RepairStore.Task task) {
            twin.put(task);
        }

        @Override
        public void remove(String id) {
            twin.remove(id);
        }

        @Override
        public List<RepairStore.Task> due(Instant now, int limit) {
            return twin.due(now, limit);
        }
    }

    private static Supplier<Contract> with(Function<InMemoryRepairStore, RepairStore> broken) {
        return () -> new InMemoryRepairStoreTest() {
            private final RepairStore one = broken.apply(twin);

            @Override
            protected RepairStore repairs() {
                return one;
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("RP1", "keeps the first of two with one id", with(Once::new)),
                Broken.of("RP1", "keeps tasks in the heap of a node", () -> new InMemoryRepairStoreTest() {
                    @Override
                    protected Optional<RepairStore> otherNode() {
                        return Optional.of(new InMemoryRepairStore());
                    }
                }),
                Broken.of("RP2", "gives the latest first", with(LatestFirst::new)),
                Broken.of("RP2", "gives all there are", with(All::new)),
                Broken.of("RP2", "gives what is not due yet", with(Early::new)),
                Broken.of("RP3", "removes what belongs to one account", with(ByUser::new)),
                Broken.of("RP4", "forgets what is older than a day", with(Forgetting::new)),
                Broken.of("RP5", "takes an outage for no tasks", with(Quiet::new)));
    }

    private static final class Once extends Forwarding {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        Once(InMemoryRepairStore twin) {
            super(twin);
        }

        @Override
        public void put(RepairStore.Task task) {
            if (seen.add(task.id())) {
                super.put(task);
            }
        }
    }

    private static final class LatestFirst extends Forwarding {
        LatestFirst(InMemoryRepairStore twin) {
            super(twin);
        }

        @Override
        public List<RepairStore.Task> due(Instant now, int limit) {
            List<RepairStore.Task> due = new ArrayList<>(twin.due(now, limit));
            // what came in together may stay as it was
            if (due.size() == 3) {
                Collections.reverse(due);
            }
            return due;
        }
    }

    private static final class All extends Forwarding {
        All(InMemoryRepairStore twin) {
            super(twin);
        }

        @Override
        public List<RepairStore.Task> due(Instant now, int limit) {
            return twin.due(now, limit < 1 ? limit : Integer.MAX_VALUE);
        }
    }

    private static final class Early extends Forwarding {
        Early(InMemoryRepairStore twin) {
            super(twin);
        }

        @Override
        public List<RepairStore.Task> due(Instant now, int limit) {
            return twin.due(now.plus(Duration.ofMillis(1)), limit);
        }
    }

    private static final class ByUser extends Forwarding {
        private final Map<String, RepairStore.Task> put = new ConcurrentHashMap<>();

        ByUser(InMemoryRepairStore twin) {
            super(twin);
        }

        @Override
        public void put(RepairStore.Task task) {
            super.put(task);
            put.put(task.id(), task);
        }

        @Override
        public void remove(String id) {
            super.remove(id);
            Optional.ofNullable(put.get(id))
                    .ifPresent(task -> put.values().stream()
                            .filter(other -> other.user().equals(task.user()))
                            .forEach(other -> super.remove(other.id())));
        }
    }

    private static final class Forgetting extends Forwarding {
        Forgetting(InMemoryRepairStore twin) {
            super(twin);
        }

        @Override
        public List<RepairStore.Task> due(Instant now, int limit) {
            return twin.due(now, limit).stream()
                    .filter(task -> task.since().plus(DAY).isAfter(now))
                    .toList();
        }
    }

    private static final class Quiet extends Forwarding {
        Quiet(InMemoryRepairStore twin) {
            super(twin);
        }

        @Override
        public List<RepairStore.Task> due(Instant now, int limit) {
            try {
                return twin.due(now, limit);
            } catch (BackendUnavailableException e) {
                return List.of();
            }
        }
    }
}
