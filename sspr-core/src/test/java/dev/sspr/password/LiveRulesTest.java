package dev.sspr.password;

import static dev.sspr.password.PasswordFixture.RESET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.password.Requirement.State;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.spi.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is still missing while somebody types. */
class LiveRulesTest {
    private final PasswordRules rules = new PasswordRules(PasswordPolicy.entra());

    private List<String> missing(String typed) {
        return rules.live(Secret.of(typed), RESET).stream()
                .filter(one -> one.state() == State.MISSING)
                .map(one -> one.rule().code())
                .toList();
    }

    @Test
    void typing_ticksOneRuleAfterTheOther() {
        assertThat(missing(""))
                .containsExactly("password.too-short", "password.too-few-classes", "password.too-predictable");
        assertThat(missing("k7"))
                .containsExactly("password.too-short", "password.too-few-classes", "password.too-predictable");
        assertThat(missing("k7$v!")).containsExactly("password.too-short");
        assertThat(missing("k7$v!Q2zX")).isEmpty();
        assertThat(missing("k7$v!Q2\u0000")).contains("password.forbidden-character");
    }

    @Test
    void rules_areTheSameFromTheFirstKeyOn() {
        List<String> first = rules.live(Secret.of(""), RESET).stream()
                .map(one -> one.rule().code())
                .toList();

        assertThat(rules.live(Secret.of("k7$v!Q2zX"), RESET))
                .extracting(one -> one.rule().code())
                .isEqualTo(first);
    }
}
