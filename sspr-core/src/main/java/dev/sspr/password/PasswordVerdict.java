package dev.sspr.password;

import dev.sspr.policy.BreachRules;
import dev.sspr.spi.Finding;
import java.util.List;
import java.util.Objects;

/**
 * What the rules say of a password.
 *
 * @param findings every reason against it; empty if there is none
 * @param lookUp what came of looking for it among the breached ones
 */
public record PasswordVerdict(List<Finding> findings, LookUp lookUp) {
    /** What came of looking for a password among the breached ones. */
    public enum LookUp {
        /** Nobody was asked: there is no list or no account, or something else speaks against the password already. */
        NOT_ASKED,
        /** It is not among them. */
        NOT_FOUND,
        /** It is, and a finding says so. */
        FOUND,
        /** The list did not answer; a finding says so where {@link BreachRules} refuse such a password. */
        UNAVAILABLE
    }

    /** Copies the findings. */
    public PasswordVerdict {
        findings = List.copyOf(findings);
        Objects.requireNonNull(lookUp, "lookUp");
    }
}
