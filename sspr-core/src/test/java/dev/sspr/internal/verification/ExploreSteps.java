package dev.sspr.internal.verification;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.internal.verification.ExploreFlow.Put;
import dev.sspr.internal.verification.ExploreTurn.Seen;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowHeader;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.spi.MethodKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Judges each stored step of a flow: from the state that is really kept to the one that replaces it. */
final class ExploreSteps {
    /** From where to where a flow may go. */
    static final Map<Class<?>, Set<Class<?>>> LAWFUL = Map.of(
            Identifying.class, Set.of(Identifying.class, AwaitingResponse.class, Waiting.class, FlowEnded.class),
            AwaitingResponse.class, Set.of(AwaitingResponse.class, ProofsComplete.class, FlowEnded.class),
            Waiting.class, Set.of(Waiting.class, ProofsComplete.class, FlowEnded.class),
            ProofsComplete.class,
                    Set.of(ProofsComplete.class, Committing.class, FinishingCommit.class, FlowEnded.class),
            Committing.class, Set.of(Committing.class, ProofsComplete.class, FinishingCommit.class, FlowEnded.class),
            FinishingCommit.class, Set.of(FinishingCommit.class, Completed.class),
            Completed.class, Set.of(FlowEnded.class),
            FlowEnded.class, Set.of());

    private final ExploreHost host;

    ExploreSteps(ExploreHost host) {
        this.host = host;
    }

    static String move(Class<?> from, Class<?> to) {
        return from.getSimpleName() + " to " + to.getSimpleName();
    }

    void check(ExploreFlow flow, FlowState next) {
        FlowState old = flow.state;
        String move = move(old.getClass(), next.getClass());
        unless(LAWFUL.get(old.getClass()).contains(next.getClass()), "P7", move);
        host.moves.add(move);
        boolean left = host.turn().by.filter(flow.left::contains).isPresent();
        unless(!left, "P7", "a call with a handle that is dead meanwhile goes on: " + move);
        boolean stopped = stopped(old, next);
        unless(stopped || !(old instanceof Committing && next instanceof Committing), "P7", move);
        unless(stopped || old.header().deadline().equals(next.header().deadline()), "P7", "the deadline moves");
        flow.stopped |= stopped;
        ticket(flow, old.header(), next.header());
        if (old instanceof Identifying identifying && next instanceof Identifying later) {
            sent(old.header(), next.header(), identifying.wanted(), Optional.empty(), later.wanted());
        }
        if (old instanceof Identifying && next instanceof AwaitingResponse awaitingResponse) {
            identified(flow, awaitingResponse.subject());
        }
        if (next instanceof AwaitingResponse awaitingResponse) {
            pending(awaitingResponse);
        }
        if (old instanceof AwaitingResponse awaitingResponse) {
            fromAsking(flow, awaitingResponse, next);
        }
        if (next instanceof Committing) {
            boolean inTime = host.turn().began.isBefore(next.header().deadline());
            unless(inTime || !(old instanceof ProofsComplete), "P7", "a commit begins after the deadline");
            unless(!flow.stopped || !(old instanceof ProofsComplete), "P7", "a commit begins after a report");
        }
    }

    /** A report lets nothing new be written where a write may still land: the deadline comes, and nothing else moves. */
    static boolean stopped(FlowState old, FlowState next) {
        boolean sooner = next.header().deadline().isBefore(old.header().deadline());
        boolean doubtful = old instanceof ProofsComplete proofsComplete
                && proofsComplete.doubt().isPresent();
        return sooner
                && (doubtful || old instanceof Committing)
                && next.getClass().equals(old.getClass());
    }

    private void ticket(ExploreFlow flow, FlowHeader old, FlowHeader next) {
        unless(next.sends() >= old.sends(), "P4", "sends are given back");
        unless(next.sends() <= 2 * host.config.limits().mailsPerHour(), "P4", "more messages than a flow may send");
        if (!old.handle().equals(next.handle())) {
            flow.held.ifPresent(flow.left::add);
            flow.held = Optional.empty();
        }
    }

    /** Another message of the same kind waits for the gap. */
    private void sent(
            FlowHeader old,
            FlowHeader next,
            Optional<MethodKind> wanted,
            Optional<PendingChallenge> pendingChallenge,
            Optional<MethodKind> nowWanted) {
        if (next.sends() == old.sends()) {
            return;
        }
        boolean again = nowWanted.equals(wanted) || nowWanted.equals(pendingChallenge.map(PendingChallenge::kind));
        unless(
                !again || !host.sim.now().isBefore(old.nextSendAt()),
                "P4",
                "a message is asked for again before its time");
    }

