package dev.sspr.internal.verification.state;

import java.time.Duration;

/**
 * A waiting period in place of proofs, in which every notified address may object.
 *
 * @param period its length, from the first accepted notice
 * @param warning how long before the end the second notice goes out
 * @param window how long after the end the commit is allowed
 */
public record WaitingPeriod(Duration period, Duration warning, Duration window, Approval approval) {
    /** Whether a second person must approve. */
    public enum Approval {
        NOT_NEEDED,
        NEEDED
    }
}
