package dev.sspr.spi.memory;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.SessionRevokerContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/**
 * A host that keeps no list of its tokens keeps the contract too. A token states its user and its time of issue,
 * and a revocation is a time, so that it ends tokens that no store knows.
 */
@Tag("R-SESS-3")
@DisplayName("R-SESS-3: a revocation by time ends tokens that no store knows")
public class StatelessTokensTest extends SessionRevokerContract {
    private final Map<UserId, Instant> revoked = new ConcurrentHashMap<>();
    private volatile boolean down;

    @Override
    protected SessionRevoker revoker() {
        return (user, before) -> {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(before, "before");
            if (down) {
                throw new BackendUnavailableException("tokens");
            }
            revoked.merge(user, before, (one, other) -> one.isAfter(other) ? one : other);
            return new SessionRevoker.Revocation.Ended(0);
        };
    }

    @Override
    protected List<String> kinds() {
        return List.of("access token", "refresh token");
    }

    /** The signature of a real token is left out: it proves the text, not that the token still counts. */
    @Override
    protected String open(String kind, UserId user, Instant issuedAt) {
        return issuedAt + " " + kind.replace(' ', '-') + " " + user.value();
    }

    @Override
    protected boolean accepts(String token) {
        String[] parts = token.split(" ", 3);
        return !Instant.parse(parts[0]).isBefore(revoked.getOrDefault(new UserId(parts[2]), Instant.MIN));
    }

    @Override
    protected Optional<SessionRevoker> otherNode() {
        return Optional.of(revoker());
    }

    @Override
    protected void outage(boolean on) {
        down = on;
    }
}
