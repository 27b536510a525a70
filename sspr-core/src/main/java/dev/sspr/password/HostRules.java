package dev.sspr.password;

import dev.sspr.password.PasswordVerdict.LookUp;
import dev.sspr.policy.PasswordPolicy.BreachRules;
import dev.sspr.policy.PasswordPolicy.ReuseRules;
import dev.sspr.spi.Account;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Finding;
import dev.sspr.spi.PasswordHistory;
import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The roles of a host that judge passwords of accounts. Each is asked only about a password without findings so far.
 * The list of breached passwords is asked last, because it may be an external service that learns a part of a hash.
 */
record HostRules(List<PasswordRule> rules, Optional<PasswordHistory> history, Optional<BreachCheck> breached) {
    static final HostRules NOTHING = new HostRules(List.of(), Optional.empty(), Optional.empty());

    HostRules with(PasswordRule more) {
        List<PasswordRule> all = new ArrayList<>(rules);
        all.add(more);
        return new HostRules(List.copyOf(all), history, breached);
    }

    HostRules with(PasswordHistory asked) {
        return new HostRules(rules, Optional.of(asked), breached);
    }

    HostRules with(BreachedPasswords list, BreachRules when) {
        return new HostRules(
                rules, history, Optional.of(new BreachCheck(new TimeLimited(list, when.timeLimit()), when)));
    }

    PasswordVerdict verdict(Secret password, Account account, Purpose purpose, ReuseRules reuse) {
        List<Finding> found = new ArrayList<>(1);
        for (PasswordRule rule : rules) {
            found.addAll(rule.check(password, account));
        }
        int depth = purpose == Purpose.RESET ? reuse.onReset() : reuse.onChange();
        if (found.isEmpty() && depth > 0 && history.isPresent()) {
            PasswordHistory.Recall recall =
                    Objects.requireNonNull(history.get().recall(account.id(), password, depth), "recall");
            if (recall == PasswordHistory.Recall.USED) {
                found.add(PasswordReason.USED_BEFORE.finding(depth, 0));
            }
        }
        return found.isEmpty() && breached.isPresent()
                ? breached.get().verdict(password, purpose)
                : new PasswordVerdict(found, LookUp.NOT_ASKED);
    }
}
