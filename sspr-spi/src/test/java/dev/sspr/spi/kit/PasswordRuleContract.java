package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.Finding;
import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link PasswordRule}. */
public abstract class PasswordRuleContract extends Contract {
    /** The number of characters in a row that a finding must not reveal. */
    private static final int TELLING = 4;

    /** For vendors to extend. */
    protected PasswordRuleContract() {}

    /**
     * The rule.
     *
     * @return the same within a test
     */
    protected abstract PasswordRule rule();

    /**
     * A password that the rule refuses.
     *
     * @return at least eight characters
     */
    protected abstract Secret refused();

    /**
     * A password that the rule accepts.
     *
     * @return at least eight characters
     */
    protected abstract Secret accepted();

    /**
     * Everything that the rule and its backend kept or wrote since the test began: rows, cache, log.
     *
     * @return all of it as text
     */
    protected abstract String kept();

    private static String text(Finding finding) {
        return finding.code() + " " + finding.parameters();
    }

    @Test
    @DisplayName("P1: a refused password has findings, an accepted one has none, always the same")
    void p1_answers_stayTheSame() {
        Account account = samples.account();
        List<Finding> first = rule().check(refused(), account);
        assertThat(first).as("P1: findings of a refused password").isNotEmpty();
        for (int i = 0; i < 5; i++) {
            assertThat(rule().check(accepted(), account))
                    .as("P1: findings of an accepted password")
                    .isEmpty();
            assertThat(rule().check(refused(), account))
                    .as("P1: the same question again")
                    .isEqualTo(first);
        }
    }

    @Test
    @Tag("R-PWD-7")
    @DisplayName("P2: it answers for passwords of every length and script")
    void p2_anyPassword_isAnswered() {
        List<String> passwords = new ArrayList<>(Hostile.passwords());
        passwords.addAll(List.of("x", " ", "%", "\ud83d\udc69", "x".repeat(512)));
        for (String password : passwords) {
            assertThat(rule().check(Secret.of(password), samples.account()))
                    .as("P2: findings of %d characters", password.length())
                    .doesNotContainNull();
        }
    }

    @Test
    @Tag("R-LOG-1")
    @DisplayName("P3: a finding has no four characters of the password in a row")
    void p3_findings_giveNothingAway() {
        String password = refused().exposeTo(String::new).toLowerCase(Locale.ROOT);
        for (Finding finding : rule().check(refused(), samples.account())) {
            for (int i = 0; i + TELLING <= password.length(); i++) {
                assertThat(text(finding).toLowerCase(Locale.ROOT).contains(password.substring(i, i + TELLING)))
                        .as("P3: characters %d to %d of the password in a finding", i, i + TELLING)
                        .isFalse();
            }
        }
    }

    @Test
    @Tag("R-PWD-13")
    @DisplayName("P4: nothing of a password is kept")
    void p4_password_isNotKept() {
        List<Secret> seen = List.of(samples.password(), refused(), accepted());
        for (Secret password : seen) {
            rule().check(password, samples.account());
        }
        String kept = kept() + rule();
        for (Secret password : seen) {
            for (String trace : Traces.of(password)) {
                assertThat(kept.contains(trace))
                        .as("P4: a trace of a password is kept: %s", trace)
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName("P5: 64 threads call at once, and each gets its own answer")
    void p5_parallelQuestions_haveTheirOwnAnswers() {
        Account account = samples.account();
        List<Finding> expected = rule().check(refused(), account);
        List<List<Finding>> answers =
                Race.run(thread -> rule().check(thread % 2 == 0 ? refused() : accepted(), account));
        for (int thread = 0; thread < answers.size(); thread++) {
            assertThat(answers.get(thread))
                    .as("P5: thread %d", thread)
                    .isEqualTo(thread % 2 == 0 ? expected : List.of());
        }
    }

    @Test
    @Tag("R-PWD-6")
    @DisplayName("P6: an outage throws BackendUnavailableException and accepts nothing")
    void p6_outage_isUnavailable() {
        Account account = samples.account();
        failsWhileDown("P6", () -> rule().check(accepted(), account), () -> rule().check(refused(), account));
        assertThat(rule().check(accepted(), account)).as("P6: afterwards").isEmpty();
    }

    @Test
    @Tag("R-PWD-6")
    @DisplayName("P6: a hanging backend causes BackendUnavailableException within 30 seconds")
    void p6_hang_isUnavailable() {
        Account account = samples.account();
        failsWhileHanging("P6", () -> rule().check(accepted(), account));
    }

    @Test
    @DisplayName("P7: null is refused")
    void p7_null_isRefused() {
        Account account = samples.account();
        refusesNull("P7", () -> rule().check(null, account), () -> rule().check(accepted(), null));
    }
}
