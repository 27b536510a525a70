package dev.sspr.password;

import dev.sspr.spi.Finding;
import java.util.Objects;

/**
 * One rule, and whether the text typed so far meets it. A page shows it while the user types.
 *
 * @param rule the finding if the rule is not met, with the rule's numbers; {@link FindingText#requirement} gives its
 *     text
 * @param state whether the rule is met
 */
public record Requirement(Finding rule, State state) {
    /** Whether the typed text meets a rule. */
    public enum State {
        /** The text meets the rule. */
        MET,
        /** The text does not meet the rule, or not yet. */
        MISSING
    }

    /** Checks that nothing is missing. */
    public Requirement {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(state, "state");
    }
}
