package dev.sspr.explore;

import dev.sspr.explore.ExploredWorld.Mail;
import dev.sspr.explore.ExploredWorld.Window;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verification.ExploreText;
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
final class SituationKey {
    /** A counter with more room than any run needs never decides anything. */
    private static final long ROOMY = 10;
    /** How many bodies are kept open, so that each is opened about once. */
    private static final int MOST_OPENED = 10_000;

    private final ExploredHost exploredHost;
    private final ExploredWorld exploredWorld;
    private final Instant now;
    private final StringBuilder out = new StringBuilder(2000);

    private SituationKey(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
        this.exploredWorld = exploredHost.exploredWorld;
        this.now = exploredWorld.now();
    }

    static String of(ExploredHost exploredHost) {
        SituationKey situationKey = new SituationKey(exploredHost);
        ExploredWorld exploredWorld = exploredHost.exploredWorld;
        situationKey
                .out
                .append(exploredWorld.done)
                .append(exploredWorld.password)
                .append(exploredWorld.generation)
                .append(exploredWorld.epoch);
        situationKey.out.append(exploredWorld.ends).append('\n');
        exploredWorld.sessions.forEach(one -> situationKey.out.append(one).append('\n'));
        return situationKey.write();
    }

    /** Where an owner stands who begins anew: what was done before, sessions and the old password are of no use then. */
    static String settled(ExploredHost exploredHost) {
        return new SituationKey(exploredHost).write();
    }

    private String write() {
        out.append(exploredWorld.status);
        info(exploredHost.info());
        List<String> flows = new ArrayList<>();
        exploredWorld.flows.values().forEach(flow -> flows.add(text(flow)));
        // Which came first makes no difference, as far as they differ at all.
        flows.sort(Comparator.comparing(Normalizer::masked));
        flows.forEach(out::append);
        exploredWorld.owed.forEach(one -> out.append(one).append('\n'));
        exploredWorld.pass.ifPresent(
                one -> out.append(' ').append(one.until()).append(one.used()).append(one.withdrawn()));
        out.append(counters());
        return new Normalizer(now, exploredHost.names).renamed(out.toString());
    }

    private String text(StoredFlow flow) {
        StringBuilder out = new StringBuilder(600).append(flow.id()).append(flow.owner());
        if (exploredHost.states.size() > MOST_OPENED) {
            exploredHost.states.clear();
        }
        Object state = exploredHost.states.computeIfAbsent(flow, this::state);
        out.append(flow.purpose()).append(ExploreText.of(state, now)).append(' ');
        exploredWorld.held(flow.id()).ifPresent(out::append);
        for (Mail mail : exploredWorld.mails) {
            if (mail.flow().filter(flow.id()::equals).isPresent()) {
                Instant until = MessageReader.until(mail.content());
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
        byte[] plain = exploredHost
                .keys
                .open(flow.id(), flow.purpose(), flow.version(), flow.body())
                .orElseThrow();
        return switch (flow.purpose()) {
            case LOCKOUT -> dev.sspr.internal.lockout.ExploreText.read(plain);
            case HELP_DESK -> dev.sspr.internal.helpdesk.ExploreText.read(plain);
            case REGISTER -> dev.sspr.internal.registration.ExploreText.read(plain);
            default -> ExploreText.read(plain);
        };
    }

    private void info(SecurityInfo info) {
        info.methods().forEach(this::entry);
        info.revertible().stream().filter(one -> now.isBefore(one.until())).forEach(one -> {
            out.append("undo").append(one.change()).append(one.until()).append(one.after());
            one.before().ifPresent(this::entry);
        });
        out.append(info.record()).append('\n');
    }

    private void entry(RegisteredMethod method) {
        out.append(method)
                .append(method.countsFrom())
                .append(method.demandsFrom())
                .append(method.expiresAt())
                .append(method.destination());
    }

    private Set<String> counters() {
        Set<String> all = new TreeSet<>();
        exploredWorld.counters.forEach((key, window) -> {
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
