package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.SessionRevoker.Revocation.Ended;
import dev.sspr.spi.SessionRevoker.Revocation.Unconfirmed;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link SessionRevoker}. */
public abstract class SessionRevokerContract extends Contract {
    /** For vendors to extend. */
    protected SessionRevokerContract() {}

    /**
     * The revoker.
     *
     * @return the same within a test
     */
    protected abstract SessionRevoker revoker();

    /**
     * Issues a session or token to an account.
     *
     * @param kind one of {@link #kinds}
     * @param user the account, which need not exist
     * @param issuedAt the issue time, whole milliseconds
     * @return a token for {@link #accepts}
     */
    protected abstract String open(String kind, UserId user, Instant issuedAt);

    /**
     * Uses a session or token as its holder would.
     *
     * @param token the token that {@link #open} returned
     * @return whether the host accepts it
     */
    protected abstract boolean accepts(String token);

    /**
     * All kinds of sessions and tokens that the host issues: sessions, refresh tokens, remembered devices, app
     * passwords, incomplete sign-ins.
     *
     * @return at least one name
     */
    protected List<String> kinds() {
        return List.of("session");
    }

    /**
     * A second instance on the same backend, as on another node.
     *
     * @return empty if there cannot be two
     */
    protected Optional<SessionRevoker> otherNode() {
        return Optional.empty();
    }

    /**
     * Makes the backend accept revocations without confirming them, or stops that.
     *
     * @param on true to begin
     * @return false if this fixture cannot do it
     */
    protected boolean unconfirmed(boolean on) {
        return false;
    }

    private UserId user() {
        return new UserId(samples.unique("user-"));
    }

    private List<String> openAll(String clause, UserId user, long millis) {
        List<String> tokens = new ArrayList<>();
        for (String kind : kinds()) {
            tokens.add(open(kind, user, Samples.at(millis)));
        }
        assertAll(clause, tokens, true, "when it was just opened");
        return tokens;
    }

    private void assertAll(String clause, List<String> tokens, boolean alive, String when) {
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(accepts(tokens.get(i)))
                    .as("%s: whether a %s lives %s", clause, kinds().get(i % kinds().size()), when)
                    .isEqualTo(alive);
        }
    }

    private static void isEnded(String clause, SessionRevoker.Revocation answer) {
        assertThat(answer).as(clause + ": the answer").isInstanceOf(Ended.class);
    }

    @Test
    @Tag("R-SESS-1")
    @Tag("V-SESS-2")
    @Tag("V-SESS-1")
    @Tag("V-SESS-3")
    @DisplayName("S1: no session or token issued before is accepted")
    void s1_givenBefore_isEnded() {
        UserId anna = user();
        List<String> tokens = new ArrayList<>(openAll("S1", anna, -86_400_000));
        tokens.addAll(openAll("S1", anna, -1));
        isEnded("S1", revoker().revokeAll(anna, Samples.NOW));
        assertAll("S1", tokens, false, "after it was ended");
    }

    @Test
    @Tag("R-SESS-1")
    @DisplayName("S1: a revocation on another node counts here")
    void s1_otherNode_endsHere() {
        SessionRevoker other = need(otherNode(), "S1", "second node");
        UserId anna = user();
        List<String> tokens = openAll("S1", anna, -1);
        isEnded("S1", other.revokeAll(anna, Samples.NOW));
        assertAll("S1", tokens, false, "after it was ended on another node");
    }

    @Test
    @DisplayName("S2: a session issued at the instant or later continues, even if the call is late")
    void s2_givenAtOrAfter_livesOn() {
        UserId anna = user();
        List<String> at = openAll("S2", anna, 0);
        List<String> after = openAll("S2", anna, 1);
        isEnded("S2", revoker().revokeAll(anna, Samples.NOW));
        assertAll("S2", at, true, "when it was given at that instant");
        assertAll("S2", after, true, "when it was given a millisecond later");
        isEnded("S2", revoker().revokeAll(anna, Samples.at(-5)));
        assertAll("S2", at, true, "after an older revocation came late");
        assertAll("S2", openAll("S2", anna, 2), true, "when it was given after a revocation");
    }

    @Test
    @DisplayName("S3: no other account is affected, even with a similar id")
    void s3_otherAccounts_areNotTouched() {
        UserId anna = user();
        List<String> tokens = new ArrayList<>();
        for (String id :
                List.of(anna.value() + "0", "x" + anna.value(), anna.value().toUpperCase(Locale.ROOT))) {
            tokens.addAll(openAll("S3", new UserId(id), -1000));
        }
        openAll("S3", anna, -1000);
        isEnded("S3", revoker().revokeAll(anna, Samples.NOW));
        for (String text : Hostile.syntax()) {
            revoker().revokeAll(new UserId(text), Samples.NOW);
        }
        assertAll("S3", tokens, true, "after another account's were ended");
    }

    @Test
    @DisplayName("S4: a repeated call, and 64 at once, are harmless")
    void s4_again_isEnded() {
        UserId anna = user();
        List<String> old = openAll("S4", anna, -1000);
        List<SessionRevoker.Revocation> answers = Race.run(i -> revoker().revokeAll(anna, Samples.NOW));
        answers.forEach(answer -> isEnded("S4", answer));
        assertAll("S4", old, false, "after it was ended 64 times");
        List<String> fresh = openAll("S4", anna, 1);
        isEnded("S4", revoker().revokeAll(anna, Samples.NOW));
        assertAll("S4", fresh, true, "after the same revocation once more");
    }

    @Test
    @Tag("R-SESS-2")
    @DisplayName("S5: a revocation that cannot be confirmed is Unconfirmed")
    void s5_notConfirmed_isUnconfirmed() {
        needs(unconfirmed(true), "S5", "way to leave a revocation unconfirmed");
        try {
            UserId anna = user();
            openAll("S5", anna, -1000);
            assertThat(revoker().revokeAll(anna, Samples.NOW))
                    .as("S5: the answer")
                    .isInstanceOf(Unconfirmed.class);
        } finally {
            unconfirmed(false);
        }
    }

    @Test
    @Tag("R-SESS-2")
    @DisplayName("S5: an outage throws BackendUnavailableException; afterwards it works")
    void s5_outage_isUnavailable() {
        UserId anna = user();
        List<String> tokens = openAll("S5", anna, -1000);
        failsWhileDown("S5", () -> revoker().revokeAll(anna, Samples.NOW));
        isEnded("S5", revoker().revokeAll(anna, Samples.NOW));
        assertAll("S5", tokens, false, "after the backend came back");
    }

    @Test
    @Tag("R-SESS-2")
    @DisplayName("S5: a hanging backend causes BackendUnavailableException within 30 seconds")
    void s5_hang_isUnavailable() {
        UserId anna = user();
        failsWhileHanging("S5", () -> revoker().revokeAll(anna, Samples.NOW));
    }

    @Test
    @DisplayName("S6: an account without sessions is Ended")
    void s6_noSessions_isEnded() {
        isEnded("S6", revoker().revokeAll(user(), Samples.NOW));
    }

    @Test
    @DisplayName("S7: null is refused and ends nothing")
    void s7_null_isRefused() {
        UserId anna = user();
        List<String> tokens = openAll("S7", anna, -1000);
        refusesNull(
                "S7",
                () -> revoker().revokeAll(null, Samples.NOW),
                () -> revoker().revokeAll(anna, null));
        assertAll("S7", tokens, true, "after null was refused");
    }
}
