package dev.sspr.internal.verification;

import dev.sspr.fixture.TestClock;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.verification.ExploreConfig.Can;
import dev.sspr.internal.verification.ExploreFlow.Put;
import dev.sspr.internal.verification.ExploreFlow.Shown;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowHeader;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A situation as a text that is equal for equal situations. Random ids, nonces and versions are left out or replaced by
 * what they point at, instants by ticks, and what can no longer matter is dropped.
 */
final class ExploreKey {
    /** A counter with more room than any run needs never decides anything. */
    private static final long ROOMY = 10;

    private final ExploreHost host;
    private final ExploreWorld sim;
    private final StringBuilder out = new StringBuilder(600);

    private ExploreKey(ExploreHost host) {
        this.host = host;
        this.sim = host.sim;
    }

    static String of(ExploreHost host) {
        return new ExploreKey(host).write();
    }

    private String write() {
        out.append(sim.tick).append(sim.hostEvents).append(sim.faults).append(sim.wrong);
        out.append(sim.victim).append(sim.other);
        TreeSet<String> counters = new TreeSet<>();
        sim.counters.forEach((key, window) -> {
            boolean matters = window.limit() < ROOMY || window.limit() == Long.MAX_VALUE;
            if (matters && window.total() > 0 && sim.now().isBefore(window.end())) {
                long total = window.limit() == Long.MAX_VALUE ? 1 : window.total();
                counters.add(key.digest().high() + "." + key.digest().low() + "=" + total);
            }
        });
        out.append(counters);
        String flows = String.join("", flows());
        return out.append(flows).toString();
    }

    /** Which flow was begun first makes no difference. */
    private List<String> flows() {
        int head = out.length();
        List<String> flows = new ArrayList<>();
        for (ExploreFlow flow : sim.flows) {
            flow(flow);
            flows.add(out.substring(head));
            out.setLength(head);
        }
        Collections.sort(flows);
        return flows;
    }

    private void flow(ExploreFlow flow) {
        out.append("\n").append(flow.login).append(flow.held.map(ExploreFlow.Held::who));
        flow.left.forEach(held -> out.append(held.who()));
        out.append(flow.linkLeaked).append(flow.reported).append(flow.stopped).append(flow.writes);
        out.append(flow.owesNotices).append(flow.wrong).append(flow.wrote);
        out.append(sim.victim
                .lastWrite
                .filter(last -> last.value().startsWith(flow.id.digest().hex()))
                .isPresent());
        out.append(flow.owesRevocation ? at(flow.wroteAt) : "");
        sim.late
                .filter(late -> late.turn().flow.equals(Optional.of(flow.id)))
                .ifPresent(late -> out.append("late")
                        .append(late.expected().value())
                        .append(late.turn().seen(late.id().value())));
        for (Shown shown : flow.shown) {
            out.append(shown.kind().value()).append(shown.endpoint()).append(shown.generation());
            out.append(shown.by());
        }
        if (flow.stored.isPresent()) {
            out.append(flow.stored.orElseThrow().owner().digest().low() % 97);
            state(flow.state);
        }
        TreeSet<String> dead = new TreeSet<>();
        for (Put put : flow.puts) {
            put(flow, put, dead);
        }
        out.append(dead);
    }

    private void put(ExploreFlow flow, Put put, Set<String> dead) {
        String known = put.challenge().kind().value()
                + put.delivered()
                + put.codeLeaked()
                + put.linkLeaked()
                + put.to().orElseThrow().id()
                + accepted(flow.state)
                        .map(it -> it.equals(put.codeDigest()) + "/"
                                + put.linkDigest().equals(Optional.of(it)));
        if (flow.isPending(put)) {
            out.append("pending ")
                    .append(known)
                    .append(flow.passed.contains(put.challenge().id()));
        } else if (put.delivered() && matters(flow, put)) {
            dead.add(known);
        }
    }

    /** A code that is over can be tried again only by who knows it; an old link can be pressed by its owner too. */
    private boolean matters(ExploreFlow flow, Put put) {
        return put.codeLeaked()
                || put.linkLeaked()
                || ExploreMonitor.owns(host.config, flow, put.to().orElseThrow())
                || (host.config.can(Can.MOVE) && flow.stored.isPresent());
    }

    private static Optional<Digest> accepted(FlowState state) {
        if (state instanceof AwaitingResponse it) {
            return it.accepted();
        }
        return state instanceof ProofsComplete it ? it.accepted() : Optional.empty();
    }

    private void state(FlowState state) {
        boolean open = state instanceof Identifying || state instanceof AwaitingResponse;
        if (open && !sim.now().isBefore(state.header().deadline())) {
            out.append("over");
            return;
        }
        out.append(state.getClass().getSimpleName());
        out.append(at(state.header().deadline()));
        if (state instanceof Identifying it) {
            asked(it.header(), it.wanted());
        } else if (state instanceof AwaitingResponse it) {
            asked(it.header(), it.wanted());
            subject(it.subject(), it.proofs());
            it.attempts().spent().keySet().stream()
                    .map(MethodKind::value)
                    .sorted()
                    .forEach(kind -> out.append(kind).append(it.attempts().of(new MethodKind(kind))));
            it.pendingChallenge()
                    .ifPresent(pendingChallenge -> out.append(
                                    pendingChallenge.kind().value())
                            .append(pendingChallenge.methodId())
                            .append(
                                    sim.now().isBefore(pendingChallenge.expiresAt())
                                            ? at(pendingChallenge.expiresAt())
                                            : 0));
            it.delivery().ifPresent(this::notice);
        } else if (state instanceof ProofsComplete it) {
            subject(it.subject(), it.proofs());
            it.doubt().ifPresent(until -> out.append("doubt").append(at(until)));
        } else if (state instanceof Committing it) {
            subject(it.subject(), it.proofs());
            out.append(at(it.since()));
            it.doubt().ifPresent(until -> out.append("doubt").append(at(until)));
        } else if (state instanceof FinishingCommit it) {
            subject(it.subject(), it.proofs());
            out.append(at(it.writtenBy()))
                    .append(it.tasks().sessions())
                    .append(it.tasks().failures());
            it.tasks().notices().ifPresent(this::notice);
        } else if (state instanceof Completed it) {
            out.append(it.why());
        } else if (state instanceof FlowEnded it) {
            out.append(it.why());
        }
    }

    private void notice(PendingNotice notice) {
        out.append("owes")
                .append(notice.attempts())
                .append(notice.settled().size())
                .append(at(notice.nextAttemptAt()));
    }

    private void asked(FlowHeader header, Optional<MethodKind> wanted) {
        out.append(header.sends()).append(sim.now().isBefore(header.nextSendAt()));
        wanted.ifPresent(kind -> out.append("wants").append(kind.value()));
    }

    private void subject(Subject subject, List<Proof> proofs) {
        out.append(
                subject.reality() == Subject.Reality.EXISTING ? subject.user().value() : "stranger");
        out.append(subject.generation().value()).append(subject.needed());
        proofs.forEach(proof ->
                out.append(proof.kind().value()).append(proof.endpoint().low()));
    }

    private static long at(Instant instant) {
        return Duration.between(TestClock.START, instant).toSeconds();
    }
}
