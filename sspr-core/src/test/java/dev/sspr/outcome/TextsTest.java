package dev.sspr.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of outcomes. */
class TextsTest {
    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale DUTCH = new Locale("nl");
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Pattern MARK = Pattern.compile("\\{[^}]*\\}?");

    /** What would tell a stranger something about an account, in a text for whoever calls. */
    private static final Pattern TELLING = Pattern.compile(
            "your account|this account|disabled|locked|not registered|enrolled|does not exist|unknown user|no account (is|with)"
                    + "|uw account|dit account|uitgeschakeld|vergrendeld|niet geregistreerd|bestaat niet|onbekende gebruiker",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void everyOutcome_hasATitleAndTextsForEveryReader(String language) {
        Locale locale = new Locale(language);
        assertThat(Outcomes.all()).allSatisfy(outcome -> {
            assertThat(outcome.title(locale)).isNotBlank();
            for (Outcome.Audience audience : Outcome.Audience.values()) {
                Outcome.Advice advice = outcome.advice(audience, locale);
                assertThat(List.of(advice.cause(), advice.remedy()))
                        .allMatch(text -> text.matches("[\\p{Lu}\"].*[.?]"), "a sentence")
                        .noneMatch(text -> text.contains("{"));
            }
        });
    }

    @Test
    void bothLanguages_haveTheSameKeysAndValues_andNoTextThatNobodyReads() {
        Map<String, String> english = marks(ENGLISH);

        assertThat(marks(DUTCH)).isEqualTo(english);
        Set<String> explained = english.keySet().stream()
                .filter(key -> key.startsWith("SSPR-"))
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        assertThat(Outcomes.all()).extracting(Outcome::id).containsExactlyInAnyOrderElementsOf(explained);
        Set<String> known = Arrays.stream(Outcome.Parameter.values())
                .map(Outcome.Parameter::mark)
                .collect(Collectors.toSet());
        assertThat(english.values().stream().flatMap(marks -> Stream.of(marks.split(" ", -1))))
                .allMatch(mark -> mark.isEmpty() || known.contains(mark));
    }

    private static Map<String, String> marks(Locale locale) {
        return Texts.of(locale).all().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> MARK.matcher(entry.getValue().toString())
                                .results()
                                .map(MatchResult::group)
                                .sorted()
                                .collect(Collectors.joining(" "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    @Tag("R-ENUM-1")
    void textForWhoeverCalls_saysNothingOfAnAccount(String language) {
        Locale locale = new Locale(language);
        assertThat(Outcomes.all().stream().filter(outcome -> outcome.disclosure() == Outcome.Disclosure.ANYONE))
                .hasSizeGreaterThan(10)
                .allSatisfy(outcome -> {
                    Outcome.Advice advice = outcome.advice(Outcome.Audience.PERSON, locale);
                    assertThat(outcome.title(locale) + " " + advice.cause() + " " + advice.remedy())
                            .as(outcome.id())
                            .doesNotContainPattern(TELLING);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    @Tag("SL-07")
    void lockAndWrongPassword_areToldInTheSameWords(String language) {
        Locale locale = new Locale(language);
        assertThat(Stream.of("SSPR-L-002", "SSPR-L-003", "SSPR-L-005", "SSPR-L-006")
                        .map(id -> Outcomes.byId(id).orElseThrow())
                        .map(outcome -> outcome.title(locale) + outcome.advice(Outcome.Audience.PERSON, locale))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void time_isShownInTheReadersZoneAndLanguage() {
        OccurredOutcome occurred =
                Refused.until(Instant.parse("2026-05-04T12:00:00Z")).occurred();

        assertThat(occurred.advice(Outcome.Audience.PERSON, ENGLISH, AMSTERDAM).remedy())
                .contains("May 4, 2026", "2:00");
        assertThat(occurred.advice(Outcome.Audience.PERSON, DUTCH, AMSTERDAM).remedy())
                .contains("4 mei 2026", "14:00");
    }

    @Test
    void valueThatIsNotKnown_hasGeneralWords() {
        OccurredOutcome occurred = Refused.of(Refusal.TRY_LATER).occurred();

        assertThat(occurred.advice(Outcome.Audience.PERSON, ENGLISH, AMSTERDAM).remedy())
                .isEqualTo("Come back at the time that the page shows, or use another way.");
        assertThat(new AnswerResult.NotProven(2)
                        .occurred()
                        .advice(Outcome.Audience.PERSON, ENGLISH, AMSTERDAM)
                        .remedy())
                .endsWith("Tries left for this way: 2.");
    }

    @Test
    void valueOfAnotherType_isRefused() {
        Outcome outcome = Refusal.TRY_LATER.outcome(Purpose.RESET);

        assertThatThrownBy(() -> new OccurredOutcome(outcome, Map.of(Outcome.Parameter.RETRY_AT, "noon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RETRY_AT is a Instant, not a String");
    }

    @Test
    void otherLanguage_getsEnglish() {
        Outcome outcome = Refusal.GONE.outcome(Purpose.RESET);

        assertThat(outcome.title(Locale.JAPAN)).isEqualTo(outcome.title(ENGLISH));
    }
}