    private void identified(ExploreFlow flow, Subject subject) {
        boolean real = subject.reality() == Subject.Reality.EXISTING;
        Optional<Seen> seen = host.turn().seen(subject.user().value());
        unless(
                !real || seen.filter(it -> it.status().usable()).isPresent(),
                "P5",
                "an account seen unusable is identified");
        unless(
                !real || subject.user().value().equals("u-" + flow.login),
                "P1",
                "the flow is bound to another account than was named");
    }

    private void pending(AwaitingResponse awaitingResponse) {
        List<MethodKind> first = host.config.policy().first();
        awaitingResponse
                .pendingChallenge()
                .map(PendingChallenge::kind)
                .or(awaitingResponse::wanted)
                .ifPresent(kind -> {
                    unless(
                            !awaitingResponse.proofs().isEmpty() || first.contains(kind),
                            "P1",
                            "a kind comes first that may not");
                    unless(
                            awaitingResponse.proofs().stream()
                                    .noneMatch(proof -> proof.kind().equals(kind)),
                            "P3",
                            "a kind that is proven is asked for again");
                });
        boolean two = awaitingResponse.wanted().isPresent()
                && awaitingResponse.pendingChallenge().isPresent()
                && !awaitingResponse
                        .wanted()
                        .equals(awaitingResponse.pendingChallenge().map(PendingChallenge::kind));
        unless(!two, "P9", "the older challenge lives on after another method was chosen");
    }

    private void fromAsking(ExploreFlow flow, AwaitingResponse old, FlowState next) {
        List<Proof> proofs = proofs(next);
        if (proofs.size() > old.proofs().size()) {
            unless(proofs.size() == old.proofs().size() + 1, "P3", "two proofs in one step");
            unless(!(next instanceof FlowEnded), "P7", "an ended flow holds proofs");
            proven(flow, old, proofs.get(proofs.size() - 1));
        }
        if (next instanceof AwaitingResponse later) {
            unless(later.subject().equals(old.subject()), "P1", "the flow is bound to another account");
            unless(proofs.size() >= old.proofs().size(), "P1", "a proof is lost");
            old.attempts()
                    .spent()
                    .forEach((kind, spent) -> unless(later.attempts().of(kind) >= spent, "P4", "a try is given back"));
            sent(old.header(), next.header(), old.wanted(), old.pendingChallenge(), later.wanted());
        }
        if (next instanceof ProofsComplete later) {
            unless(later.subject().reality() == Subject.Reality.EXISTING, "P5", "a stranger is proven");
            unless(proofs.size() >= later.subject().needed(), "P1", "proven with too few proofs");
        }
    }

    private static List<Proof> proofs(FlowState state) {
        return state instanceof AwaitingResponse awaitingResponse
                ? awaitingResponse.proofs()
                : state instanceof ProofsComplete proofsComplete ? proofsComplete.proofs() : List.of();
    }

    /** A new proof comes from the challenge that is pending now, once, and only if the verifier passed that one. */
    private void proven(ExploreFlow flow, AwaitingResponse old, Proof proof) {
        unless(old.pendingChallenge().isPresent(), "P3", "a proof without a challenge");
        PendingChallenge pendingChallenge = old.pendingChallenge().orElseThrow();
        boolean same = pendingChallenge.kind().equals(proof.kind())
                && pendingChallenge.endpoint().equals(proof.endpoint());
        unless(same, "P3", "a proof of another method than was asked");
        unless(flow.passed.contains(pendingChallenge.id()), "P9", "a proof by a challenge that is dead");
        unless(flow.proven.add(pendingChallenge.id()), "P3", "one challenge proves twice");
        unless(host.turn().began.isBefore(pendingChallenge.expiresAt()), "P9", "a proof by a challenge that is over");
        unless(host.turn().began.isBefore(old.header().deadline()), "P7", "a proof after the deadline");
        unless(
                old.proofs().stream()
                        .noneMatch(it ->
                                it.kind().equals(proof.kind()) || Objects.equals(it.endpoint(), proof.endpoint())),
                "P1",
                "two proofs through one kind or endpoint");
        Put put = flow.put(pendingChallenge.id()).orElseThrow(() -> new ExploreBroken("P3", "a decoy proves"));
        flow.shown.add(ExploreMonitor.shown(host, flow, put));
    }
}
