package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.password.Composition.Alphabet;
import dev.sspr.password.PasswordContext.Proven;
import dev.sspr.password.Requirement.State;
import dev.sspr.password.WordRules.LeftOver;
import dev.sspr.password.WordRules.Names;
import dev.sspr.password.WordRules.Terms;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryPasswordHistory;
import dev.sspr.spi.memory.InMemoryPasswordRule;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules one by one, and the presets. */
class PasswordRulesTest {
    private static final String GOOD = "gluttonous ferret pie";
    private static final Account ADA = new Account(
            new UserId("u-ada"),
            AccountStatus.ACTIVE,
            Privilege.ORDINARY,
            Generation.of(1),
            Optional.empty(),
            List.of(),
            List.of("ada.byron@example.org", "Ada Byron", "L\u00e9once"));
    private static final PasswordContext RESET = PasswordContext.reset(ADA, Proven.RECOVERY_CHANNEL);

    private static List<String> codes(PasswordRules rules, String password, PasswordContext about) {
        return rules.check(Secret.of(password), about).stream()
                .map(Finding::code)
                .toList();
    }

    private static List<String> codes(PasswordPolicy policy, String password) {
        return codes(new PasswordRules(policy), password, RESET);
    }

    private static PasswordPolicy only(Composition composition) {
        return PasswordPolicy.nist().with(composition);
    }

    private static PasswordContext change(String current) {
        return PasswordContext.change(ADA, Proven.RECOVERY_CHANNEL, Secret.of(current));
    }

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
    class Entra {
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

    @Nested
    class Compositions {
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
            PasswordPolicy policy = only(new Composition(Alphabet.UNICODE, 0, longest, 256));

            assertThat(codes(policy, "x9 " + run + " mellow vole"))
                    .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        }

        @ParameterizedTest
        @CsvSource({"2, aaa, password.repeated-character", "2, aAa, password.repeated-character", "2, aa, ''"})
        void repeat_longerThanAllowed_isRefused(int longest, String repeat, String code) {
            PasswordPolicy policy = only(new Composition(Alphabet.UNICODE, 0, 256, longest));

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
                List<Finding> findings = new PasswordRules(only(new Composition(Alphabet.UNICODE, least, 256, 256)))
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
                    PasswordPolicy.nist().with(new WordRules(Names.LITTLE_ELSE, 3, Terms.CONTAINED, LeftOver.EACH));
            PasswordRules rules = new PasswordRules(policy).with(BannedTerms.custom(List.of("ferret")));

            assertThat(codes(rules, GOOD, RESET)).containsExactly("password.contains-term");
            assertThat(codes(rules, "gluttonous weasel pie", RESET)).isEmpty();
        }
    }

    @Nested
    @Tag("R-PWD-11")
    class Reused {
        private final InMemoryPasswordHistory history = InMemoryPasswordHistory.forTests();
        private final PasswordRules rules = new PasswordRules(
                        PasswordPolicy.standard().with(new Reuse(3, 1, 4, Duration.ofHours(24))))
                .with(history);

        @Test
        void similar_isRefusedBelowTheNumberOfEdits() {
            assertThat(codes(rules, "gluttonous ferret pie", change("gluttonous ferret jam")))
                    .containsExactly("password.similar-to-current");
            assertThat(codes(rules, "Xgluttonous Ferret pie9", change("gluttonous ferret pie")))
                    .containsExactly("password.similar-to-current");
            assertThat(codes(rules, "gluttonous ferret pie", change("gluttonous weasel pie")))
                    .isEmpty();
        }

        @Test
        void same_isRefusedForBothReasons() {
            assertThat(codes(rules, GOOD, change(GOOD)))
                    .containsExactly("password.same-as-current", "password.similar-to-current");
        }

        @Test
        void earlier_isRefusedAsDeepAsThePolicySays() {
            for (String one :
                    List.of("the fourth last password", "third last one it is", "second last one here", GOOD)) {
                history.remember(ADA.id(), Secret.of(one));
            }
            PasswordContext change = change("something entirely else");

            assertThat(codes(rules, "third last one it is", change)).containsExactly("password.used-before");
            assertThat(codes(rules, "the fourth last password", change)).isEmpty();
            assertThat(codes(rules, GOOD, RESET)).containsExactly("password.used-before");
            assertThat(codes(rules, "second last one here", RESET)).isEmpty();
        }

        @Test
        void young_isRefusedOnChangeAndNeverOnReset() {
            assertThat(codes(rules, GOOD, change("something entirely else").aged(Duration.ofHours(23))))
                    .containsExactly("password.too-soon");
            assertThat(codes(rules, GOOD, change("something entirely else").aged(Duration.ofHours(24))))
                    .isEmpty();
            assertThat(codes(rules, GOOD, RESET.aged(Duration.ofHours(1)))).isEmpty();
        }
    }

    @Nested
    class Host {
        private final InMemoryPasswordRule rule = new InMemoryPasswordRule();
        private final InMemoryPasswordHistory history = InMemoryPasswordHistory.forTests();
        private final PasswordRules rules =
                new PasswordRules(PasswordPolicy.standard()).with(rule).with(history);

        @Test
        void rule_isHeardBesideTheLibrarys() {
            rule.answerWith((password, account) -> List.of(new Finding("example.no", Map.of("a", "b"))));

            assertThat(codes(rules, GOOD, RESET)).containsExactly("example.no");
        }

        @Test
        void ruleAndHistory_areNotAskedAboutAPasswordThatIsRefusedAnyway() {
            rule.faults().fail();
            history.faults().fail();

            assertThat(codes(rules, "short", RESET)).containsExactly("password.too-short");
            assertThat(rules.live(Secret.of(GOOD), RESET)).isNotEmpty();
        }

        @Test
        @Tag("R-PWD-11")
        void history_thatWatchesAStore_knowsWhatThatHasWritten() {
            InMemoryUserStore users = InMemoryUserStore.forTests().add(ADA, Secret.of("old one"), new LoginName("ada"));
            UserStore watched = history.watching(users);

            watched.setPassword(ADA.id(), watched.load(ADA.id()).orElseThrow().generation(), Secret.of(GOOD));
            watched.setPassword(ADA.id(), Generation.of(-1), Secret.of("never written at all"));

            assertThat(codes(rules, GOOD, RESET)).containsExactly("password.used-before");
            assertThat(codes(rules, "never written at all", RESET)).isEmpty();
        }

        @Test
        @Tag("R-PWD-6")
        void outage_ofEither_isNoConsent() {
            rule.faults().fail();
            assertThatThrownBy(() -> codes(rules, GOOD, RESET)).isInstanceOf(BackendUnavailableException.class);
            rule.faults().heal();
            history.faults().fail();
            assertThatThrownBy(() -> codes(rules, GOOD, RESET)).isInstanceOf(BackendUnavailableException.class);
        }
    }

    @Nested
    class Live {
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
