package dev.sspr.internal.proof;

import static dev.sspr.internal.proof.ExploreBroken.unless;

import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Checked;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What holds for every step between pure states, told without a word of the rules. */
final class ExploreLaws {
    private final Rules given;

    ExploreLaws(Rules given) {
        this.given = given;
    }

    void moved(String command, ProofState old, ProofState next, Instant now) {
        if (next == old) {
            return;
        }
        boolean lawful = ExploreSteps.LAWFUL.get(old.getClass()).contains(next.getClass());
        unless(lawful, "P7", command + " leads from " + old.getClass() + " to " + next.getClass());
        boolean stretches = command.equals("noticed")
                && next.ticket().deadline().isAfter(old.ticket().deadline());
        boolean stops = command.equals("end") && ExploreSteps.stopped(old, next);
        unless(
                stretches
                        || stops
                        || old.ticket().deadline().equals(next.ticket().deadline()),
                "P7",
                command + " moves the deadline");
        unless(next.ticket().sends() >= old.ticket().sends(), "P4", command + " gives a message back");
        int most = 2 * given.limits().mailsPerHour();
        unless(next.ticket().sends() <= most, "P4", command + " sends more than a flow may");
        boolean sameHandle = old.ticket().handle().equals(next.ticket().handle());
        unless(sameHandle || command.equals("answer"), "P7", command + " moves the flow");
        unless(kept(old, next), "P1", command + " changes whose flow it is, or its proofs");
        if (next instanceof Proven proven && old instanceof Asking) {
            proven(proven);
        }
        if (next instanceof Proven && old instanceof Waiting waiting) {
            boolean over = waiting.told() == Waiting.Told.OF_THE_END
                    && !now.isBefore(waiting.dueAt())
                    && waiting.approval() == Wait.Approval.NOT_NEEDED
                    && waiting.subject().reality() == Subject.Reality.REAL
                    && command.equals("waited");
            unless(over, "P1", command + " ends a waiting period that is not over");
        }
        if (next instanceof Committing && old instanceof Proven proven) {
            unless(command.equals("commit") && now.isBefore(next.ticket().deadline()), "P7", "a late commit");
            proven(proven);
        }
        if (old instanceof Asking before && next instanceof Asking after && !command.equals("answer")) {
            before.tries()
                    .spent()
                    .forEach((kind, spent) ->
                            unless(after.tries().of(kind) >= spent, "P4", command + " gives a try back"));
            unless(after.proofs().equals(before.proofs()), "P3", command + " makes a proof");
        }
    }

    private static boolean kept(ProofState old, ProofState next) {
        Optional<Subject> before = subject(old);
        Optional<Subject> after = subject(next);
        boolean longer = proofs(next).size() >= proofs(old).size();
        return before.isEmpty() || after.isEmpty() || (before.equals(after) && longer);
    }

    private static Optional<Subject> subject(ProofState state) {
        return state instanceof Asking asking ? Optional.of(asking.subject()) : state.whose();
    }

    private static List<Proof> proofs(ProofState state) {
        if (state instanceof Asking it) {
            return it.proofs();
        }
        if (state instanceof Proven it) {
            return it.proofs();
        }
        return state instanceof Committing it
                ? it.proofs()
                : state instanceof Finishing last ? last.proofs() : List.of();
    }

    private static void proven(Proven state) {
        unless(state.subject().reality() == Subject.Reality.REAL, "P5", "a stranger is proven");
        long kinds = state.proofs().stream().map(Proof::kind).distinct().count();
        long endpoints = state.proofs().stream().map(Proof::endpoint).distinct().count();
        long proofs = Math.min(kinds, endpoints);
        unless(proofs >= state.subject().needed(), "P1", "proven with " + proofs + " proofs");
    }

    /** A paid guess was there to be paid. */
    void charged(ProofState old, ProofState next, Instant now) {
        Asking before = (Asking) old;
        Asking after = (Asking) next;
        unless(now.isBefore(old.ticket().deadline()), "P7", "a guess is paid after the deadline");
        Pending asked = before.pending().orElseThrow();
        int spent = after.tries().of(asked.kind());
        unless(spent == before.tries().of(asked.kind()) + 1, "P4", "a guess is not paid");
        unless(spent <= given.limits().guessesPerMethod(), "P8", "a guess too many is paid");
    }

    /** An answer proves only by a receipt of the challenge that is pending, here, in time. */
    void answered(
            FlowId flow,
            ProofState old,
            Receipt receipt,
            Checked said,
            Optional<Digest> newHandle,
            Step<ProofState, ProofState.Outcome> step,
            Instant now) {
        ProofState next = step.next();
        boolean grew = proofs(next).size() > proofs(old).size();
        boolean moved = !old.ticket().handle().equals(next.ticket().handle());
        unless(grew == (step.answer() == ProofState.Outcome.PROVEN), "P3", "the answer is not what happened");
        unless(!moved || (grew && newHandle.isPresent()), "P7", "the flow moves without a proof");
        unless(!grew || newHandle.isEmpty() || moved, "P7", "the flow stays with its old browser");
        if (old instanceof Asking asking) {
            boolean pending = asking.pending()
                    .filter(it -> it.id().equals(receipt.challenge().id()))
                    .isPresent();
            boolean fits = pending && receipt.challenge().flow().equals(flow) && said == Checked.PASSED;
            unless(!grew || fits, "P3", "a receipt of another challenge proves");
            unless(!grew || now.isBefore(old.ticket().deadline()), "P7", "a proof after the deadline");
            unless(
                    !grew || !(next instanceof Asking later) || later.pending().isEmpty(),
                    "P3",
                    "an answered challenge stays");
            boolean back = next instanceof Asking later
                    && asking.tries().spent().entrySet().stream()
                            .anyMatch(it -> later.tries().of(it.getKey()) < it.getValue());
            unless(!back || said == Checked.PENDING, "P4", "a try is given back");
        } else {
            unless(next == old, "P7", "an answer moves a flow that asks for none");
        }
    }
}
