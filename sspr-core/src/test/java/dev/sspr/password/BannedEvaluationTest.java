package dev.sspr.password;

import static dev.sspr.password.Evaluations.C;
import static dev.sspr.password.Evaluations.D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.password.BannedEvaluation.Kind;
import dev.sspr.password.BannedEvaluation.Part;
import dev.sspr.password.BannedEvaluation.Verdict;
import dev.sspr.policy.WordRules;
import dev.sspr.policy.WordRules.LeftOver;
import dev.sspr.policy.WordRules.Names;
import dev.sspr.policy.WordRules.Terms;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published examples of the evaluation, and those that pin what the published text leaves open. */
@EveryLocale
class BannedEvaluationTest {
    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" ", -1));
    }

    @ParameterizedTest(name = "{0}: {2} among {1}")
    @CsvSource({
        "BP-01, blank, Bl@nK, 1, 1",
        "BP-02, abcdef, abcdeg, 1, 1",
        "BP-03, abcdef, abcdefg, 1, 2",
        "BP-04, abcdef, abcde, 1, 1",
        "BP-06, contoso blank, C0ntos0Blank12, 4, 4",
        "BP-07, contoso blank, ContoS0Bl@nkf9!, 5, 5",
        "BP-08, contoso london widget, Contoso!1, 3, 3",
        "BP-09, contoso london widget, Contoso@London, 3, 3",
        "BP-10, contoso london widget, ContosoWidget, 2, 2",
        "BP-11, contoso london widget, !Contoso, 1, 2",
        "BP-12, contoso london widget, LondonHQ, 3, 3",
        "BP-20, contoso, ContosoContosoContosoContosoContoso, 5, 5",
        "BP-21, password, PasswordPotato, 7, 7",
        "BP-22, password, Password123, 4, 4",
        "BP-23, password, Password123!, 5, 5",
        "BP-25, abcdef, Abcdeg12!, 9, 4",
        "BP-28, contoso, Wintoso12!, 10, 10",
        "BP-30, contoso, Contoso1111, 5, 5",
    })
    void vector_underBothReadings_hasItsPoints(String id, String terms, String password, int c, int d) {
        BannedEvaluation weak = Evaluations.of(C, words(terms), List.of(), password);
        BannedEvaluation strict = Evaluations.of(D, words(terms), List.of(), password);

        assertThat(weak.points()).as(id + " C").isEqualTo(c);
        assertThat(weak.verdict()).as(id + " C").isEqualTo(c < 5 ? Verdict.TOO_FEW_POINTS : Verdict.ACCEPTED);
        assertThat(strict.points()).as(id + " D").isEqualTo(d);
        assertThat(strict.verdict()).as(id + " D").isEqualTo(d < 5 ? Verdict.TOO_FEW_POINTS : Verdict.ACCEPTED);
    }

    @Test
    @DisplayName("BP-05: a first name is refused wherever it stands, whatever the points")
    void name_anywhere_isRefused() {
        BannedEvaluation poll = Evaluations.of(D, List.of("contoso"), List.of("Poll"), "p0LL23fb");

        assertThat(poll.verdict()).isEqualTo(Verdict.NAME);
        assertThat(poll.points()).isEqualTo(8);
    }

    @Test
    @DisplayName("BP-30 under BAN-08: left-over characters that are the same count once")
    void leftOver_unique_countsOnce() {
        WordRules unique = new WordRules(Names.CONTAINED, 4, Terms.SCORED_NEAR, LeftOver.UNIQUE);
        BannedEvaluation evaluation = Evaluations.of(unique, List.of("contoso"), List.of(), "Contoso1111");

        assertThat(evaluation.points()).isEqualTo(2);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.TOO_FEW_POINTS);
    }

    @Test
    @DisplayName("BP-32: a name of three letters is not refused by default, and is under BAN-09")
    void name_ofThreeLetters_countsByOption() {
        WordRules three = new WordRules(Names.CONTAINED, 3, Terms.SCORED_NEAR, LeftOver.EACH);

        assertThat(Evaluations.of(D, List.of("contoso"), List.of("Pol"), "P0l123fb")
                        .verdict())
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(Evaluations.of(three, List.of("contoso"), List.of("Pol"), "P0l123fb")
                        .verdict())
                .isEqualTo(Verdict.NAME);
    }

    @Test
    @DisplayName("BP-33: a custom term of 3 or 17 characters is refused by its number")
    void customTerm_tooShortOrTooLong_isRefused() {
        for (String wrong : List.of("abc", "abcdefghijklmnopq")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BannedTerms.custom(List.of("contoso", wrong)))
                    .withMessageContaining("term 2")
                    .withMessageContaining("4 to 16")
                    .withMessageNotContaining(wrong);
        }
    }

    @Test
    @DisplayName("BP-34: the 1001st custom term is refused")
    void customTerms_1001_areRefused() {
        List<String> terms =
                IntStream.range(0, 1001).mapToObj(i -> "contoso" + i).toList();

        assertThat(BannedTerms.custom(terms.subList(0, 1000)).size()).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BannedTerms.custom(terms))
                .withMessageContaining("1000")
                .withMessageContaining("1001");
    }

    @Test
    void explanation_saysWhichTermsStandWhere() {
        BannedEvaluation evaluation =
                Evaluations.of(D, List.of("contoso", "blank"), List.of("Ada Byron"), "C0nt0s0BlamkBYRON9");

        assertThat(evaluation.parts())
                .containsExactly(
                        term(Kind.TERM, 0, 7, "contoso"),
                        term(Kind.NEAR_TERM, 7, 5, "blank"),
                        leftOver(12),
                        leftOver(13),
                        leftOver(14),
                        leftOver(15),
                        leftOver(16),
                        leftOver(17),
                        new Part(Kind.NAME, 12, 5, 0, Optional.empty(), Optional.empty()));
        assertThat(evaluation.toString()).doesNotContain("contoso", "blank");
    }

    private static Part term(Kind kind, int start, int length, String term) {
        return new Part(kind, start, length, 1, Optional.of(term), Optional.of(BannedTerms.Source.CUSTOM));
    }

    private static Part leftOver(int start) {
        return new Part(Kind.LEFT_OVER, start, 1, 1, Optional.empty(), Optional.empty());
    }

    @Test
    @DisplayName("BAN-04: 0, 1, $ and @ stand for letters; an exclamation mark does not")
    void substitutions_areTheDocumentedFour() {
        List<String> terms = List.of("lollipops", "animals");

        assertThat(Evaluations.of(D, terms, List.of(), "1O11ip0p$").points()).isOne();
        assertThat(Evaluations.of(D, terms, List.of(), "@nim@1$").points()).isOne();
        assertThat(Evaluations.of(D, terms, List.of(), "!o!!ipops").points()).isEqualTo(9);
    }

    @Test
    void terms_inAnyScript_match() {
        List<String> terms =
                List.of("\u043f\u0430\u0440\u043e\u043b\u044c", "\u30d1\u30b9\u30ef\u30fc\u30c9", "stra\u00dfe");

        assertThat(Evaluations.of(D, terms, List.of(), "\u041f\u0410\u0420\u041e\u041b\u042c1")
                        .points())
                .isEqualTo(2);
        assertThat(Evaluations.of(D, terms, List.of(), "\u30d1\u30b9\u30ef\u30fd\u30c9")
                        .points())
                .isEqualTo(1);
        assertThat(Evaluations.of(D, terms, List.of(), "STRA\u00dfE\ud83d\udc69")
                        .points())
                .isEqualTo(2);
    }

    @Test
    void terms_fromManyAlphabets_takeTwoBytesAndStillMatch() {
        List<String> terms = IntStream.range(0, 900)
                .mapToObj(i -> new String(Character.toChars(0x4E00 + i)) + "\u6f22\u5b57\u5bc6\u78bc")
                .toList();

        assertThat(Evaluations.of(D, terms, List.of(), terms.get(700) + "1!").points())
                .isEqualTo(3);
        assertThat(Evaluations.of(D, terms, List.of(), "\u6f22\u5b57\u5bc6\u78bc")
                        .points())
                .isEqualTo(1);
    }

    @Test
    void evaluation_ofNothing_hasNoPoints() {
        BannedEvaluation nothing = Evaluations.of(D, List.of("contoso"), List.of(), "");

        assertThat(nothing.points()).isZero();
        assertThat(nothing.parts()).isEmpty();
        assertThat(Evaluations.of(D, BannedTerms.custom(Collections.emptyList()), List.of(), "abc")
                        .points())
                .isEqualTo(3);
    }
}
