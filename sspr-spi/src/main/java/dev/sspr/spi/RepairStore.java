package dev.sspr.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps open repairs of two user stores. It is a separate role because a flow's row is removed when the flow ends,
 * while a repair waits until the second store is available.
 *
 * <p>Contract (kit: {@code RepairStoreContract}):
 *
 * <ul>
 *   <li><b>RP1</b> After {@link #put} the task is durable and every node sees it; it replaces a task with the same id.
 *   <li><b>RP2</b> {@link #due} returns the tasks that are due, the earliest first, never more than requested.
 *   <li><b>RP3</b> {@link #remove} removes only that task; removing an unknown task does nothing.
 *   <li><b>RP4</b> A task is kept until it is removed, regardless of its age.
 *   <li><b>RP5</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30
 *       seconds.
 * </ul>
 */
public interface RepairStore {
    /**
     * Stores a task, in place of the one with its id.
     *
     * @param task the task
     * @throws BackendUnavailableException if it is not known whether it was stored
     */
    void put(Task task);

    /**
     * Removes a task.
     *
     * @param id its id
     * @throws BackendUnavailableException if it is not known whether it was removed
     */
    void remove(String id);

    /**
     * Lists the tasks that are due.
     *
     * @param now the engine's current time
     * @param limit the most tasks to return, 1 or more
     * @return the tasks, the earliest first
     * @throws BackendUnavailableException if the backend did not answer
     */
    List<Task> due(Instant now, int limit);

    /**
     * A check that is due after an attempt to write a password to two stores. It contains no password and nothing
     * derived from one.
     *
     * @param id the value of the write's {@link WriteId}
     * @param user the account
     * @param first the first store's generation before the write
     * @param second the second store's generation that belongs to the password to be replaced
     * @param landed the first store's generation after its write, if another writer changed the second store meanwhile:
     *     while the first store has this generation, the password of the second store must not stay
     * @param since the time at which the write started
     * @param notBefore the earliest time of the check
     */
    record Task(
            String id,
            UserId user,
            Generation first,
            Generation second,
            Optional<Generation> landed,
            Instant since,
            Instant notBefore) {
        /** The most characters an id can have. */
        public static final int MAX_ID_LENGTH = 64;

        /**
         * Checks the id.
         *
         * @throws IllegalArgumentException if the id is empty, too long or has control characters
         */
        public Task {
            Text.opaque("repair task id", id, MAX_ID_LENGTH);
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(second, "second");
            Objects.requireNonNull(landed, "landed");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(notBefore, "notBefore");
        }

        /**
         * Returns the same task for another time.
         *
         * @param time the earliest time of the check
         * @return the task
         */
        public Task at(Instant time) {
            return new Task(id, user, first, second, landed, since, time);
        }

        /**
         * Returns the same task after another writer changed the second store.
         *
         * @param written the first store's generation after its write
         * @return the task
         */
        public Task overtaken(Generation written) {
            return new Task(id, user, first, second, Optional.of(written), since, notBefore);
        }
    }
}
