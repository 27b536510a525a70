package dev.sspr.internal.bounds;

import java.time.Duration;

/** Refuses numbers outside their bounds, and names the setting (R-CFG-1). */
public final class Bounds {
    private Bounds() {}

    /**
     * Requires a number within bounds.
     *
     * @param setting the setting's name
     * @param value its value
     * @param least the floor
     * @param most the ceiling
     * @throws IllegalArgumentException naming the setting
     */
    public static void within(String setting, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(setting + " must be " + least + " to " + most + ", it is " + value);
        }
    }

    /**
     * Requires a duration within bounds.
     *
     * @param setting the setting's name
     * @param value its value
     * @param least the floor
     * @param most the ceiling
     * @throws IllegalArgumentException naming the setting
     */
    public static void within(String setting, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(setting + " must be " + least + " to " + most + ", it is " + value);
        }
    }

    /**
     * Requires a value that is not above the one of another setting.
     *
     * @param setting the setting's name
     * @param value its value
     * @param other the name of the other setting
     * @param most the value of the other setting
     * @throws IllegalArgumentException naming both settings
     */
    public static <T extends Comparable<T>> void atMost(String setting, T value, String other, T most) {
        if (value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    setting + " must be at most " + other + ", which is " + most + ", it is " + value);
        }
    }
}
