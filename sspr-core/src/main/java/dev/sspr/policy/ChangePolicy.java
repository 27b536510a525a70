package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;
import java.util.Objects;

/**
 * The evidence that a change of a known password requires.
 *
 * @param currentPassword when the user types the current password; default {@link CurrentPassword#ALWAYS} (R-PWD-9)
 * @param freshness maximum age of a sign-in that replaces the current password, 1 to 60 minutes; default 10 minutes. It
 *     has no effect with {@link CurrentPassword#ALWAYS}
 */
public record ChangePolicy(CurrentPassword currentPassword, Duration freshness) {
    /** When the user types the current password. */
    public enum CurrentPassword {
        /** Always: an attacker who steals a session cannot take over the account (R-PWD-9, ASVS 6.2.3). */
        ALWAYS,
        /**
         * Not in a fresh session that began with the password and a second factor (CHG-03). An access pass is not a second
         * factor (CHG-04).
         */
        NOT_AFTER_SECOND_FACTOR
    }

    /** Checks every setting; a message names the one that is out of bounds. */
    public ChangePolicy {
        Objects.requireNonNull(currentPassword, "change.currentPassword");
        Bounds.within("change.freshness", freshness, Duration.ofMinutes(1), Duration.ofMinutes(60));
    }

    /** {@return the values of the {@code standard} and {@code nist} presets} */
    public static ChangePolicy standard() {
        return new ChangePolicy(CurrentPassword.ALWAYS, Duration.ofMinutes(10));
    }

    /** {@return the values of the {@code entra} preset (CHG-03)} */
    public static ChangePolicy entra() {
        return standard().currentPassword(CurrentPassword.NOT_AFTER_SECOND_FACTOR);
    }

    /** {@return a copy with another rule for the current password} */
    public ChangePolicy currentPassword(CurrentPassword currentPassword) {
        return new ChangePolicy(currentPassword, freshness);
    }

    /** {@return a copy with another maximum age of the sign-in, 1 to 60 minutes} */
    public ChangePolicy freshness(Duration freshness) {
        return new ChangePolicy(currentPassword, freshness);
    }
}
