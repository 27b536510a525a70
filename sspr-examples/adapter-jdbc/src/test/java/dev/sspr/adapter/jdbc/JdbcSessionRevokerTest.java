package dev.sspr.adapter.jdbc;

import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.SessionRevokerContract;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** S1 to S7 on every engine. */
@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#all")
final class JdbcSessionRevokerTest extends SessionRevokerContract {
    private final Fixture fixture;

    JdbcSessionRevokerTest(Engine engine) {
        fixture = new Fixture(engine);
    }

    @Override
    protected SessionRevoker revoker() {
        return fixture.stores().sessionRevoker();
    }

    @Override
    protected Optional<SessionRevoker> otherNode() {
        return Optional.of(fixture.otherNode.sessionRevoker());
    }

    @Override
    protected List<String> kinds() {
        return Arrays.stream(SessionKind.values()).map(SessionKind::name).toList();
    }

    @Override
    protected String open(String kind, UserId user, Instant issuedAt) {
        SessionKind sort = SessionKind.valueOf(kind);
        return kind + " "
                + fixture.stores().sessions().open(user, sort, issuedAt).exposeTo(String::new);
    }

    @Override
    protected boolean accepts(String token) {
        int space = token.indexOf(' ');
        return fixture.otherNode
                .sessions()
                .accepts(SessionKind.valueOf(token.substring(0, space)), Secret.of(token.substring(space + 1)))
                .isPresent();
    }

    @Override
    protected void outage(boolean on) {
        fixture.outage(on);
    }

    @Override
    protected boolean hang(boolean on) {
        return fixture.hang(on);
    }
}
