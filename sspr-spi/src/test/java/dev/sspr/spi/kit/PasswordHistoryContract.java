package dev.sspr.spi.kit;

import static dev.sspr.spi.PasswordHistory.MAX_DEPTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.spi.PasswordHistory;
import dev.sspr.spi.PasswordHistory.Recall;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link PasswordHistory}. */
public abstract class PasswordHistoryContract extends Contract {
    /** For vendors to extend. */
    protected PasswordHistoryContract() {}

    /**
     * The history.
     *
     * @return the same within a test
     */
    protected abstract PasswordHistory history();

    /**
     * Sets an account's new current password, as the host's user store does it.
     *
     * @param user the account; an unknown one is created
     * @param password the new current password
     */
    protected abstract void written(UserId user, Secret password);

    /**
     * The number of passwords that the backend keeps.
     *
     * @return 1 to 24
     */
    protected int keeps() {
        return MAX_DEPTH;
    }

    /**
     * The whole content of the backend, as an operator's tools show it.
     *
     * @return all rows or files as text
     */
    protected abstract String dump();

    private UserId user() {
        return new UserId(samples.unique("user-"));
    }

    private void recalls(String clause, UserId user, Secret password, int depth, Recall expected) {
        assertThat(history().recall(user, password, depth))
                .as("%s: at depth %d", clause, depth)
                .isEqualTo(expected);
    }

    @Test
    @Tag("R-PWD-11")
    @DisplayName("H1: the current password is USED at every depth")
    void h1_currentPassword_isUsed() {
        UserId user = user();
        for (int i = 0; i < 3; i++) {
            Secret password = samples.password();
            recalls("H1", user, password, MAX_DEPTH, Recall.NOT_USED);
            written(user, password);
            for (int depth = 1; depth <= MAX_DEPTH; depth++) {
                recalls("H1", user, password, depth, Recall.USED);
            }
        }
    }

    @Test
    @DisplayName("H2: the n-th last password is USED at depth n and beyond, and NOT_USED below")
    void h2_olderPassword_isUsedFromItsDepth() {
        UserId user = user();
        List<Secret> newestFirst = new ArrayList<>();
        for (int i = 0; i < keeps(); i++) {
            newestFirst.add(0, samples.password());
            written(user, newestFirst.get(0));
        }
        for (int n = 1; n <= newestFirst.size(); n++) {
            recalls("H2", user, newestFirst.get(n - 1), n, Recall.USED);
            recalls("H2", user, newestFirst.get(n - 1), MAX_DEPTH, Recall.USED);
            if (n > 1) {
                recalls("H2", user, newestFirst.get(n - 1), n - 1, Recall.NOT_USED);
            }
        }
    }

    @Test
    @Tag("R-UNI-6")
    @DisplayName("H3: another account's password is NOT_USED, and so is any of an unknown account")
    void h3_otherAccount_saysNothing() {
        UserId anna = user();
        UserId bert = user();
        Secret password = samples.password();
        written(anna, password);
        written(bert, samples.password());
        recalls("H3", bert, password, MAX_DEPTH, Recall.NOT_USED);
        recalls("H3", user(), password, MAX_DEPTH, Recall.NOT_USED);
    }

    @Test
    @Tag("R-PWD-8")
    @DisplayName("H4: another case, accent, space or end is another password")
    void h4_nearlyTheSame_isNotUsed() {
        for (String text : Hostile.passwords()) {
            UserId user = user();
            written(user, Secret.of(text));
            recalls("H4", user, Secret.of(text), 1, Recall.USED);
            for (String near : List.of(
                    text + " ",
                    " " + text,
                    text + "\u0301",
                    text.substring(0, text.length() - 1),
                    text.substring(1),
                    "%",
                    text.chars().anyMatch(c -> c == 'x') ? text.replace('x', 'X') : text + "x")) {
                recalls("H4", user, Secret.of(near), MAX_DEPTH, Recall.NOT_USED);
            }
        }
    }

    @Test
    @Tag("V-LEAK-10")
    @Tag("R-HASH-1")
    @DisplayName("H5: the backend contains neither a past password nor a fast hash of one; a hash is salted")
    void h5_password_isNowhere() {
        UserId user = user();
        Secret password = samples.password();
        String empty = dump();
        written(user, password);
        String one = dump();
        assertThat(one).as("H5: the dump after a write").isNotEqualTo(empty);
        for (String trace : Traces.of(password)) {
            assertThat(one.contains(trace))
                    .as("H5: a trace of the password in the dump: %s", trace)
                    .isFalse();
        }
    }

    @Test
    @Tag("R-RATE-11")
    @DisplayName("H6: calls change nothing, even if repeated or invalid")
    void h6_asking_changesNothing() {
        UserId user = user();
        Secret password = samples.password();
        written(user, password);
        String before = dump();
        for (int i = 0; i < 20; i++) {
            history().recall(user, samples.password(), 1);
            history().recall(user(), password, MAX_DEPTH);
        }
        assertThat(dump().equals(before))
                .as("H6: the content of the backend stays the same")
                .isTrue();
        recalls("H6", user, password, 1, Recall.USED);
    }

    @Test
    @DisplayName("H7: an outage throws BackendUnavailableException")
    void h7_outage_isUnavailable() {
        UserId user = user();
        Secret password = samples.password();
        written(user, password);
        failsWhileDown(
                "H7", () -> history().recall(user, password, 1), () -> history().recall(user(), password, 1));
        recalls("H7", user, password, 1, Recall.USED);
    }

    @Test
    @DisplayName("H7: a hanging backend causes BackendUnavailableException within 30 seconds")
    void h7_hang_isUnavailable() {
        UserId user = user();
        Secret password = samples.password();
        failsWhileHanging("H7", () -> history().recall(user, password, 1));
    }

    @Test
    @DisplayName("H8: 64 threads call at once, and each gets its own answer")
    void h8_parallelQuestions_haveTheirOwnAnswers() {
        UserId user = user();
        Secret old = samples.password();
        Secret current = samples.password();
        written(user, old);
        written(user, current);
        List<Recall> answers = Race.run(thread -> history().recall(user, thread % 2 == 0 ? current : old, 1));
        for (int thread = 0; thread < answers.size(); thread++) {
            assertThat(answers.get(thread))
                    .as("H8: thread %d", thread)
                    .isEqualTo(thread % 2 == 0 ? Recall.USED : Recall.NOT_USED);
        }
    }

    @Test
    @DisplayName("H9: a depth out of bounds and null are refused")
    void h9_wrongArguments_areRefused() {
        UserId user = user();
        Secret password = samples.password();
        written(user, password);
        for (int depth : new int[] {Integer.MIN_VALUE, -1, 0, MAX_DEPTH + 1, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .as("H9: depth %d", depth)
                    .isThrownBy(() -> history().recall(user, password, depth));
        }
        refusesNull(
                "H9", () -> history().recall(null, password, 1), () -> history().recall(user, null, 1));
    }
}
