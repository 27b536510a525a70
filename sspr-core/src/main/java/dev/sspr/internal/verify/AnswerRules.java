package dev.sspr.internal.verify;

import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that an answer must meet (R-SQ-5, SQ-07, SQ-10). */
final class AnswerRules {
    /** The minimum, in code points of the form that is compared (SQ-07). */
    static final int SHORTEST = 3;

    static final int LONGEST = 40;

    private static final String QUESTION = "question";

    /** Common non-answers in the languages of the bundles. */
    private static final List<String> NO_ANSWERS = List.of(
            "abc",
            "abcd",
            "1234",
            "12345",
            "123456",
            "1234567",
            "12345678",
            "123456789",
            "1234567890",
            "123",
            "321",
            "4321",
            "a b c",
            "1 2 3",
            "qwe",
            "qwerty",
            "azerty",
            "asd",
            "asdf",
            "n/a",
            "n.a.",
            "n.v.t.",
            "nvt",
            "nil",
            "none",
            "nothing",
            "nobody",
            "no one",
            "null",
            "unknown",
            "undefined",
            "not applicable",
            "i don't know",
            "i dont know",
            "i do not know",
            "dont know",
            "don't know",
            "idk",
            "dunno",
            "no idea",
            "yes",
            "answer",
            "my answer",
            "secret",
            "password",
            "passw0rd",
            "question",
            "test",
            "testing",
            "default",
            "admin",
            "blank",
            "empty",
            "geen",
            "niets",
            "niemand",
            "onbekend",
            "weet ik niet",
            "ik weet het niet",
            "weet niet",
            "nee",
            "antwoord",
            "mijn antwoord",
            "geheim",
            "wachtwoord",
            "vraag",
            "leeg");

    private final List<char[]> names = new ArrayList<>();

    /** Makes the rules of one enrolment. The names of its account are not answers. */
    AnswerRules(Enrolment enrolment) {
        String account = enrolment.accountName();
        int at = account.indexOf('@');
        for (String name : List.of(
                account,
                at > 0 ? account.substring(0, at) : account,
                enrolment.user().value(),
                enrolment.service())) {
            names.add(AnswerText.plain(name));
        }
    }

    /** Returns every finding on an answer, given its form if it has one, and its question in every language. */
    List<Finding> check(String question, Optional<Secret> answer, Collection<String> texts) {
        if (answer.isEmpty()) {
            return List.of(new Finding("answer.forbidden-character", Map.of(QUESTION, question)));
        }
        return answer.get().exposeTo(chars -> {
            List<Finding> findings = new ArrayList<>(1);
            int points = Character.codePointCount(chars, 0, chars.length);
            if (points < SHORTEST) {
                findings.add(bound("answer.too-short", question, "min", SHORTEST));
            } else if (points > LONGEST) {
                findings.add(bound("answer.too-long", question, "max", LONGEST));
            } else if (texts.stream().anyMatch(text -> occurs(chars, AnswerText.plain(text)))) {
                findings.add(new Finding("answer.in-question", Map.of(QUESTION, question)));
            } else if (names.stream().anyMatch(name -> Arrays.equals(name, chars))) {
                findings.add(new Finding("answer.identifier", Map.of(QUESTION, question)));
            } else if (isOneCharacter(chars) || isNoAnswer(chars)) {
                findings.add(new Finding("answer.common", Map.of(QUESTION, question)));
            }
            return findings;
        });
    }

    private static Finding bound(String code, String question, String name, int bound) {
        return new Finding(code, Map.of(QUESTION, question, name, String.valueOf(bound)));
    }

    private static boolean occurs(char[] answer, char[] text) {
        for (int from = 0; from + answer.length <= text.length; from++) {
            if (Arrays.equals(answer, 0, answer.length, text, from, from + answer.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneCharacter(char[] answer) {
        for (char c : answer) {
            if (c != answer[0]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNoAnswer(char[] answer) {
        return NO_ANSWERS.stream().anyMatch(none -> Arrays.equals(none.toCharArray(), answer));
    }
}
