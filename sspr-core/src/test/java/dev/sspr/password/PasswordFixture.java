package dev.sspr.password;

import dev.sspr.password.PasswordContext.Proven;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.PasswordPolicy.CompositionRules;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;

/** An account to choose passwords for, and what the rules say of them. */
final class PasswordFixture {
    static final String GOOD = "gluttonous ferret pie";
    static final Account ADA = new Account(
            new UserId("u-ada"),
            AccountStatus.ACTIVE,
            Account.Privilege.ORDINARY,
            Generation.of(1),
            Optional.empty(),
            List.of(),
            List.of("ada.byron@example.org", "Ada Byron", "L\u00e9once"));
    static final PasswordContext RESET = PasswordContext.reset(ADA, Proven.RECOVERY_CHANNEL);

    static List<String> codes(PasswordRules rules, String password, PasswordContext about) {
        return rules.check(Secret.of(password), about).stream()
                .map(Finding::code)
                .toList();
    }

    static List<String> codes(PasswordPolicy policy, String password) {
        return codes(new PasswordRules(policy), password, RESET);
    }

    static PasswordPolicy only(CompositionRules composition) {
        return PasswordPolicy.nist().composition(composition);
    }

    static PasswordContext change(String current) {
        return PasswordContext.change(ADA, Proven.RECOVERY_CHANNEL, Secret.of(current));
    }

    private PasswordFixture() {}
}
