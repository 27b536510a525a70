package dev.sspr.internal.registration;

import dev.sspr.internal.securityinfo.InfoCodec;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What has been registered long before a run begins. */
final class ExploreStart {
    private static final Instant LONG_AGO = ExploreWorld.START.minus(Duration.ofDays(10));

    private ExploreStart() {}

    static void begin(ExploreHost host) {
        for (MethodKind kind : host.config.held()) {
            hold(host, host.sim.victim, entry(host, kind));
        }
    }

    private static void hold(ExploreHost host, ExplorePerson person, RegisteredMethod method) {
        SecurityInfo info = person.info.with(method).next();
        person.info = info;
        person.set = Optional.of(new MethodStore.MethodSet(
                info.user(),
                info.version(),
                info.claims(),
                host.keys.seal(info.user(), info.version(), InfoCodec.write(info))));
        person.held = true;
        host.sim.makers.put(method.id(), ExploreFlow.Who.VICTIM.name());
    }

    private static RegisteredMethod entry(ExploreHost host, MethodKind kind) {
        if (kind.equals(MethodKind.EMAIL_CODE)) {
            return address(host, kind, Channel.EMAIL, ExploreWorld.OWN_MAIL);
        }
        if (kind.equals(MethodKind.SMS_CODE)) {
            return address(host, kind, Channel.SMS, ExploreWorld.PHONE);
        }
        String id = "old-" + kind.value();
        return new RegisteredMethod(
                id,
                kind,
                "old",
                RegisteredMethod.State.VERIFIED,
                LONG_AGO,
                LONG_AGO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ExploreTokens.credential(id, 0)),
                Optional.empty());
    }

    private static RegisteredMethod address(ExploreHost host, MethodKind kind, Channel channel, String address) {
        String id = "own-"
                + host.endpoint("registered " + kind.value() + ' ' + address)
                        .hex()
                        .substring(0, 16);
        return new RegisteredMethod(
                id,
                kind,
                "old",
                RegisteredMethod.State.VERIFIED,
                LONG_AGO,
                LONG_AGO,
                Optional.empty(),
                Optional.of(new Destination(id, channel, address)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
