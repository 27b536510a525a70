package dev.sspr.register;

import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.InfoCodec;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What has been registered long before a run begins. */
final class ExploreStart {
    private static final Instant LONG_AGO = ExploreSim.START.minus(Duration.ofDays(10));

    private ExploreStart() {}

    static void begin(ExploreHost host) {
        for (MethodKind kind : host.config.held()) {
            hold(host, host.sim.victim, entry(host, kind));
        }
    }

    private static void hold(ExploreHost host, ExplorePerson person, Entry entry) {
        SecurityInfo info = person.info.with(entry).next();
        person.info = info;
        person.set = Optional.of(new MethodSet(
                info.user(), info.version(), info.claims(), host.keys.seal(info.user(), InfoCodec.write(info))));
        person.held = true;
        host.sim.makers.put(entry.id(), ExploreFlow.Who.VICTIM.name());
    }

    private static Entry entry(ExploreHost host, MethodKind kind) {
        if (kind.equals(MethodKind.EMAIL_CODE)) {
            return address(host, kind, Channel.EMAIL, ExploreSim.OWN_MAIL);
        }
        if (kind.equals(MethodKind.SMS_CODE)) {
            return address(host, kind, Channel.SMS, ExploreSim.PHONE);
        }
        String id = "old-" + kind.value();
        return new Entry(
                id,
                kind,
                "old",
                Entry.State.VERIFIED,
                LONG_AGO,
                LONG_AGO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ExploreTokens.credential(id, 0)),
                Optional.empty());
    }

    private static Entry address(ExploreHost host, MethodKind kind, Channel channel, String address) {
        String id = "own-"
                + host.endpoint("registered " + kind.value() + ' ' + address)
                        .hex()
                        .substring(0, 16);
        return new Entry(
                id,
                kind,
                "old",
                Entry.State.VERIFIED,
                LONG_AGO,
                LONG_AGO,
                Optional.empty(),
                Optional.of(new Destination(id, channel, address)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
