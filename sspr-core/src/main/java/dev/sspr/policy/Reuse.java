package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.spi.PasswordHistory;
import java.time.Duration;

/**
 * How far a new password must be from earlier ones.
 *
 * @param onChange how many earlier passwords are refused on change, the current one first, 0 to 24
 * @param onReset the same on reset; needs a {@link PasswordHistory}, without one nothing is refused
 * @param differences least edits between the current and the new password where the current one is known, 0 to 16; 0
 *     allows all
 * @param minimumAge least age of the current password before it may be changed, zero to 7 days; never asked on reset,
 *     for whoever must get rid of a password must be able to
 */
public record Reuse(int onChange, int onReset, int differences, Duration minimumAge) {
    /**
     * Checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public Reuse {
        Bounds.within("password.onChange", onChange, 0, PasswordHistory.MAX_DEPTH);
        Bounds.within("password.onReset", onReset, 0, PasswordHistory.MAX_DEPTH);
        Bounds.within("password.differences", differences, 0, 16);
        Bounds.within("password.minimumAge", minimumAge, Duration.ZERO, Duration.ofDays(7));
    }
}
