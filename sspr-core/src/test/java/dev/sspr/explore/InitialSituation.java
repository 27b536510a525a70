package dev.sspr.explore;

import dev.sspr.explore.ExplorationRun.Has;
import dev.sspr.explore.ExploredWorld.Session;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verify.SecurityInfoStore;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How a run begins. */
final class InitialSituation {
    private InitialSituation() {}

    static void of(ExploredHost exploredHost) {
        ExploredWorld exploredWorld = exploredHost.exploredWorld;
        if (!exploredHost.explorationRun.is(Has.NOTHING)) {
            registered(exploredHost, MethodKind.EMAIL_CODE, ExploredWorld.MAIL);
        }
        if (TightPolicy.phone(exploredHost.explorationRun)) {
            registered(exploredHost, MethodKind.SMS_CODE, ExploredWorld.PHONE);
        }
        exploredWorld.sessions.add(
                new Session(Actor.OWNER, ExploredWorld.START, UserActions.kinds(exploredHost), 0, false));
        if (exploredHost.explorationRun.is(Has.ATTACKER_HAS_SESSION)) {
            exploredWorld.sessions.add(new Session(Actor.ATTACKER, ExploredWorld.START, Set.of(), 0, false));
        }
        if (exploredHost.explorationRun.is(Has.LOCKED)) {
            exploredWorld.status = AccountStatus.LOCKED;
        }
    }

    private static void registered(ExploredHost exploredHost, MethodKind kind, Destination to) {
        Instant longAgo = ExploredWorld.START.minus(Duration.ofDays(90));
        RegisteredMethod method = new RegisteredMethod(
                to.id(),
                kind,
                to.masked(),
                RegisteredMethod.State.VERIFIED,
                longAgo,
                longAgo,
                Optional.empty(),
                Optional.of(to),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        new SecurityInfoStore(new ExploredMethodStore(exploredHost), exploredHost.keys)
                .change(ExploredWorld.ALICE, (SecurityInfo info) -> Optional.of(info.with(method)));
    }
}
