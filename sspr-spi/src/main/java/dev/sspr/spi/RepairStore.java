package dev.sspr.spi;

import java.time.Instant;
import java.util.List;

/**
 * Where open repairs of two stores are kept. It is a role of its own because a flow's row goes when the flow ends, while
 * a repair waits for as long as the second store is down.
 *
 * <p>Contract (kit: {@code RepairStoreContract}):
 *
 * <ul>
 *   <li><b>RP1</b> After {@link #put} the task is durable and every node sees it; one with the same id is replaced.
 *   <li><b>RP2</b> {@link #due} gives the tasks whose time has come, the earliest first, never more than asked for.
 *   <li><b>RP3</b> {@link #remove} removes that task only; one that is not there stays so.
 *   <li><b>RP4</b> A task lives until it is removed, however old it is.
 *   <li><b>RP5</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds.
 * </ul>
 */
public interface RepairStore {
    /**
     * Keeps a task, in place of the one with its id.
     *
     * @param task the task
     * @throws BackendUnavailableException if it is not known whether it is kept
     */
    void put(RepairTask task);

    /**
     * Removes a task.
     *
     * @param id its id
     * @throws BackendUnavailableException if it is not known whether it is gone
     */
    void remove(String id);

    /**
     * The tasks to look at.
     *
     * @param now the time
     * @param limit how many at most, 1 or more
     * @return the earliest first
     * @throws BackendUnavailableException if the backend did not answer
     */
    List<RepairTask> due(Instant now, int limit);
}
