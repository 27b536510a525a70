package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;
import java.util.Objects;

/**
 * When a change asks for what.
 *
 * @param currentPassword when the current password is asked for (R-PWD-9)
 * @param freshness how old a sign-in may be that spares the person from typing the current password; 1 to 60 minutes
 */
public record ChangePolicy(CurrentPassword currentPassword, Duration freshness) {
    /** When the current password is asked for. */
    public enum CurrentPassword {
        /** Always: a stolen session does not become a stolen account (R-PWD-9, ASVS 6.2.3). */
        ALWAYS,
        /** Not in a fresh session that began with the password and a second factor (CHG-03); an access pass is none (CHG-04). */
        NOT_AFTER_SECOND_FACTOR
    }

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public ChangePolicy {
        Objects.requireNonNull(currentPassword, "change.currentPassword");
        Bounds.within("change.freshness", freshness, Duration.ofMinutes(1), Duration.ofMinutes(60));
    }

    /**
     * The current password always.
     *
     * @return the numbers of the {@code standard} preset
     */
    public static ChangePolicy standard() {
        return new ChangePolicy(CurrentPassword.ALWAYS, Duration.ofMinutes(10));
    }

    /**
     * What Entra does (CHG-03).
     *
     * @return the numbers of the {@code entra} preset
     */
    public static ChangePolicy entra() {
        return new ChangePolicy(CurrentPassword.NOT_AFTER_SECOND_FACTOR, Duration.ofMinutes(10));
    }
}
