package dev.sspr.internal.proof;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Checked;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where one reset stands. A state overrides the commands it allows; the rest are refused here, once (R-FLOW-1). No state
 * has a field that could hold a code or a password. Time, digests and ids are arguments.
 */
sealed interface ProofState permits Opened, Asking, Waiting, Proven, Committing, Finishing, Settled, Ended {
    /** What every state keeps. */
    Ticket ticket();

    /** A rule that holds only for the very state it was decided on: whatever moved the flow since then wins. */
    static Function<ProofState, Step<ProofState, Boolean>> ifStill(
            ProofState seen, Function<ProofState, Step<ProofState, Boolean>> rule) {
        return state -> state.equals(seen) ? rule.apply(state) : Step.to(state, false);
    }

    /** Whose reset it is, while a password of it may have been set. */
    default Optional<Subject> whose() {
        return Optional.empty();
    }

    /** Where it stands, for the holder of the handle. */
    FlowStatus status(Rules rules, Instant now);

    /** What the page shows for the pending challenge. */
    default Optional<Prompt> prompt() {
        return Optional.empty();
    }

    /** Learns whose reset it is. */
    default Step<ProofState, Boolean> identified(Subject subject) {
        return Step.to(this, false);
    }

    /** Learns whose account it is, where a waiting period takes the place of proofs. */
    default Step<ProofState, Boolean> waitsFor(Subject subject, Wait wait, Instant now) {
        return Step.to(this, false);
    }

    /** From when the deed may be done, once that is known. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** The account's addresses were told, as far as {@code next}. */
    default Step<ProofState, Boolean> noticed(Waiting.Told next, Wait wait, Rules rules, Instant now) {
        return Step.to(this, false);
    }

    /** Nobody could be told. */
    default Step<ProofState, Boolean> notNoticed(Waiting.Told tried, Instant now) {
        return Step.to(this, false);
    }

    /** Somebody else agrees; {@code by} is who. */
    default Step<ProofState, Boolean> approved(UserId by, Rules rules, Instant now) {
        return Step.to(this, false);
    }

    /** Looks whether the waiting period is over. */
    default Step<ProofState, Boolean> waited(Rules rules, Instant now) {
        return Step.to(this, false);
    }

    /** Asks for a challenge of a kind. */
    default Step<ProofState, Optional<Refused>> choose(MethodKind kind, Rules rules, Instant now) {
        return notNow();
    }

    /** Asks for the pending challenge's message again. */
    default Step<ProofState, Optional<Refused>> resend(Rules rules, Instant now) {
        return notNow();
    }

    /** Puts a challenge that was asked for. */
    default Step<ProofState, Boolean> challenged(Pending pending, int sends) {
        return Step.to(this, false);
    }

    /** Pays for a guess. {@code response} is the digest of what the person brought back. */
    default Step<ProofState, Paid> charge(FlowId flow, Digest response, Rules rules, Instant now) {
        return Step.to(this, new Paid.Not(Refused.of(Refusal.NOT_NOW)));
    }

    /** Takes what the verifier said of a paid guess; a right link may move the flow to a new handle. */
    default Step<ProofState, Outcome> answer(
            FlowId flow,
            Receipt paid,
            Checked said,
            Digest response,
            Optional<Digest> newHandle,
            Rules rules,
            Instant now) {
        return Step.to(this, Outcome.LATE);
    }

    /** Begins to write a new password. */
    default Step<ProofState, Boolean> commit(Rules rules, Instant now) {
        return Step.to(this, false);
    }

    /** The password was written, {@code at} the latest; what must follow is {@code left}. */
    default Step<ProofState, Boolean> written(Finishing.Tasks left, Instant at) {
        return Step.to(this, false);
    }

    /** The password was not written, and another may be tried; {@code doubt} until an earlier write can still land. */
    default Step<ProofState, Boolean> notWritten(Optional<Instant> doubt) {
        return Step.to(this, false);
    }

    /** The reset can never be completed. */
    default Step<ProofState, Boolean> end(Ended.Why why, Rules rules, Instant now) {
        return Step.to(this, false);
    }

    /** Something of what follows the password is done, or one more try has failed. */
    default Step<ProofState, Boolean> followed(Finishing.Tasks left, Instant now) {
        return Step.to(this, false);
    }

    /** The refusal of a command that this state does not know. */
    private Step<ProofState, Optional<Refused>> notNow() {
        return Step.to(this, Optional.of(Refused.of(Refusal.NOT_NOW)));
    }

    /** What paying for a guess brought. */
    sealed interface Paid {
        /** The guess may be looked at. */
        record With(Receipt receipt) implements Paid {}

        /** This very response was accepted before: nothing is charged and nothing compared (rule on idempotence). */
        record Again() implements Paid {}

        /** It may not be looked at. */
        record Not(Refused why) implements Paid {}
    }

    /** What a paid guess brought. */
    enum Outcome {
        PROVEN,
        WRONG,
        WAITING,
        EXPIRED,
        /** The challenge was answered, replaced or ended while the verifier was asked. */
        LATE
    }
}
