package dev.sspr.password;

import dev.sspr.password.PasswordVerdict.LookUp;
import dev.sspr.policy.PasswordPolicy.BreachRules;
import dev.sspr.policy.PasswordPolicy.WhenBreachCheckFails;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.util.List;

/**
 * Turns the answer of a list of breached passwords into findings (R-PWD-5). If the list does not answer, the policy of
 * the flow decides (R-PWD-6). The other rules, with the bundled list, apply in any case.
 *
 * @param list the role
 * @param rules the decision about a password that could not be looked up
 */
record BreachCheck(BreachedPasswords list, BreachRules rules) {
    PasswordVerdict verdict(Secret prepared, Purpose purpose) {
        try {
            return list.lookUp(prepared) instanceof BreachedPasswords.Answer.Found found
                    ? new PasswordVerdict(List.of(PasswordReason.breached(found.times())), LookUp.FOUND)
                    : new PasswordVerdict(List.of(), LookUp.NOT_FOUND);
        } catch (BackendUnavailableException down) {
            WhenBreachCheckFails then = purpose == Purpose.RESET ? rules.onReset() : rules.onChange();
            List<Finding> findings = then == WhenBreachCheckFails.REFUSE
                    ? List.of(PasswordReason.BREACH_CHECK_UNAVAILABLE.finding(0, 0))
                    : List.of();
            return new PasswordVerdict(findings, LookUp.UNAVAILABLE);
        }
    }
}
