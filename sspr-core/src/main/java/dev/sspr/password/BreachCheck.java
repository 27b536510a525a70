package dev.sspr.password;

import dev.sspr.password.PasswordVerdict.LookUp;
import dev.sspr.policy.BreachRules;
import dev.sspr.policy.WhenBreachCheckFails;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.util.List;

/**
 * Turns what a list of breached passwords says into findings (R-PWD-5), and what it cannot say into what the policy of
 * the flow wants (R-PWD-6): the other rules, the bundled list among them, hold in any case.
 *
 * @param list the role
 * @param rules what happens to a password that could not be looked for
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
