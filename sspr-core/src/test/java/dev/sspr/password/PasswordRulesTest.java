package dev.sspr.password;

import static dev.sspr.password.PasswordFixture.ADA;
import static dev.sspr.password.PasswordFixture.GOOD;
import static dev.sspr.password.PasswordFixture.RESET;
import static dev.sspr.password.PasswordFixture.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.password.PasswordContext.Proven;
import dev.sspr.password.Requirement.State;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules one by one, and the {@code standard} preset. */
@EveryLocale
class PasswordRulesTest {
    @Nested
    class Lengths {
        @ParameterizedTest
        @Tag("R-PWD-1")
        @CsvSource({
            "RECOVERY_CHANNEL, 14, password.too-short",
            "RECOVERY_CHANNEL, 15, ''",
            "SECOND_FACTOR, 7, password.too-short",
            "SECOND_FACTOR, 8, ''",
        })
        void length_dependsOnWhatWasProven(Proven proven, int length, String code) {
            String pictures = "\ud83d\udc0c\u2660\u00e9\u6f22x\ud83e\udd84\u05d0?".repeat(2);
            String password = pictures.substring(0, pictures.offsetByCodePoints(0, length));

            assertThat(codes(
                            new PasswordRules(PasswordPolicy.standard()), password, PasswordContext.reset(ADA, proven)))
                    .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        }

        @Test
        @Tag("R-PWD-2")
        void length_beyondTheMost_isRefusedNotCut() {
            String odd = "k7$ v!Q2 ".repeat(20);

            assertThat(codes(PasswordPolicy.standard(), odd.substring(0, 64))).isEmpty();
            assertThat(codes(PasswordPolicy.standard(), odd.substring(0, 128))).isEmpty();
            assertThat(codes(PasswordPolicy.standard(), odd.substring(0, 129))).containsExactly("password.too-long");
            assertThat(codes(PasswordPolicy.entra(), "\u00e9".repeat(257))).contains("password.too-long");
        }

        @Test
        @Tag("V-HASH-4")
        void tenMegabytes_areRefusedUnseen() {
            Secret huge = Secret.of(new char[10_000_000]);
            huge.wipe();
            PasswordRules rules = new PasswordRules(PasswordPolicy.standard());

            assertThat(rules.check(huge, RESET)).extracting(Finding::code).containsExactly("password.too-long");
            assertThat(rules.live(huge, RESET)).extracting(Requirement::state).containsOnly(State.MISSING);
            assertThatIllegalArgumentException().isThrownBy(() -> rules.evaluate(huge, RESET));
        }
    }

    @Nested
    class Standard {
        @ParameterizedTest
        @Tag("R-PWD-3")
        @ValueSource(
                strings = {
                    GOOD,
                    "aaaabbbbccccdddd vole",
                    "onlysmalllettershere",
                    "482917503628194",
                    "password of the sea"
                })
        void password_withoutAnyMixture_isTaken(String password) {
            assertThat(codes(PasswordPolicy.standard(), password)).isEmpty();
        }

        @ParameterizedTest
        @Tag("R-PWD-5")
        @CsvSource({
            "passwordpassword, password.common",
            "P@ssw0rdP@ssw0rd, password.common",
            "abcabcabcabcabcabc, password.repetitive",
            "abcdefghijklmnop, password.repetitive password.common",
            "qwertyuiopasdfgh, password.repetitive password.common",
            "1qaz2wsx3edc4rfv, password.repetitive password.common",
            "zyxwvutsrqponml2026, password.repetitive",
            "adabyronadabyron, password.context-word",
            "Ada.Byron15 ada, password.context-word",
            "example.org.byron, password.context-word",
            "L\u00c9ONCE l\u00e9once123, password.context-word",
            "contoso2026contoso, password.context-word",
        })
        void password_thatAnAttackerTriesEarly_isRefused(String password, String code) {
            PasswordRules rules = new PasswordRules(PasswordPolicy.standard()).organisation(List.of("Contoso"));

            assertThat(codes(rules, password, RESET)).containsExactly(code.split(" ", -1));
        }

        @Test
        @Tag("R-PWD-5")
        void listedTerm_refusesTheWholeOnly() throws IOException {
            PasswordRules rules = new PasswordRules(PasswordPolicy.standard())
                    .with(BannedTerms.listed(
                            "test", new ByteArrayInputStream("Tr0mbone solo three".getBytes(StandardCharsets.UTF_8))));

            assertThat(codes(rules, "tromb0ne S0LO three", RESET)).containsExactly("password.common");
            assertThat(codes(rules, "a trombone solo three", RESET)).isEmpty();
        }

        @Test
        void everyReason_isReportedTogether() {
            assertThat(codes(PasswordPolicy.standard(), "adaadaada"))
                    .containsExactly("password.too-short", "password.repetitive", "password.context-word");
        }
    }

    @Test
    void evaluate_showsTheWorkingWithEveryList() {
        PasswordRules rules = new PasswordRules(PasswordPolicy.entra()).with(BannedTerms.custom(List.of("contoso")));

        BannedEvaluation evaluation = rules.evaluate(Secret.of("Contoso!dragon1"), RESET);

        assertThat(evaluation.points()).isEqualTo(3);
        assertThat(evaluation.parts())
                .extracting(BannedEvaluation.Part::source)
                .contains(Optional.of(BannedTerms.Source.CUSTOM), Optional.of(BannedTerms.Source.BUNDLED));
    }
}
