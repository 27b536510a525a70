package dev.sspr.internal.verification.state;

import java.time.Duration;

/**
 * A waiting period in the place of proofs: everybody who is told of it may object.
 *
 * @param period how long, from the first notice that was accepted
 * @param warning how long before the end the second notice goes out
 * @param window how long after the end the deed may be done
 * @param approval whether somebody must agree
 */
public record WaitingPeriod(Duration period, Duration warning, Duration window, Approval approval) {
    /** Whether somebody must agree. */
    public enum Approval {
        /** Nobody: no objection is enough. */
        NOT_NEEDED,
        /** A second person. */
        NEEDED
    }
}
