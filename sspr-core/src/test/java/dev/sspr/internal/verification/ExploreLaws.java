package dev.sspr.internal.verification;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.internal.engine.Step;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.ChargedAttempt;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.state.WaitingPeriod;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MfaVerifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What holds for every step between pure states, told without a word of the rules. */
final class ExploreLaws {
    private final Guards given;

    ExploreLaws(Guards given) {
        this.given = given;
    }

    void moved(String command, FlowState old, FlowState next, Instant now) {
        if (next == old) {
            return;
        }
        boolean lawful = ExploreSteps.LAWFUL.get(old.getClass()).contains(next.getClass());
        unless(lawful, "P7", command + " leads from " + old.getClass() + " to " + next.getClass());
        boolean stretches = command.equals("noticed")
                && next.header().deadline().isAfter(old.header().deadline());
        boolean stops = command.equals("end") && ExploreSteps.stopped(old, next);
        unless(
                stretches
                        || stops
                        || old.header().deadline().equals(next.header().deadline()),
                "P7",
                command + " moves the deadline");
        unless(next.header().sends() >= old.header().sends(), "P4", command + " gives a message back");
        int most = 2 * given.limits().mailsPerHour();
        unless(next.header().sends() <= most, "P4", command + " sends more than a flow may");
        boolean sameHandle = old.header().handle().equals(next.header().handle());
        unless(sameHandle || command.equals("answer"), "P7", command + " moves the flow");
        unless(kept(old, next), "P1", command + " changes whose flow it is, or its proofs");
        if (next instanceof ProofsComplete proofsComplete && old instanceof AwaitingResponse) {
            proven(proofsComplete);
        }
        if (next instanceof ProofsComplete && old instanceof Waiting waiting) {
            boolean over = waiting.told() == Waiting.Told.OF_THE_END
                    && !now.isBefore(waiting.dueAt())
                    && waiting.approval() == WaitingPeriod.Approval.NOT_NEEDED
                    && waiting.subject().reality() == Subject.Reality.EXISTING
                    && command.equals("waited");
            unless(over, "P1", command + " ends a waiting period that is not over");
        }
        if (next instanceof Committing && old instanceof ProofsComplete proofsComplete) {
            unless(command.equals("commit") && now.isBefore(next.header().deadline()), "P7", "a late commit");
            proven(proofsComplete);
        }
        if (old instanceof AwaitingResponse before
                && next instanceof AwaitingResponse after
                && !command.equals("answer")) {
            before.attempts()
                    .spent()
                    .forEach((kind, spent) ->
                            unless(after.attempts().of(kind) >= spent, "P4", command + " gives a try back"));
            unless(after.proofs().equals(before.proofs()), "P3", command + " makes a proof");
        }
    }

    private static boolean kept(FlowState old, FlowState next) {
        Optional<Subject> before = subject(old);
        Optional<Subject> after = subject(next);
        boolean longer = proofs(next).size() >= proofs(old).size();
        return before.isEmpty() || after.isEmpty() || (before.equals(after) && longer);
    }

    private static Optional<Subject> subject(FlowState state) {
        return state instanceof AwaitingResponse awaitingResponse
                ? Optional.of(awaitingResponse.subject())
                : state.whose();
    }

    private static List<Proof> proofs(FlowState state) {
        if (state instanceof AwaitingResponse it) {
            return it.proofs();
        }
        if (state instanceof ProofsComplete it) {
            return it.proofs();
        }
        return state instanceof Committing it
                ? it.proofs()
                : state instanceof FinishingCommit last ? last.proofs() : List.of();
    }

    private static void proven(ProofsComplete state) {
        unless(state.subject().reality() == Subject.Reality.EXISTING, "P5", "a stranger is proven");
        long kinds = state.proofs().stream().map(Proof::kind).distinct().count();
        long endpoints = state.proofs().stream().map(Proof::endpoint).distinct().count();
        long proofs = Math.min(kinds, endpoints);
        unless(proofs >= state.subject().needed(), "P1", "proven with " + proofs + " proofs");
    }

    /** A paid guess was there to be paid. */
    void charged(FlowState old, FlowState next, Instant now) {
        AwaitingResponse before = (AwaitingResponse) old;
        AwaitingResponse after = (AwaitingResponse) next;
        unless(now.isBefore(old.header().deadline()), "P7", "a guess is paid after the deadline");
        PendingChallenge asked = before.pendingChallenge().orElseThrow();
        int spent = after.attempts().of(asked.kind());
        unless(spent == before.attempts().of(asked.kind()) + 1, "P4", "a guess is not paid");
        unless(spent <= given.limits().guessesPerMethod(), "P8", "a guess too many is paid");
    }

    /** An answer proves only by a receipt of the challenge that is pending, here, in time. */
    void answered(
            FlowId flow,
            FlowState old,
            ChargedAttempt charged,
            MfaVerifier.Result said,
            Optional<Digest> newHandle,
            Step<FlowState, FlowState.AnswerOutcome> step,
            Instant now) {
        FlowState next = step.next();
        boolean grew = proofs(next).size() > proofs(old).size();
        boolean moved = !old.header().handle().equals(next.header().handle());
        unless(grew == (step.answer() == FlowState.AnswerOutcome.PROVEN), "P3", "the answer is not what happened");
        unless(!moved || (grew && newHandle.isPresent()), "P7", "the flow moves without a proof");
        unless(!grew || newHandle.isEmpty() || moved, "P7", "the flow stays with its old browser");
        if (old instanceof AwaitingResponse awaitingResponse) {
            boolean pending = awaitingResponse
                    .pendingChallenge()
                    .filter(it -> it.id().equals(charged.challenge().id()))
                    .isPresent();
            boolean fits = pending && charged.challenge().flow().equals(flow) && said == MfaVerifier.Result.PASSED;
            unless(!grew || fits, "P3", "a receipt of another challenge proves");
            unless(!grew || now.isBefore(old.header().deadline()), "P7", "a proof after the deadline");
            unless(
                    !grew
                            || !(next instanceof AwaitingResponse later)
                            || later.pendingChallenge().isEmpty(),
                    "P3",
                    "an answered challenge stays");
            boolean back = next instanceof AwaitingResponse later
                    && awaitingResponse.attempts().spent().entrySet().stream()
                            .anyMatch(it -> later.attempts().of(it.getKey()) < it.getValue());
            unless(!back || said == MfaVerifier.Result.PENDING, "P4", "a try is given back");
        } else {
            unless(next == old, "P7", "an answer moves a flow that asks for none");
        }
    }
}
