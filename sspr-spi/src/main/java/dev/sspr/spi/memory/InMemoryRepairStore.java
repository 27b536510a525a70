package dev.sspr.spi.memory;

import dev.sspr.spi.RepairStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Open repairs in the heap of one process. They are lost when the process stops, so it is for tests and trials only.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 */
public final class InMemoryRepairStore implements RepairStore {
    private final Map<String, RepairStore.Task> tasks = new ConcurrentHashMap<>();
    private final Faults faults = new Faults("the repair store");

    /** Makes an empty store. */
    public InMemoryRepairStore() {}

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    @Override
    public void put(RepairStore.Task task) {
        Objects.requireNonNull(task, "task");
        faults.around("put", () -> {
            tasks.put(task.id(), task);
            return task;
        });
    }

    @Override
    public void remove(String id) {
        Objects.requireNonNull(id, "id");
        faults.around("remove", () -> {
            tasks.remove(id);
            return id;
        });
    }

    @Override
    public List<RepairStore.Task> due(Instant now, int limit) {
        Objects.requireNonNull(now, "now");
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, this is " + limit);
        }
        return faults.around(
                "due",
                () -> tasks.values().stream()
                        .filter(task -> !task.notBefore().isAfter(now))
                        .sorted(Comparator.comparing(RepairStore.Task::notBefore)
                                .thenComparing(RepairStore.Task::id))
                        .limit(limit)
                        .toList());
    }
}
