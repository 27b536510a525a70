package dev.sspr.internal.verify;

import static dev.sspr.fixture.VerifierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.PastedCharacters;
import dev.sspr.internal.bounds.PastedText;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes and answers as they come out of a clipboard. */
@Tag("F2-P3")
class PastedResponsesTest extends QuestionsFixture {
    @Test
    @DisplayName("F2-P3: white space and invisible characters make no other code")
    void code_withPadding_isTheCode() {
        for (String padding : PastedCharacters.all()) {
            for (String typed : new String[] {padding + "12345678", "12345678" + padding, "1234" + padding + "5678"}) {
                assertThat(new String(CodeFormat.digits(8).normalised(typed.toCharArray())))
                        .as("%x", padding.codePointAt(0))
                        .isEqualTo("12345678");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABCDE\u2010FGHJK",
                "ABCDE\u2011FGHJK",
                "ABCDE\u2013FGHJK",
                "ABCDE\u2014FGHJK",
                "abcde\u2212fghjk"
            })
    @DisplayName("F2-P3: another hyphen or dash makes no other code")
    void code_withAnotherHyphen_isTheCode(String typed) {
        assertThat(new String(CodeFormat.unambiguous(10).normalised(typed.toCharArray())))
                .isEqualTo("ABCDEFGHJK");
    }

    @Test
    @DisplayName("F2-P3: every space and invisible character is known, and no letter or digit is one")
    void padding_isExactlyThat() {
        assertThat(PastedCharacters.spaces()).allMatch(text -> PastedText.isSpace(text.codePointAt(0)));
        assertThat(PastedCharacters.invisible()).allMatch(text -> PastedText.isInvisible(text.codePointAt(0)));
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            boolean letter = Character.isLetterOrDigit(point) && Character.isJavaIdentifierPart(point);
            boolean filler = point == 0x115f || point == 0x1160 || point == 0x3164 || point == 0xffa0;
            assertThat(letter && !filler && PastedText.isPadding(point))
                    .as("%x", point)
                    .isFalse();
        }
    }

    private CredentialVerifier.Verification hero(Credential held, String answer) {
        Map<String, String> answers = new TreeMap<>(LIFE);
        answers.replaceAll((question, own) -> question.equals("name-hero") ? answer : own);
        return answer(held, NOW, answers);
    }

    private Credential registeredWith(String answer) {
        Map<String, String> answers = new TreeMap<>(LIFE);
        answers.put("name-hero", answer);
        answers.put("name-first-pet", answer + " two");
        answers.put("name-first-street", answer + " three");
        answers.put("city-mother-born", answer + " four");
        answers.put("food-favourite", answer + " five");
        return ((CredentialVerifier.EnrolmentResult.Enrolled) confirm(questions, chosen(answers))).credential();
    }

    private CredentialVerifier.Verification answeredWith(Credential held, String answer) {
        return answer(
                held,
                NOW,
                Map.of(
                        "name-hero", answer,
                        "name-first-pet", answer + " two",
                        "name-first-street", answer + " three",
                        "city-mother-born", answer + " four",
                        "food-favourite", answer + " five"));
    }

    @ParameterizedTest
    @CsvSource({
        "O'Neill, O\u2019Neill",
        "O\u2019Neill, O'Neill",
        "O\u2018Neill, O\u02bcNeill",
        "O'Neill, O\u00b4Neill",
        "Sint-Niklaas, Sint\u2011Niklaas",
        "Sint\u2013Niklaas, Sint-Niklaas",
        "the \u201cBig\u201d one, the \"Big\" one",
        "Rex the third, Rex\u200b the\u00a0third\ufeff",
        "Rex the third, \u2068Rex\u0085the third\u2069",
    })
    @DisplayName("F2-P3: an answer is the same with the quotation marks, hyphens and spaces of another device")
    void answer_ofAnotherDevice_isTheAnswer(String registered, String typed) {
        assertThat(answeredWith(registeredWith(registered), typed))
                .isInstanceOf(CredentialVerifier.Verification.Passed.class);
    }

    @Test
    @DisplayName("F2-P3: a set of form 1 is verified as it was written")
    void setOfFormOne_isVerifiedAsWritten() {
        Map<String, String> hashes = new TreeMap<>();
        LIFE.forEach((question, answer) -> hashes.put(
                question,
                hash.of(AnswerText.ofFormOne(Secret.of(question.equals("name-hero") ? "L\u2019Ouverture" : answer))
                        .orElseThrow())));
        Credential kept = CredentialBytes.write("set", 1, writer -> {
            writer.bytes(new byte[32]).octet(hashes.size());
            hashes.forEach((question, one) -> writer.text(question).text(one));
            return writer;
        });

        assertThat(hero(kept, "l\u2019ouverture")).isInstanceOf(CredentialVerifier.Verification.Passed.class);
        assertThat(hero(kept, "another")).isNotNull();
        assertThat(QuestionSet.of(QuestionSet.of(kept).credential("set")).form(Secret.of("l\u2019o")))
                .isEqualTo(Optional.of(Secret.of("l\u2019o")));
    }
}
