package dev.sspr.internal.engine;

import dev.sspr.flow.Limits;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import java.time.Duration;
import java.util.List;

/** How many messages with a code one mailbox or line gets, from all flows together (R-RATE-9). */
public final class SendBudget {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);
    /** Node clocks may differ by this much, and a resend at the very second must not fall to it. */
    private static final Duration SKEW = Duration.ofSeconds(2);

    private SendBudget() {}

    /** What one message is charged to. */
    public static List<Budget.Line> lines(Budget budget, Limits limits, Destination to) {
        return lines(budget, limits, to, "send");
    }

    /** As much again for what a help desk has begun: strangers have no part in it (R-RATE-12). */
    public static List<Budget.Line> helped(Budget budget, Limits limits, Destination to) {
        return lines(budget, limits, to, "send-helped");
    }

    private static List<Budget.Line> lines(Budget budget, Limits limits, Destination to, String whose) {
        boolean mail = to.channel() == Channel.EMAIL;
        CounterKey key = budget.key(whose, to.endpoint());
        return List.of(
                new Budget.Line(key, 1, limits.sendGap().minus(SKEW)),
                new Budget.Line(Budget.beside(key, 1), mail ? limits.mailsPerHour() : limits.textsPerHour(), HOUR),
                new Budget.Line(Budget.beside(key, 2), mail ? limits.mailsPerDay() : limits.textsPerDay(), DAY));
    }
}
