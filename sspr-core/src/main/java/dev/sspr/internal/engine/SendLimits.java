package dev.sspr.internal.engine;

import dev.sspr.policy.Limits;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import java.time.Duration;
import java.util.List;

/** The limits of code messages to one mailbox or line, over all flows (R-RATE-9). */
public final class SendLimits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);
    /** The allowed difference of node clocks, so that a resend at the exact second succeeds. */
    private static final Duration SKEW = Duration.ofSeconds(2);

    private SendLimits() {}

    public static List<RateLimit> lines(RateLimiter limiter, Limits limits, Destination to) {
        return lines(limiter, limits, to, "send");
    }

    /** Returns separate limits for flows of the help desk, which an attacker cannot use up (R-RATE-12). */
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
