package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;

/**
 * Budgets: how many guesses, starts and messages. Defaults and bounds are those of the security numbers sheet.
 *
 * @param guessesPerMethod wrong responses per method within one flow, 1 to 10; default 5 (R-RATE-1)
 * @param guessesPerDay wrong responses per account and method in 24 hours, over all flows, 1 to 50; default 10
 *     (R-RATE-2)
 * @param guessesInARow wrong responses per account and method since the last right one, after which the method is out
 *     of use for recovery, 1 to 100; default 50 (R-RATE-3, NIST SP 800-63B-4 section 3.2.2)
 * @param guessesPerTenantPerDay wrong typed codes of the whole tenant in 24 hours, 1 to 1,000,000; default 1000, and
 *     {@link #LONG_CODE_FACTOR} times as many of codes by e-mail from 50 bits on. Above it only links, which cannot be
 *     guessed, go on (R-RATE-5)
 * @param startsPerName flows begun per login name in 24 hours, known or not, 1 to 20; default 10 (R-ENUM-5)
 * @param startsPerSource flows begun per source in an hour, 1 to 1000; default 20; counts only if the host names a
 *     source (R-RATE-6)
 * @param sendGap least time between two messages with a code to one destination, 30 seconds to 10 minutes; default 60
 *     seconds (R-RATE-9)
 * @param mailsPerHour messages with a code to one mailbox in an hour, 1 to 20; default 5
 * @param mailsPerDay the same in 24 hours, 1 to 50; default 10
 * @param textsPerHour text messages with a code to one number in an hour, 1 to 10; default 3
 * @param textsPerDay the same in 24 hours, 1 to 10; default 5
 */
public record Limits(
        int guessesPerMethod,
        int guessesPerDay,
        int guessesInARow,
        int guessesPerTenantPerDay,
        int startsPerName,
        int startsPerSource,
        Duration sendGap,
        int mailsPerHour,
        int mailsPerDay,
        int textsPerHour,
        int textsPerDay) {
    /** How many times more guesses a tenant has at codes of 50 bits and more: their space is that much larger. */
    public static final long LONG_CODE_FACTOR = 1000;

    /**
     * Checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public Limits {
        Bounds.within("limits.guessesPerMethod", guessesPerMethod, 1, 10);
        Bounds.within("limits.guessesPerDay", guessesPerDay, 1, 50);
        Bounds.within("limits.guessesInARow", guessesInARow, 1, 100);
        Bounds.within("limits.guessesPerTenantPerDay", guessesPerTenantPerDay, 1, 1_000_000);
        Bounds.within("limits.startsPerName", startsPerName, 1, 20);
        Bounds.within("limits.startsPerSource", startsPerSource, 1, 1000);
        Bounds.within("limits.sendGap", sendGap, Duration.ofSeconds(30), Duration.ofMinutes(10));
        Bounds.within("limits.mailsPerHour", mailsPerHour, 1, 20);
        Bounds.within("limits.mailsPerDay", mailsPerDay, 1, 50);
        Bounds.within("limits.textsPerHour", textsPerHour, 1, 10);
        Bounds.within("limits.textsPerDay", textsPerDay, 1, 10);
    }

    /**
     * The numbers of the {@code standard} preset.
     *
     * @return the defaults
     */
    public static Limits standard() {
        return new Limits(5, 10, 50, 1000, 10, 20, Duration.ofSeconds(60), 5, 10, 3, 5);
    }
}
