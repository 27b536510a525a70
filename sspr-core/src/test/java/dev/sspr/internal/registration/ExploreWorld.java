package dev.sspr.internal.registration;

import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything there is at one moment: what the stores hold, and what the attacker and the owner know. */
final class ExploreWorld {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    /** One step of the clock: longer than a code lives, shorter than a sign-in counts. */
    static final Duration TICK = Duration.ofSeconds(200);

    static final String OWN_MAIL = "victim@example.org";
    static final String NEW_MAIL = "victim@example.net";
    static final String PHONE = "+31611111111";
    static final String NEW_PHONE = "+31611111112";
    static final String EVIL_MAIL = "attacker@example.com";
    static final String EVIL_PHONE = "+31622222222";

    int tick;
    int days;
    /** Seconds beyond the last tick, when everything settles. */
    int settling;

    int events;
    int faults;
    int enrolments;
    int changes;
    final List<ExploreFlow> flows = new ArrayList<>(3);
    final Map<CounterKey, Window> counters = new HashMap<>();
    final ExplorePerson victim;
    final ExplorePerson other;
    /** Links that take a change back, and who got them. */
    final List<Undo> undos = new ArrayList<>(2);
    /** Addresses that must still be told of a change, by the change. */
    final Map<Digest, Set<String>> owed = new HashMap<>();
    /** Methods that were undone, or forgotten by the host. */
    final Set<String> banned = new TreeSet<>();
    /** Who has the device behind a credential. */
    final Map<String, String> makers = new TreeMap<>();
    /** Words that proved something. */
    final Set<String> used = new TreeSet<>();
    /** Changes that are stored. */
    final List<Digest> stored = new ArrayList<>(2);
    /** Comparisons that did not pass, by account and kind, in a day. */
    final Map<String, Integer> wrong = new TreeMap<>();

    /** One counter's window. */
    record Window(long total, long limit, Instant end) {}

    /**
     * A link in a notice.
     *
     * @param change what it takes back
     * @param link its token
     * @param endpoints where it arrived
     */
    record Undo(Digest change, Secret link, Set<String> endpoints) {}

    ExploreWorld() {
        this.victim = new ExplorePerson("victim", new Destination("m1", Channel.EMAIL, "victim@given.example"));
        this.other = new ExplorePerson("other", new Destination("m2", Channel.EMAIL, "other@given.example"));
    }

    private ExploreWorld(ExploreWorld from) {
        this.tick = from.tick;
        this.days = from.days;
        this.settling = from.settling;
        this.events = from.events;
        this.faults = from.faults;
        this.enrolments = from.enrolments;
        this.changes = from.changes;
        from.flows.forEach(flow -> flows.add(flow.copy()));
        this.counters.putAll(from.counters);
        this.victim = from.victim.copy();
        this.other = from.other.copy();
        this.undos.addAll(from.undos);
        from.owed.forEach((change, to) -> owed.put(change, new TreeSet<>(to)));
        this.banned.addAll(from.banned);
        this.makers.putAll(from.makers);
        this.used.addAll(from.used);
        this.stored.addAll(from.stored);
        this.wrong.putAll(from.wrong);
    }

    ExploreWorld copy() {
        return new ExploreWorld(this);
    }

    /** Everything the stores hold, to the byte: equal as long as nothing is stored. */
    List<Object> kept() {
        List<Object> all = new ArrayList<>();
        flows.forEach(flow -> all.add(flow.stored));
        all.add(new HashMap<>(counters));
        all.add(victim.set);
        all.add(other.set);
        return all;
    }

    Instant now() {
        return START.plus(TICK.multipliedBy(tick)).plus(Duration.ofDays(days)).plusSeconds(settling);
    }

    Optional<ExploreFlow> flow(FlowId id) {
        for (ExploreFlow flow : flows) {
            if (flow.id.equals(id)) {
                return Optional.of(flow);
            }
        }
        return Optional.empty();
    }

    ExplorePerson person(String id) {
        return id.equals("victim") || id.equals("u-victim") ? victim : other;
    }

    long registrations() {
        return flows.stream().filter(ExploreFlow::isRegistration).count();
    }

    long resets() {
        return flows.stream().filter(flow -> flow.view.isPresent()).count();
    }
}
