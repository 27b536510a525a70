package dev.sspr.spi.broken;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemorySessionRevoker;
import dev.sspr.spi.memory.InMemorySessionRevokerTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Session revokers that are wrong. */
final class BrokenRevokers {
    private BrokenRevokers() {}

    /** The twin's fixture with something in front of the twin. */
    private static class Fixture extends InMemorySessionRevokerTest {
        final Set<UserId> users = ConcurrentHashMap.newKeySet();
        private final SessionRevoker broken;

        Fixture(Function<Fixture, SessionRevoker> broken) {
            this.broken = broken.apply(this);
        }

        SessionRevoker twin() {
            return revoker;
        }

        @Override
        protected String open(String kind, UserId user, Instant issuedAt) {
            users.add(user);
            return super.open(kind, user, issuedAt);
        }

        @Override
        protected SessionRevoker revoker() {
            return broken;
        }
    }

    private static Supplier<Contract> with(Function<Fixture, SessionRevoker> broken) {
        return () -> new Fixture(broken);
    }

    static List<Broken> all() {
        return List.of(
                // these look at all kinds after a revocation too
                Broken.of("S1", "leaves remembered devices", Set.of("S4", "S5"), LeavesDevices::new),
                Broken.of("S1", "each node knows its own sessions", () -> new Fixture(Fixture::twin) {
                    @Override
                    protected Optional<SessionRevoker> otherNode() {
                        return Optional.of(new InMemorySessionRevoker());
                    }
                }),
                Broken.of(
                        "S2",
                        "ends what was given at the instant",
                        with(fixture -> (user, before) -> fixture.twin().revokeAll(user, before.plusMillis(1)))),
                Broken.of("S3", "ends accounts whose id begins alike", with(fixture -> (user, before) -> {
                    if (user != null && before != null) {
                        fixture.users.stream()
                                .filter(other -> other.value().startsWith(user.value()))
                                .forEach(other -> fixture.twin().revokeAll(other, before));
                    }
                    return fixture.twin().revokeAll(user, before);
                })),
                Broken.of("S4", "fails the second time", with(BrokenRevokers::failsAgain)),
                Broken.of("S5", "takes an outage for 'ended'", with(fixture -> (user, before) -> {
                    try {
                        return fixture.twin().revokeAll(user, before);
                    } catch (BackendUnavailableException e) {
                        return new SessionRevoker.Revocation.Ended(0);
                    }
                })),
                Broken.of(
                        "S5",
                        "takes unconfirmed for 'ended'",
                        with(fixture -> (user, before) ->
                                fixture.twin().revokeAll(user, before) instanceof SessionRevoker.Revocation.Ended ended
                                        ? ended
                                        : new SessionRevoker.Revocation.Ended(-1))),
                Broken.of("S6", "cannot confirm what never was", with(fixture -> (user, before) -> {
                    SessionRevoker.Revocation answer = fixture.twin().revokeAll(user, before);
                    return fixture.users.contains(user) ? answer : new SessionRevoker.Revocation.Unconfirmed();
                })),
                Broken.of(
                        "S7",
                        "takes null for 'everything'",
                        with(fixture -> (user, before) ->
                                fixture.twin().revokeAll(user, before == null ? Instant.MAX : before))));
    }

    private static SessionRevoker failsAgain(Fixture fixture) {
        Set<String> done = ConcurrentHashMap.newKeySet();
        return (user, before) -> {
            SessionRevoker.Revocation answer = fixture.twin().revokeAll(user, before);
            if (!done.add(user.value() + before)) {
                throw new BackendUnavailableException("unique constraint violated");
            }
            return answer;
        };
    }

    /** A host that gives out two kinds of things and revokes one. */
    private static final class LeavesDevices extends Fixture {
        private final InMemorySessionRevoker devices = new InMemorySessionRevoker();

        LeavesDevices() {
            super(Fixture::twin);
        }

        @Override
        protected List<String> kinds() {
            return List.of("session", "remembered device");
        }

        @Override
        protected String open(String kind, UserId user, Instant issuedAt) {
            return "session".equals(kind) ? super.open(kind, user, issuedAt) : devices.open(user, issuedAt);
        }

        @Override
        protected boolean accepts(String token) {
            return super.accepts(token) || devices.accepts(token);
        }
    }
}
