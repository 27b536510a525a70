package dev.sspr.internal.verification;

import dev.sspr.fixture.TestClock;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything there is at one moment: what the stores hold, and what the attacker and the owner know. */
final class ExploreWorld {
    static final Destination MAIL = new Destination("m1", Channel.EMAIL, "victim@example.org");
    static final Destination NEW_MAIL = new Destination("m2", Channel.EMAIL, "victim@example.net");
    /** A number whose texts arrive in the mailbox. */
    static final Destination GATEWAY = new Destination("p0", Channel.SMS, "+31600000000");

    static final Destination PHONE = new Destination("p1", Channel.SMS, "+31611111111");
    static final Destination OTHER_MAIL = new Destination("m3", Channel.EMAIL, "other@example.com");
    static final Destination OTHER_PHONE = new Destination("p3", Channel.SMS, "+31622222222");

    int tick;
    /** Seconds beyond the last tick, when everything settles. */
    int settling;

    /** While everything settles, the carrier takes no message. */
    boolean carrierDown;

    int hostEvents;
    int faults;
    /** A write that may still land, until the next tick. */
    Optional<ExploreUsers.Late> late = Optional.empty();

    final List<ExploreFlow> flows = new ArrayList<>(2);
    final Map<CounterKey, Window> counters = new HashMap<>();
    final ExplorePerson victim;
    final ExplorePerson other;
    /** Comparisons that did not pass, by account and kind, since the account's last new password. */
    final Map<String, Integer> wrong = new TreeMap<>();

    /** One counter's window. */
    record Window(long total, long limit, Instant end) {}

    ExploreWorld(boolean gateway) {
        this.victim = new ExplorePerson("victim", gateway ? List.of(MAIL, GATEWAY, PHONE) : List.of(MAIL, PHONE));
        this.other = new ExplorePerson("other", List.of(OTHER_MAIL, OTHER_PHONE));
    }

    private ExploreWorld(ExploreWorld from) {
        this.tick = from.tick;
        this.settling = from.settling;
        this.carrierDown = from.carrierDown;
        this.hostEvents = from.hostEvents;
        this.faults = from.faults;
        this.late = from.late;
        from.flows.forEach(flow -> flows.add(flow.copy()));
        this.counters.putAll(from.counters);
        this.victim = from.victim.copy();
        this.other = from.other.copy();
        this.wrong.putAll(from.wrong);
    }

    ExploreWorld copy() {
        return new ExploreWorld(this);
    }

    /** Everything the stores hold, to the byte: equal as long as nothing is stored. */
    List<Object> stored() {
        List<Object> all = new ArrayList<>();
        flows.forEach(flow -> all.add(flow.stored));
        all.add(new HashMap<>(counters));
        all.add(victim.toString());
        all.add(other.toString());
        return all;
    }

    Instant now() {
        return TestClock.START.plus(ExploreConfig.TICK.multipliedBy(tick)).plusSeconds(settling);
    }

    Optional<ExploreFlow> flow(FlowId id) {
        for (ExploreFlow flow : flows) {
            if (flow.id.equals(id)) {
                return Optional.of(flow);
            }
        }
        return Optional.empty();
    }

    Optional<ExplorePerson> person(String id) {
        return victim.id.value().equals(id)
                ? Optional.of(victim)
                : other.id.value().equals(id) ? Optional.of(other) : Optional.empty();
    }

    /** The mailbox or line behind a destination; a gateway leads to the mailbox. */
    static String endpoint(Destination to) {
        return to.id().equals(GATEWAY.id()) ? MAIL.endpoint() : to.endpoint();
    }
}
