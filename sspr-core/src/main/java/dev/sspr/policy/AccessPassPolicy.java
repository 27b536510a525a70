package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;
import java.util.Objects;

/**
 * Temporary access passes: the help desk hands one out, and its holder may register methods with it. It never opens a
 * reset (TAP-07).
 *
 * @param characters of a pass, out of 32 unambiguous ones, 8 to 48; default 12, which is 60 bits: it lives six times as
 *     long as a code by e-mail, which has 50 (TAP-02 for the bounds)
 * @param life how long one works where its issuer names no time, 10 minutes to {@code longest}; default 60 minutes
 *     (TAP-01)
 * @param longest how long its issuer can let one work, 10 minutes to 30 days; default 8 hours (TAP-01)
 * @param use how often one works where its issuer says nothing; default {@link Use#ONCE}
 */
public record AccessPassPolicy(int characters, Duration life, Duration longest, Use use) {
    /** The shortest life: below it nobody could type a pass in time (TAP-01). */
    public static final Duration SHORTEST = Duration.ofMinutes(10);

    /** How often a pass works. */
    public enum Use {
        /** For one sign-in: who reads it over a shoulder comes too late. */
        ONCE,
        /** Until its time is over, as Entra ID has it by default (TAP-03). */
        UNTIL_EXPIRY
    }

    /**
     * Checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public AccessPassPolicy {
        Bounds.within("accessPasses.characters", characters, 8, 48);
        Bounds.within("accessPasses.longest", longest, SHORTEST, Duration.ofDays(30));
        Bounds.within("accessPasses.life", life, SHORTEST, longest);
        Objects.requireNonNull(use, "use");
    }

    /**
     * The numbers of the {@code standard} preset.
     *
     * @return the defaults
     */
    public static AccessPassPolicy standard() {
        return new AccessPassPolicy(12, Duration.ofMinutes(60), Duration.ofHours(8), Use.ONCE);
    }
}
