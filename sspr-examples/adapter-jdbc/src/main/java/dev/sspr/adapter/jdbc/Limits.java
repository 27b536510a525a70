package dev.sspr.adapter.jdbc;

import java.time.Duration;
import java.util.Objects;

/** Checks of what a caller may pass. */
final class Limits {
    private static final int LONGEST_TENANT = 64;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Limits() {}

    static void positive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, this is " + limit);
        }
    }

    static void notNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " is 0 or more, this is " + value);
        }
    }

    static String tenant(String tenant) {
        Objects.requireNonNull(tenant, "tenant");
        boolean visible = tenant.codePoints().noneMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        });
        if (tenant.isEmpty() || tenant.length() > LONGEST_TENANT || !visible) {
            throw new IllegalArgumentException(
                    "a tenant has 1 to " + LONGEST_TENANT + " characters, none of them control or format characters");
        }
        return tenant;
    }

    static Duration timeout(Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a timeout is 1 to 30 seconds, this is " + timeout);
        }
        return timeout;
    }
}
