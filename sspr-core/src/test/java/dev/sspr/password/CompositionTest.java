package dev.sspr.password;

import static dev.sspr.password.PasswordFixture.GOOD;
import static dev.sspr.password.PasswordFixture.RESET;
import static dev.sspr.password.PasswordFixture.codes;
import static dev.sspr.password.PasswordFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.PasswordPolicy.CompositionRules;
import dev.sspr.policy.PasswordPolicy.CompositionRules.Alphabet;
import dev.sspr.policy.WordRules;
import dev.sspr.policy.WordRules.LeftOver;
import dev.sspr.policy.WordRules.Names;
import dev.sspr.policy.WordRules.Terms;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about what a password is made of, and terms that must not be contained. */
@EveryLocale
class CompositionTest {
    @ParameterizedTest
    @CsvSource({
        "3, abcd, password.sequence",
        "4, abcd, ''",
        "3, DCBA, password.sequence",
        "3, 3210, password.sequence",
        "3, qwer, password.sequence",
        "3, uztr, password.sequence",
        "3, azer, password.sequence",
        "3, 2wsx, password.sequence",
        "3, abce, ''",
        "3, aaaa, ''",
        "3, \u0430\u0431\u0432\u0433, password.sequence",
        "3, abab, ''",
    })
    void sequence_longerThanAllowed_isRefused(int longest, String run, String code) {
        PasswordPolicy policy = only(new CompositionRules(Alphabet.UNICODE, 0, longest, 256));

        assertThat(codes(policy, "x9 " + run + " mellow vole")).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"2, aaa, password.repeated-character", "2, aAa, password.repeated-character", "2, aa, ''"})
    void repeat_longerThanAllowed_isRefused(int longest, String repeat, String code) {
        PasswordPolicy policy = only(new CompositionRules(Alphabet.UNICODE, 0, 256, longest));

        assertThat(codes(policy, "x9 " + repeat + " mellow vole"))
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "gluttonousferret, 1",
        "Gluttonousferret, 2",
        "Gluttonous ferret, 3",
        "Gluttonous ferret 7, 4",
        "\u0434\u041b\u0436\u0661\u0431\u0432\u0433\u044e\u044f\u044d\u0439\u0446\u0443\u043a\u0435, 3",
    })
    void classes_areCountedInEveryScript(String password, int classes) {
        for (int least = 1; least <= 4; least++) {
            List<Finding> findings = new PasswordRules(only(new CompositionRules(Alphabet.UNICODE, least, 256, 256)))
                    .check(Secret.of(password), RESET);
            assertThat(findings)
                    .isEqualTo(
                            classes >= least
                                    ? List.of()
                                    : List.of(PasswordReason.TOO_FEW_CLASSES.finding(least, classes)));
        }
    }

    @Test
    void containedTerms_areRefusedAnywhere() {
        PasswordPolicy policy =
                PasswordPolicy.nist().words(new WordRules(Names.LITTLE_ELSE, 3, Terms.CONTAINED, LeftOver.EACH));
        PasswordRules rules = new PasswordRules(policy).with(BannedTerms.custom(List.of("ferret")));

        assertThat(codes(rules, GOOD, RESET)).containsExactly("password.contains-term");
        assertThat(codes(rules, "gluttonous weasel pie", RESET)).isEmpty();
    }
}
