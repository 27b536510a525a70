package dev.sspr.explore;

import dev.sspr.explore.Run.Has;
import dev.sspr.explore.Sim.Session;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.verify.SecurityInfos;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How a run begins. */
final class Beginning {
    private Beginning() {}

    static void of(Host host) {
        Sim sim = host.sim;
        if (!host.run.is(Has.NOTHING)) {
            registered(host, MethodKind.EMAIL_CODE, Sim.MAIL);
        }
        if (Numbers.phone(host.run)) {
            registered(host, MethodKind.SMS_CODE, Sim.PHONE);
        }
        sim.sessions.add(new Session(Who.OWNER, Sim.START, Hands.kinds(host), 0, false));
        if (host.run.is(Has.ATTACKER_HAS_SESSION)) {
            sim.sessions.add(new Session(Who.ATTACKER, Sim.START, Set.of(), 0, false));
        }
        if (host.run.is(Has.LOCKED)) {
            sim.status = AccountStatus.LOCKED;
        }
    }

    private static void registered(Host host, MethodKind kind, Destination to) {
        Instant longAgo = Sim.START.minus(Duration.ofDays(90));
        Entry entry = new Entry(
                to.id(),
                kind,
                to.masked(),
                Entry.State.VERIFIED,
                longAgo,
                longAgo,
                Optional.empty(),
                Optional.of(to),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        new SecurityInfos(new Infos(host), host.keys)
                .change(Sim.ALICE, (SecurityInfo info) -> Optional.of(info.with(entry)));
    }
}
