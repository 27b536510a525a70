package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.BreachedPasswords.Answer.Found;
import dev.sspr.spi.BreachedPasswords.Answer.NotFound;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link BreachedPasswords}. */
public abstract class BreachedPasswordsContract extends Contract {
    /** The number of times that each password of the kit was seen. */
    protected static final long TIMES = 7;

    /** Of 2000 at one in 200, 10 are expected, with a standard deviation of 3: more than 30 is not chance. */
    private static final int STRANGERS = 2000;

    private static final int MOST_MISTAKEN = 30;

    /** 20 bits are five hexadecimal digits. */
    private static final int TOO_MANY_DIGITS = 6;

    /** For vendors to extend. */
    protected BreachedPasswordsContract() {}

    /**
     * The list with some passwords, each seen {@link #TIMES} times.
     *
     * @param breached the passwords that it must contain at least
     * @return the list; another call in the same test may add to it
     */
    protected abstract BreachedPasswords holding(List<Secret> breached);

    /**
     * Everything that the list sent or wrote since the test began: network, cache, log.
     *
     * @return all of it as text
     */
    protected abstract String shown();

    private List<Secret> passwords(int count) {
        return IntStream.range(0, count).mapToObj(i -> samples.password()).toList();
    }

    private static void isFound(String clause, BreachedPasswords.Answer answer) {
        assertThat(answer)
                .as(clause + ": the answer for a password in the list")
                .isInstanceOf(Found.class);
        assertThat(((Found) answer).times())
                .as(clause + ": how often it was seen")
                .isBetween(1L, TIMES);
    }

    private static void areStrangers(String clause, BreachedPasswords list, List<Secret> passwords) {
        long mistaken = passwords.stream()
                .filter(password -> list.lookUp(password) instanceof Found)
                .count();
        assertThat(mistaken)
                .as("%s: how many of %d that are not in the list are found", clause, passwords.size())
                .isLessThanOrEqualTo(Math.max(3, (long) MOST_MISTAKEN * passwords.size() / STRANGERS));
    }

    @Test
    @Tag("R-PWD-5")
    @DisplayName("B1: a password in the list is found")
    void b1_listed_isFound() {
        List<Secret> breached = passwords(500);
        BreachedPasswords list = holding(breached);
        breached.forEach(password -> isFound("B1", list.lookUp(password)));
    }

    @Test
    @DisplayName("B2: a password that is not in the list is not found, except at most one in 200")
    void b2_notListed_isNotFound() {
        areStrangers("B2", holding(passwords(500)), passwords(STRANGERS));
    }

    @Test
    @Tag("R-PWD-8")
    @DisplayName("B3: another case, accent or space is another password")
    void b3_variants_areNotFound() {
        List<Secret> breached = new ArrayList<>();
        List<Secret> variants = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String text = samples.unique("Caf\u00e9 blue ");
            breached.add(Secret.of(text));
            for (String variant : List.of(
                    text.toLowerCase(Locale.ROOT),
                    text.toUpperCase(Locale.ROOT),
                    text + " ",
                    " " + text,
                    text.replace("\u00e9", "e\u0301"),
                    text.replace("\u00e9", "e"),
                    text.replace("\u00e9", "?"),
                    text.substring(1))) {
                variants.add(Secret.of(variant));
            }
        }
        areStrangers("B3", holding(breached), variants);
    }

    @Test
    @Tag("R-PWD-7")
    @DisplayName("B4: it answers for passwords of every length and script")
    void b4_anyPassword_isAnswered() {
        List<Secret> passwords = new ArrayList<>();
        Hostile.passwords().forEach(text -> passwords.add(Secret.of(text)));
        for (String text : List.of("x", " ", "%", "\ud83d\udc69", "x".repeat(512))) {
            passwords.add(Secret.of(text));
        }
        BreachedPasswords list = holding(passwords);
        passwords.forEach(password -> isFound("B4", list.lookUp(password)));
    }

    @Test
    @DisplayName("B5: 64 threads call at once, and each gets its own answer")
    void b5_parallelQuestions_haveTheirOwnAnswers() {
        List<Secret> breached = passwords(Race.THREADS);
        BreachedPasswords list = holding(breached);
        // a false positive of the list would prove nothing
        Secret stranger = passwords(50).stream()
                .filter(password -> list.lookUp(password) instanceof NotFound)
                .findFirst()
                .orElseThrow(() -> new AssertionError("B5: 50 passwords that are not in the list are found"));
        List<BreachedPasswords.Answer> answers =
                Race.run(thread -> list.lookUp(thread % 2 == 0 ? breached.get(thread) : stranger));
        for (int thread = 0; thread < answers.size(); thread++) {
            assertThat(answers.get(thread))
                    .as("B5: thread %d", thread)
                    .isInstanceOf(thread % 2 == 0 ? Found.class : NotFound.class);
        }
    }

    @Test
    @Tag("R-PWD-6")
    @DisplayName("B6: an outage throws BackendUnavailableException, not an answer; afterwards it works")
    void b6_outage_isUnavailable() {
        List<Secret> breached = passwords(1);
        BreachedPasswords list = holding(breached);
        failsWhileDown("B6", () -> list.lookUp(samples.password()), () -> list.lookUp(breached.get(0)));
        isFound("B6", list.lookUp(breached.get(0)));
    }

    @Test
    @Tag("R-PWD-6")
    @DisplayName("B6: a hanging backend causes BackendUnavailableException within 30 seconds")
    void b6_hang_isUnavailable() {
        BreachedPasswords list = holding(passwords(1));
        failsWhileHanging("B6", () -> list.lookUp(samples.password()));
    }

    @Test
    @Tag("R-PWD-13")
    @DisplayName("B7: nothing of a password is revealed, and at most 20 bits of its hash")
    void b7_password_isNotShown() {
        List<Secret> breached = passwords(1);
        BreachedPasswords list = holding(breached);
        for (Secret password : List.of(breached.get(0), samples.password())) {
            BreachedPasswords.Answer answer = list.lookUp(password);
            String shown = (shown() + answer + list).toLowerCase(Locale.ROOT);
            for (String trace : Traces.of(password)) {
                String start = trace.toLowerCase(Locale.ROOT).substring(0, TOO_MANY_DIGITS);
                assertThat(shown.contains(start))
                        .as(
                                "B7: the first %d characters of a trace of a password are shown: %s",
                                TOO_MANY_DIGITS, trace)
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName("B8: null is refused")
    void b8_null_isRefused() {
        BreachedPasswords list = holding(passwords(1));
        refusesNull("B8", () -> list.lookUp(null));
    }
}
