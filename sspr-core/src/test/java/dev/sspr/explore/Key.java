package dev.sspr.explore;

import dev.sspr.explore.Sim.Mail;
import dev.sspr.explore.Sim.Window;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.proof.ExploreText;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.StoredFlow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A situation as a text that is equal for equal situations: everything that is stored, opened and written out, with random
 * ids numbered as they appear.
 *
 * <p>What is dropped can make no difference: versions; the milliseconds that keep calls apart; how long ago something was,
 * beyond a quarter of an hour, which is longer than anything here looks back, but for the days that settle before the owner
 * tries; counts of budgets that no run can fill, and those whose time is over; changes that can no longer be undone; secrets, which are told apart by what they
 * are for; how many messages a flow has sent, which no run brings to its limit; and all of a flow that is over but how it
 * ended. The audit log is nobody's input.
 */
final class Key {
    /** A counter with more room than any run needs never decides anything. */
    private static final long ROOMY = 10;
    /** How many bodies are kept open, so that each is opened about once. */
    private static final int MOST_OPENED = 10_000;

    private final Host host;
    private final Sim sim;
    private final Instant now;
    private final StringBuilder out = new StringBuilder(2000);

    private Key(Host host) {
        this.host = host;
        this.sim = host.sim;
        this.now = sim.now();
    }

    static String of(Host host) {
        Key key = new Key(host);
        Sim sim = host.sim;
        key.out.append(sim.done).append(sim.password).append(sim.generation).append(sim.epoch);
        key.out.append(sim.ends).append(sim.wrong).append('\n');
        sim.sessions.forEach(one -> key.out.append(one).append('\n'));
        return key.write();
    }

    /** Where an owner stands who begins anew: what was done before, sessions and the old password are of no use then. */
    static String settled(Host host) {
        return new Key(host).write();
    }

    private String write() {
        out.append(sim.status);
        info(host.info());
        List<String> flows = new ArrayList<>();
        sim.flows.values().forEach(flow -> flows.add(text(flow)));
        // Which came first makes no difference, as far as they differ at all.
        flows.sort(Comparator.comparing(Names::masked));
        flows.forEach(out::append);
        sim.owed.forEach(one -> out.append(one).append('\n'));
        sim.pass.ifPresent(
                one -> out.append(' ').append(one.until()).append(one.used()).append(one.withdrawn()));
        out.append(counters());
        return new Names(now, host.names).renamed(out.toString());
    }

    private String text(StoredFlow flow) {
        StringBuilder out = new StringBuilder(600).append(flow.id()).append(flow.owner());
        if (host.states.size() > MOST_OPENED) {
            host.states.clear();
        }
        Object state = host.states.computeIfAbsent(flow, this::state);
        out.append(flow.purpose()).append(ExploreText.of(state, now)).append(' ');
        sim.held(flow.id()).ifPresent(out::append);
        for (Mail mail : sim.mails) {
            if (mail.flow().filter(flow.id()::equals).isPresent()) {
                Instant until = Letters.until(mail.content());
                out.append('\n')
                        .append(mail.content().template())
                        .append(mail.to())
                        .append(' ');
                out.append(now.isBefore(until) ? until : "over");
            }
        }
        return out.append('\n').toString();
    }

    private Object state(StoredFlow flow) {
        byte[] plain = host.keys.open(flow.id(), flow.purpose(), flow.body()).orElseThrow();
        return switch (flow.purpose()) {
            case LOCKOUT -> dev.sspr.lockout.ExploreText.read(plain);
            case HELP_DESK -> dev.sspr.admin.ExploreText.read(plain);
            case REGISTER -> dev.sspr.register.ExploreText.read(plain);
            default -> ExploreText.read(plain);
        };
    }

    private void info(SecurityInfo info) {
        info.entries().forEach(this::entry);
        info.undoable().stream().filter(one -> now.isBefore(one.until())).forEach(one -> {
            out.append("undo").append(one.change()).append(one.until()).append(one.after());
            one.before().ifPresent(this::entry);
        });
        out.append(info.standing()).append('\n');
    }

    private void entry(Entry entry) {
        out.append(entry).append(entry.countsFrom()).append(entry.expiresAt()).append(entry.destination());
    }

    private Set<String> counters() {
        Set<String> all = new TreeSet<>();
        sim.counters.forEach((key, window) -> {
            boolean endless = window.limit() == Long.MAX_VALUE;
            if ((window.limit() < ROOMY || endless) && window.total() > 0 && now.isBefore(window.end())) {
                all.add(name(key, window) + "=" + (endless ? 1 : window.total()) + "/" + window.limit() + " "
                        + window.end());
            }
        });
        return all;
    }

    /** A day's budget of one belongs to one flow that the help desk has begun: each has its own. */
    private static String name(CounterKey key, Window window) {
        boolean ofFlow = window.limit() == 1 && window.length().compareTo(Duration.ofHours(1)) > 0;
        return ofFlow ? "helped" : Long.toString(key.digest().low());
    }
}
