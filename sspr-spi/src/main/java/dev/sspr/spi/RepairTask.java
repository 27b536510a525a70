package dev.sspr.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

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
public record RepairTask(
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
     * @param id as above
     * @param user as above
     * @param first as above
     * @param second as above
     * @param landed as above
     * @param since as above
     * @param notBefore as above
     * @throws IllegalArgumentException if the id is empty, too long or has control characters
     */
    public RepairTask {
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
    public RepairTask at(Instant time) {
        return new RepairTask(id, user, first, second, landed, since, time);
    }

    /**
     * The same task after somebody else changed the second store.
     *
     * @param written the first store's generation after its write
     * @return the task
     */
    public RepairTask overtaken(Generation written) {
        return new RepairTask(id, user, first, second, Optional.of(written), since, notBefore);
    }
}
