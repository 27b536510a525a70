package dev.sspr.password;

import dev.sspr.spi.Finding;
import java.util.Objects;

/**
 * One rule and how what is typed so far stands to it: for a page that checks as one types.
 *
 * @param rule what would be wrong, with the rule's numbers; {@link FindingText#requirement} says it as a demand
 * @param state how it stands
 */
public record Requirement(Finding rule, State state) {
    /** How what is typed stands to a rule. */
    public enum State {
        /** The rule is kept. */
        MET,
        /** It is not, or not yet. */
        MISSING
    }

    /** Checks that nothing is missing. */
    public Requirement {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(state, "state");
    }
}
