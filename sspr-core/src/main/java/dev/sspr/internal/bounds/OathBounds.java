package dev.sspr.internal.bounds;

import java.time.Duration;

/** The parameters that authenticator apps and hardware tokens support (RFC 6238, RFC 4226). */
public final class OathBounds {
    /** The time step of most apps. */
    public static final Duration SHORT = Duration.ofSeconds(30);

    private static final Duration LONG = Duration.ofSeconds(60);

    private OathBounds() {}

    /** Requires 6 or 8 digits. */
    public static void digits(String setting, int digits) {
        Bounds.within(setting, digits, 6, 8);
        if (digits == 7) {
            throw new IllegalArgumentException(setting + " must be 6 or 8, it is 7");
        }
    }

    /** Requires a time step of 30 or 60 seconds. */
    public static void period(String setting, Duration period) {
        Bounds.within(setting, period, SHORT, LONG);
        if (!period.equals(SHORT) && !period.equals(LONG)) {
            throw new IllegalArgumentException(setting + " must be PT30S or PT1M, it is " + period);
        }
    }
}
