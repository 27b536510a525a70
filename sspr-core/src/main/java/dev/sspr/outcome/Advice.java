package dev.sspr.outcome;

import java.util.Objects;

/**
 * What one reader is told of an outcome, in whole sentences.
 *
 * @param cause why it came to this
 * @param remedy what to do now
 */
public record Advice(String cause, String remedy) {
    /** Checks the parts. */
    public Advice {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(remedy, "remedy");
    }
}
