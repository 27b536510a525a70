package dev.sspr.internal.securityinfo;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an account stands with registering.
 *
 * @param reviewedAt when its owner last said that all is right, or registered something
 * @param snoozes how many requests to register were put off since
 * @param snoozedUntil until when the campaign leaves the person alone
 * @param required since when the account must register again, if somebody said so
 * @param off since when the help desk has self-service switched off for the account, if it has
 * @param ended when the help desk last ended all that was open: what was being written just then could not be (R-SESS-4)
 */
public record RegistrationRecord(
        Optional<Instant> reviewedAt,
        int snoozes,
        Optional<Instant> snoozedUntil,
        Optional<Instant> required,
        Optional<Instant> off,
        Optional<Instant> ended) {
    /** Of an account that nothing is known about. */
    public static final RegistrationRecord NEW = new RegistrationRecord(
            Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Everything is as it should be, and was looked at now. */
    public RegistrationRecord reviewed(Instant now) {
        return new RegistrationRecord(Optional.of(now), 0, snoozedUntil, Optional.empty(), off, ended);
    }

    /** One request more was put off. */
    public RegistrationRecord snoozed(Optional<Instant> snoozed) {
        return new RegistrationRecord(reviewedAt, Math.min(255, snoozes + 1), snoozed, required, off, ended);
    }

    /** Somebody with the right to do so asks for a new registration. */
    public RegistrationRecord requiredAt(Instant now) {
        return new RegistrationRecord(reviewedAt, 0, Optional.empty(), Optional.of(now), off, Optional.of(now));
    }

    /** As it was stored. */
    RegistrationRecord ending(Optional<Instant> since, Optional<Instant> last) {
        return new RegistrationRecord(reviewedAt, snoozes, snoozedUntil, required, since, last);
    }

    /** Self-service is switched off since then, or on if there is no such time. */
    public RegistrationRecord off(Optional<Instant> since) {
        return new RegistrationRecord(reviewedAt, snoozes, snoozedUntil, required, since, since.or(() -> ended));
    }
}
