package dev.sspr.lockout;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The lockout of an account at one place, for whoever may know: the help desk, or the person once signed in (LCK-18).
 *
 * @param lockedUntil until when no password is looked at; empty if it is open
 * @param wrong how many wrong passwords count at this moment
 * @param locks how many locks there were since the last right password
 */
public record LockoutStatus(Optional<Instant> lockedUntil, int wrong, int locks) {
    /** Checks the parts. */
    public LockoutStatus {
        Objects.requireNonNull(lockedUntil, "lockedUntil");
    }
}
