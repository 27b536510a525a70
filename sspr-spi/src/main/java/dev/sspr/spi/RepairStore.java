package dev.sspr.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    void put(Task task);

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
    List<Task> due(Instant now, int limit);

    /**
     * What must be looked at after a password was on its way into two stores. It holds no password and nothing made of one.
     *
     * @param id names this attempt, 1 to 64 characters, never used again
     * @param user whose password it was
     * @param first the first store's generation before the attempt
     * @param second the second store's generation that goes with the password that must not stay
     * @param landed the first store's generation after its write, if somebody else changed the second store meanwhile: for as
     *     long as the first one has it, whatever the second one has must not stay
     * @param since when the attempt began
     * @param notBefore when to look at the earliest
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
         * Checks the parts.
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
         * The same task at another time.
         *
         * @param time when to look at the earliest
         * @return the task
         */
        public Task at(Instant time) {
            return new Task(id, user, first, second, landed, since, time);
        }

        /**
         * The same task after somebody else changed the second store.
         *
         * @param written the first store's generation after its write
         * @return the task
         */
        public Task overtaken(Generation written) {
            return new Task(id, user, first, second, Optional.of(written), since, notBefore);
        }
    }
}
