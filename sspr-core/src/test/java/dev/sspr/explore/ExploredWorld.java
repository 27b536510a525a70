package dev.sspr.explore;

import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything there is at one moment: what all adapters hold, and what everybody knows. */
final class ExploredWorld {
    static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    /** One step of the clock: longer than a text lives, than a write may take, and than the pause between messages. */
    static final Duration TICK = Duration.ofSeconds(200);

    /** One act: as long as a publication takes, so that the next act finds it. */
    static final long ACT = 50;

    static final UserId ALICE = new UserId("alice-1");
    static final UserId DORA = new UserId("dora-1");
    static final Destination MAIL = new Destination("m1", Channel.EMAIL, "alice@example.org");
    static final Destination PHONE = new Destination("p1", Channel.SMS, "+31611111111");
    static final Destination NEW = new Destination("m2", Channel.EMAIL, "alice@example.net");
    static final Destination EVIL = new Destination("m3", Channel.EMAIL, "mallory@example.com");
    static final String NEW_MAIL = NEW.address();
    static final String EVIL_MAIL = EVIL.address();

    int tick;
    /** Seconds beyond the last tick, when everything settles. */
    long settling;
    /** Calls so far, a millisecond each, so that what comes later is later. */
    int acts;

    final Map<BoundedAction, Integer> done = new EnumMap<>(BoundedAction.class);
    KnownPasswords password = KnownPasswords.FIRST;
    int generation = 1;
    AccountStatus status = AccountStatus.ACTIVE;
    Optional<MethodStore.MethodSet> set = Optional.empty();
    final List<Session> sessions = new ArrayList<>(3);
    final Map<FlowId, StoredFlow> flows = new LinkedHashMap<>();
    final Map<CounterKey, Window> counters = new LinkedHashMap<>();
    final List<HeldFlow> held = new ArrayList<>(4);
    final List<Mail> mails = new ArrayList<>(4);
    /** Who must still hear of a new password or a lifted lock. */
    final List<Owed> owed = new ArrayList<>(2);
    /** The pass that the help desk has handed out last. */
    Optional<Pass> pass = Optional.empty();
    /** How many passwords were set. */
    int epoch;
    /** How often the help desk has ended what was open. */
    int ends;

    /** One counter's window. */
    record Window(long total, long limit, Duration length, Instant end) {}

    /** A session of the host's; {@code stale} says that a password was set after it began. */
    record Session(Actor actor, Instant issuedAt, Set<MethodKind> methods, int epoch, boolean stale) {}

    /** What has arrived somewhere. */
    record Mail(String to, MessageContent content, Optional<FlowId> flow) {}

    /** A message that must still arrive, from a flow. */
    record Owed(String template, String to, FlowId flow) {}

    /** A pass and what is true of it. */
    record Pass(Secret text, Instant until, boolean used, boolean withdrawn) {
        boolean good(Instant now) {
            return !used && !withdrawn && now.isBefore(until);
        }
    }

    ExploredWorld() {}

    private ExploredWorld(ExploredWorld from) {
        this.tick = from.tick;
        this.settling = from.settling;
        this.acts = from.acts;
        this.done.putAll(from.done);
        this.password = from.password;
        this.generation = from.generation;
        this.status = from.status;
        this.set = from.set;
        this.sessions.addAll(from.sessions);
        this.flows.putAll(from.flows);
        this.counters.putAll(from.counters);
        from.held.forEach(one -> held.add(one.copy()));
        this.mails.addAll(from.mails);
        this.owed.addAll(from.owed);
        this.pass = from.pass;
        this.epoch = from.epoch;
        this.ends = from.ends;
    }

    ExploredWorld copy() {
        return new ExploredWorld(this);
    }

    /** Whether nothing at all has come of a call. */
    boolean same(ExploredWorld other) {
        return tick == other.tick
                && done.equals(other.done)
                && password == other.password
                && generation == other.generation
                && status == other.status
                && set.equals(other.set)
                && flows.equals(other.flows)
                && counters.equals(other.counters)
                && said().equals(other.said());
    }

    private List<Object> said() {
        return List.of(sessions, held.toString(), mails, owed, pass, epoch, ends);
    }

    Instant now() {
        return START.plus(TICK.multipliedBy(tick)).plusSeconds(settling).plusMillis(ACT * acts);
    }

    int done(BoundedAction boundedAction) {
        return done.getOrDefault(boundedAction, 0);
    }

    void did(BoundedAction boundedAction) {
        done.merge(boundedAction, 1, Integer::sum);
    }

    Optional<HeldFlow> held(FlowId id) {
        return held.stream().filter(one -> one.id.equals(id)).findFirst();
    }

    /** Nobody can do anything any more with what belongs to a flow that is gone. */
    void tidy() {
        mails.removeIf(mail -> mail.flow().filter(id -> !flows.containsKey(id)).isPresent());
        held.removeIf(one -> !flows.containsKey(one.id));
    }
}
