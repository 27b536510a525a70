package dev.sspr.password;

import static dev.sspr.password.PasswordFixture.ADA;
import static dev.sspr.password.PasswordFixture.RESET;
import static dev.sspr.password.PasswordFixture.change;
import static dev.sspr.password.PasswordFixture.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.password.PasswordContext.Proven;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryPasswordHistory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the {@code entra} preset. */
@EveryLocale
class EntraRulesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "TV-PP-1, Abcdef1, password.too-short",
                "TV-PP-2, abcdefgh, password.too-few-classes",
                "TV-PP-3, Abcdefg1, -password.too-few-classes",
                "TV-PP-4, abcdef 12, -password.too-few-classes",
                "TV-PP-4, abcdef 12, -password.outside-alphabet",
                "TV-PP-5, P\u00e4ssw0rdX9, password.outside-alphabet",
                "BP-05, p0LL23fb, password.contains-name",
                "BP-08, C0ntoso!1, password.banned-by-organisation",
                "PP-14, xxByron17!yy, password.contains-name",
            })
    void vector_underThePreset_isAnswered(String id, String password, String code) {
        PasswordRules rules = new PasswordRules(PasswordPolicy.entra())
                .with(BannedTerms.custom(List.of("contoso")))
                .organisation(List.of("Poll Ltd"));
        List<String> codes = codes(rules, password, RESET);

        if (code.startsWith("-")) {
            assertThat(codes).as(id).doesNotContain(code.substring(1));
        } else {
            assertThat(codes).as(id).contains(code);
        }
    }

    @Test
    @DisplayName("TV-PP-6: 256 characters are taken, 257 are not")
    void length_upTo256() {
        String odd = "k7$v!Q2zXw9#".repeat(30);

        assertThat(codes(PasswordPolicy.entra(), odd.substring(0, 256))).isEmpty();
        assertThat(codes(PasswordPolicy.entra(), odd.substring(0, 257))).containsExactly("password.too-long");
    }

    @Test
    @DisplayName("TV-PP-7: a change to the current password is refused, a reset to it is not")
    void current_isRefusedOnChangeOnly() {
        InMemoryPasswordHistory history = InMemoryPasswordHistory.forTests();
        String password = "k7$v!Q2zXw9#";
        history.remember(ADA.id(), Secret.of(password));
        PasswordRules rules = new PasswordRules(PasswordPolicy.entra()).with(history);

        assertThat(codes(rules, password, change(password))).containsExactly("password.same-as-current");
        assertThat(codes(rules, password, RESET)).isEmpty();
        PasswordContext known = new PasswordContext(
                Purpose.RESET,
                Proven.RECOVERY_CHANNEL,
                Optional.of(ADA),
                List.of(),
                Optional.of(Secret.of(password)),
                Optional.empty());
        assertThat(codes(rules, password, known)).isEmpty();
    }

    @Test
    @DisplayName("PP-03: blanks and all 32 symbols are taken")
    void alphabet_hasAllSymbols() {
        assertThat(codes(PasswordPolicy.entra(), "@#$%^&*-_!+=[]{}|\\:',.?/`~\"();<> aB3"))
                .isEmpty();
    }

    @Test
    void bundledTerms_areTheGlobalList() {
        assertThat(codes(PasswordPolicy.entra(), "Summer12")).contains("password.too-predictable");
        assertThat(codes(PasswordPolicy.entra(), "Xq7!vmKw")).isEmpty();
    }
}
