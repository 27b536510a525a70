package dev.sspr.internal.securityinfo;

import java.time.Instant;
import java.util.Optional;

/**
 * The registration status of an account. After {@code ended}, when the help desk last ended all open flows, a change in
 * flight fails (R-SESS-4). While {@code frozen} is present, nothing counts for a reset. {@code hold} is the last hold after
 * a reset, also when it is over.
 */
public record RegistrationRecord(
        Optional<Instant> reviewedAt,
        int snoozes,
        Optional<Instant> snoozedUntil,
        Optional<Instant> required,
        Optional<Instant> off,
        Optional<Instant> ended,
        Optional<Instant> frozen,
        Optional<ResetHold> hold) {
    /** The record of an account without any history. */
    public static final RegistrationRecord NEW = new RegistrationRecord(
            Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public RegistrationRecord(
            Optional<Instant> reviewedAt,
            int snoozes,
            Optional<Instant> snoozedUntil,
            Optional<Instant> required,
            Optional<Instant> off,
            Optional<Instant> ended) {
        this(reviewedAt, snoozes, snoozedUntil, required, off, ended, Optional.empty(), Optional.empty());
    }

    /** Returns the record with nothing that counts for a reset; what was open has ended. */
    RegistrationRecord frozenAt(Instant now) {
        return new RegistrationRecord(
                reviewedAt,
                snoozes,
                snoozedUntil,
                required,
                off,
                Optional.of(now),
                frozen.or(() -> Optional.of(now)),
                hold);
    }

    /** Returns the record after the decision on a freeze. */
    RegistrationRecord unfrozen() {
        return new RegistrationRecord(reviewedAt, snoozes, snoozedUntil, required, off, ended, Optional.empty(), hold);
    }

    /** Returns the hold that runs now. */
    public Optional<ResetHold> holdAt(Instant now) {
        return hold.filter(one -> one.runs(now));
    }

    /** Returns the record with another hold. */
    RegistrationRecord held(Optional<ResetHold> next) {
        return new RegistrationRecord(reviewedAt, snoozes, snoozedUntil, required, off, ended, frozen, next);
    }

    /** Returns since when no reset is possible: self-service is off, or a freeze waits for a decision. */
    public Optional<Instant> noReset() {
        return off.or(() -> frozen);
    }

    /** Returns the record after a review now. */
    public RegistrationRecord reviewed(Instant now) {
        return new RegistrationRecord(Optional.of(now), 0, snoozedUntil, Optional.empty(), off, ended, frozen, hold);
    }

    /** Returns the record after one more snooze. */
    public RegistrationRecord snoozed(Optional<Instant> snoozed) {
        return new RegistrationRecord(
                reviewedAt, Math.min(255, snoozes + 1), snoozed, required, off, ended, frozen, hold);
    }

    /** Returns the record after the help desk has required a new registration. */
    public RegistrationRecord requiredAt(Instant now) {
        return new RegistrationRecord(
                reviewedAt, 0, Optional.empty(), Optional.of(now), off, Optional.of(now), frozen, hold);
    }

    /** Returns the record with the stored times. */
    RegistrationRecord ending(Optional<Instant> since, Optional<Instant> last, Optional<Instant> freeze) {
        return new RegistrationRecord(reviewedAt, snoozes, snoozedUntil, required, since, last, freeze, hold);
    }

    /** Returns the record with self-service disabled since a time, or enabled if there is no such time. */
    public RegistrationRecord off(Optional<Instant> since) {
        return new RegistrationRecord(
                reviewedAt, snoozes, snoozedUntil, required, since, since.or(() -> ended), frozen, hold);
    }
}
