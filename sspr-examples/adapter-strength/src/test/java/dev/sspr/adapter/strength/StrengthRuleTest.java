package dev.sspr.adapter.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.spi.Account;
import dev.sspr.spi.Finding;
import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.PasswordRuleContract;
import dev.sspr.spi.kit.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthRuleTest extends PasswordRuleContract {
    private final StrengthRule rule = StrengthRule.atLeast(3);
    private final Account account = new Samples().account();

    @Override
    protected PasswordRule rule() {
        return rule;
    }

    @Override
    protected Secret refused() {
        return Secret.of("Password2024!");
    }

    @Override
    protected Secret accepted() {
        return Secret.of("kelp brisket 19 oblong fjord");
    }

    @Override
    protected String kept() {
        return "";
    }

    @Override
    protected void outage(boolean on) {
        Assumptions.assumeFalse(on, "P6 is not shown: an estimate has no backend");
    }

    @Test
    void check_guessable_isRefusedWithItsScore() {
        assertThat(rule.check(Secret.of("Password2024!"), account))
                .containsExactly(new Finding("strength.too-guessable", Map.of("score", "2", "min", "3")));
    }

    @Test
    void check_wordsOfTheAccount_countForNothing() {
        Account bert = new Account(
                account.id(),
                account.status(),
                account.privilege(),
                account.generation(),
                account.locale(),
                account.destinations(),
                List.of("Zwqxvology"));

        assertThat(rule.check(Secret.of("Zwqxvology1"), account)).isEmpty();
        assertThat(rule.check(Secret.of("Zwqxvology1"), bert)).isNotEmpty();
    }

    /** Had it been shown all of these, each would take it minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"aA1!", "abcdefghij", "qwertyuiop", "a", "1999", "p4ssw0rd"})
    void check_longInput_isCapped(String part) {
        assertThat(rule.check(Secret.of(part.repeat(1_000_000 / part.length())), account))
                .isEqualTo(rule.check(Secret.of(part.repeat(64).substring(0, 64)), account));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -1})
    void atLeast_outOfBounds_isRefused(int score) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrengthRule.atLeast(score))
                .withMessage("score must be 1 to 4, it is " + score);
    }
}
