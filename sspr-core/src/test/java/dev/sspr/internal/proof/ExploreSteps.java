package dev.sspr.internal.proof;

import static dev.sspr.internal.proof.ExploreBroken.unless;

import dev.sspr.internal.proof.ExploreFlow.Put;
import dev.sspr.internal.proof.ExploreTurn.Seen;
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
            Opened.class, Set.of(Opened.class, Asking.class, Waiting.class, Ended.class),
            Asking.class, Set.of(Asking.class, Proven.class, Ended.class),
            Waiting.class, Set.of(Waiting.class, Proven.class, Ended.class),
            Proven.class, Set.of(Proven.class, Committing.class, Finishing.class, Ended.class),
            Committing.class, Set.of(Committing.class, Proven.class, Finishing.class, Ended.class),
            Finishing.class, Set.of(Finishing.class, Settled.class),
            Settled.class, Set.of(Ended.class),
            Ended.class, Set.of());

    private final ExploreHost host;

    ExploreSteps(ExploreHost host) {
        this.host = host;
    }

    static String move(Class<?> from, Class<?> to) {
        return from.getSimpleName() + " to " + to.getSimpleName();
    }

    void check(ExploreFlow flow, ProofState next) {
        ProofState old = flow.state;
        String move = move(old.getClass(), next.getClass());
        unless(LAWFUL.get(old.getClass()).contains(next.getClass()), "P7", move);
        host.moves.add(move);
        boolean left = host.turn().by.filter(flow.left::contains).isPresent();
        unless(!left, "P7", "a call with a handle that is dead meanwhile goes on: " + move);
        boolean stopped = stopped(old, next);
        unless(stopped || !(old instanceof Committing && next instanceof Committing), "P7", move);
        unless(stopped || old.ticket().deadline().equals(next.ticket().deadline()), "P7", "the deadline moves");
        flow.stopped |= stopped;
        ticket(flow, old.ticket(), next.ticket());
        if (old instanceof Opened opened && next instanceof Opened later) {
            sent(old.ticket(), next.ticket(), opened.wanted(), Optional.empty(), later.wanted());
        }
        if (old instanceof Opened && next instanceof Asking asking) {
            identified(flow, asking.subject());
        }
        if (next instanceof Asking asking) {
            pending(asking);
        }
        if (old instanceof Asking asking) {
            fromAsking(flow, asking, next);
        }
        if (next instanceof Committing) {
            boolean inTime = host.turn().began.isBefore(next.ticket().deadline());
            unless(inTime || !(old instanceof Proven), "P7", "a commit begins after the deadline");
            unless(!flow.stopped || !(old instanceof Proven), "P7", "a commit begins after a report");
        }
    }

    /** A report lets nothing new be written where a write may still land: the deadline comes, and nothing else moves. */
    static boolean stopped(ProofState old, ProofState next) {
        boolean sooner = next.ticket().deadline().isBefore(old.ticket().deadline());
        boolean doubtful = old instanceof Proven proven && proven.doubt().isPresent();
        return sooner
                && (doubtful || old instanceof Committing)
                && next.getClass().equals(old.getClass());
    }

    private void ticket(ExploreFlow flow, Ticket old, Ticket next) {
        unless(next.sends() >= old.sends(), "P4", "sends are given back");
        unless(next.sends() <= 2 * host.config.limits().mailsPerHour(), "P4", "more messages than a flow may send");
        if (!old.handle().equals(next.handle())) {
            flow.held.ifPresent(flow.left::add);
            flow.held = Optional.empty();
        }
    }

    /** Another message of the same kind waits for the gap. */
    private void sent(
            Ticket old,
            Ticket next,
            Optional<MethodKind> wanted,
            Optional<Pending> pending,
            Optional<MethodKind> nowWanted) {
        if (next.sends() == old.sends()) {
            return;
        }
        boolean again = nowWanted.equals(wanted) || nowWanted.equals(pending.map(Pending::kind));
        unless(
                !again || !host.sim.now().isBefore(old.nextSendAt()),
                "P4",
                "a message is asked for again before its time");
    }

    private void identified(ExploreFlow flow, Subject subject) {
        boolean real = subject.reality() == Subject.Reality.REAL;
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

    private void pending(Asking asking) {
        List<MethodKind> first = host.config.policy().first();
        asking.pending().map(Pending::kind).or(asking::wanted).ifPresent(kind -> {
            unless(!asking.proofs().isEmpty() || first.contains(kind), "P1", "a kind comes first that may not");
            unless(
                    asking.proofs().stream().noneMatch(proof -> proof.kind().equals(kind)),
                    "P3",
                    "a kind that is proven is asked for again");
        });
        boolean two = asking.wanted().isPresent()
                && asking.pending().isPresent()
                && !asking.wanted().equals(asking.pending().map(Pending::kind));
        unless(!two, "P9", "the older challenge lives on after another method was chosen");
    }

    private void fromAsking(ExploreFlow flow, Asking old, ProofState next) {
        List<Proof> proofs = proofs(next);
        if (proofs.size() > old.proofs().size()) {
            unless(proofs.size() == old.proofs().size() + 1, "P3", "two proofs in one step");
            unless(!(next instanceof Ended), "P7", "an ended flow holds proofs");
            proven(flow, old, proofs.get(proofs.size() - 1));
        }
        if (next instanceof Asking later) {
            unless(later.subject().equals(old.subject()), "P1", "the flow is bound to another account");
            unless(proofs.size() >= old.proofs().size(), "P1", "a proof is lost");
            old.tries()
                    .spent()
                    .forEach((kind, spent) -> unless(later.tries().of(kind) >= spent, "P4", "a try is given back"));
            sent(old.ticket(), next.ticket(), old.wanted(), old.pending(), later.wanted());
        }
        if (next instanceof Proven later) {
            unless(later.subject().reality() == Subject.Reality.REAL, "P5", "a stranger is proven");
            unless(proofs.size() >= later.subject().needed(), "P1", "proven with too few proofs");
        }
    }

    private static List<Proof> proofs(ProofState state) {
        return state instanceof Asking asking
                ? asking.proofs()
                : state instanceof Proven proven ? proven.proofs() : List.of();
    }

    /** A new proof comes from the challenge that is pending now, once, and only if the verifier passed that one. */
    private void proven(ExploreFlow flow, Asking old, Proof proof) {
        unless(old.pending().isPresent(), "P3", "a proof without a challenge");
        Pending pending = old.pending().orElseThrow();
        boolean same = pending.kind().equals(proof.kind()) && pending.endpoint().equals(proof.endpoint());
        unless(same, "P3", "a proof of another method than was asked");
        unless(flow.passed.contains(pending.id()), "P9", "a proof by a challenge that is dead");
        unless(flow.proven.add(pending.id()), "P3", "one challenge proves twice");
        unless(host.turn().began.isBefore(pending.expiresAt()), "P9", "a proof by a challenge that is over");
        unless(host.turn().began.isBefore(old.ticket().deadline()), "P7", "a proof after the deadline");
        unless(
                old.proofs().stream()
                        .noneMatch(it ->
                                it.kind().equals(proof.kind()) || Objects.equals(it.endpoint(), proof.endpoint())),
                "P1",
                "two proofs through one kind or endpoint");
        Put put = flow.put(pending.id()).orElseThrow(() -> new ExploreBroken("P3", "a decoy proves"));
        flow.shown.add(ExploreMonitor.shown(host, flow, put));
    }
}
