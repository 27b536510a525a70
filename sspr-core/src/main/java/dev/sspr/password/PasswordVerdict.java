package dev.sspr.password;

import dev.sspr.policy.PasswordPolicy.BreachRules;
import dev.sspr.spi.Finding;
import java.util.List;
import java.util.Objects;

/**
 * The verdict of the rules on a password.
 *
 * @param findings every finding; empty if there is none
 * @param lookUp the result of looking it up among breached passwords
 */
public record PasswordVerdict(List<Finding> findings, LookUp lookUp) {
    /** The result of looking a password up among breached ones. */
    public enum LookUp {
        /** The list was not asked: there is no list or no account, or the password has other findings already. */
        NOT_ASKED,
        /** The list does not have it. */
        NOT_FOUND,
        /** The list has it, and a finding says so. */
        FOUND,
        /** The list did not answer. If {@link BreachRules} refuse such a password, a finding says so. */
        UNAVAILABLE
    }

    /** Copies the findings. */
    public PasswordVerdict {
        findings = List.copyOf(findings);
        Objects.requireNonNull(lookUp, "lookUp");
    }
}
