package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#both")
final class JdbcSessionsTest {
    private final Fixture fixture;
    private final JdbcSessions sessions;
    private final UserId anna = new UserId(new Samples().unique("anna-"));

    JdbcSessionsTest(Engine engine) {
        fixture = new Fixture(engine);
        sessions = fixture.stores().sessions();
    }

    private Secret open(long millis) {
        return sessions.open(anna, SessionKind.SESSION, Samples.at(millis));
    }

    private boolean lives(Secret token) {
        return sessions.accepts(SessionKind.SESSION, token).isPresent();
    }

    @Test
    void accepts_ownKind_isTheAccount() {
        assertThat(sessions.accepts(SessionKind.SESSION, open(0))).contains(anna);
    }

    @Test
    void accepts_otherKind_isEmpty() {
        assertThat(sessions.accepts(SessionKind.REFRESH_TOKEN, open(0))).isEmpty();
    }

    /** R-UNI-6. */
    @Test
    void accepts_otherTenant_isEmpty() {
        assertThat(fixture.otherTenant.sessions().accepts(SessionKind.SESSION, open(0)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "éééééééééééééééééééééééééééééééééééééééééééé",
                "\u0141AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void accepts_neverOpened_isEmpty(String token) {
        assertThat(lives(Secret.of(token))).isFalse();
    }

    @Test
    void open_token_isNowhereInTheDatabase() {
        String token = open(0).exposeTo(String::new);

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(Dump.of(fixture.sure())).contains(anna.value()).doesNotContain(token);
    }

    @Test
    void end_one_leavesTheOther() {
        Secret first = open(0);
        Secret second = open(0);
        sessions.end(first);
        sessions.end(first);

        assertThat(lives(first)).isFalse();
        assertThat(lives(second)).isTrue();
    }

    /** R-SESS-1: a sign-in that began before the revocation and is written down after it. */
    @Test
    void open_afterALaterRevocation_isDeadOnArrival() {
        fixture.otherNode.sessionRevoker().revokeAll(anna, Samples.NOW);

        assertThat(lives(open(-1))).isFalse();
        assertThat(lives(open(0))).isTrue();
    }

    @Test
    void revokeAll_earlierInstantLater_doesNotMoveBack() {
        fixture.stores().sessionRevoker().revokeAll(anna, Samples.NOW);
        fixture.stores().sessionRevoker().revokeAll(anna, Samples.at(-1000));

        assertThat(lives(open(-1))).isFalse();
    }

    @Test
    void revokeAll_threeKinds_counts() {
        for (SessionKind kind : SessionKind.values()) {
            sessions.open(anna, kind, Samples.at(-1));
        }

        assertThat(fixture.stores().sessionRevoker().revokeAll(anna, Samples.NOW))
                .isEqualTo(new SessionRevoker.Revocation.Ended(3));
    }

    @Test
    void purge_old_goesOfThatKindOnly() {
        Secret old = open(-1);
        Secret young = open(0);
        Secret device = sessions.open(anna, SessionKind.REMEMBERED_DEVICE, Samples.at(-1));

        assertThat(sessions.purge(SessionKind.SESSION, Samples.NOW)).isEqualTo(1);
        assertThat(lives(old)).isFalse();
        assertThat(lives(young)).isTrue();
        assertThat(sessions.accepts(SessionKind.REMEMBERED_DEVICE, device)).contains(anna);
    }
}
