package dev.sspr.internal.verification.state;

import java.time.Duration;
import java.time.Instant;

/**
 * A challenge that is issued and not shown yet. It takes the place of the pending one at a time that depends on the request
 * alone, so that the time of a look-up reveals nothing (F2-S5).
 *
 * @param at from when it is the pending challenge
 */
public record Publication(PendingChallenge challenge, Instant at) {
    /** Returns the first multiple of the delay after a request that is not over; the present if there is no delay. */
    public static Instant after(Instant request, Duration delay, Instant now) {
        if (delay.isZero()) {
            return now;
        }
        long late = Math.max(0, Duration.between(request, now).toMillis() - 1);
        return request.plus(delay.multipliedBy(late / delay.toMillis() + 1));
    }
}
