package dev.sspr.internal.engine;

import dev.sspr.policy.Limits;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import java.time.Duration;
import java.util.List;

/** The limits of messages with a code to one mailbox or line, over all flows (R-RATE-9). */
public final class SendLimits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);
    /** The allowed difference of node clocks, so that it never blocks a resend at the exact second. */
    private static final Duration SKEW = Duration.ofSeconds(2);

    private SendLimits() {}

    /** Returns the limits that one message is charged to. */
    public static List<RateLimit> lines(RateLimiter limiter, Limits limits, Destination to) {
        return lines(limiter, limits, to, "send");
    }

    /** Returns limits of their own for flows of the help desk, which an attacker cannot use up (R-RATE-12). */
    public static List<RateLimit> helped(RateLimiter limiter, Limits limits, Destination to) {
        return lines(limiter, limits, to, "send-helped");
    }

    private static List<RateLimit> lines(RateLimiter limiter, Limits limits, Destination to, String whose) {
        boolean mail = to.channel() == Channel.EMAIL;
        CounterKey key = limiter.key(whose, to.endpoint());
        return List.of(
                new RateLimit(key, 1, limits.sendGap().minus(SKEW)),
                new RateLimit(RateLimiter.beside(key, 1), mail ? limits.mailsPerHour() : limits.textsPerHour(), HOUR),
                new RateLimit(RateLimiter.beside(key, 2), mail ? limits.mailsPerDay() : limits.textsPerDay(), DAY));
    }
}
