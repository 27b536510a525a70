package dev.sspr.internal.verification.state;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where one reset stands. A state overrides the commands it allows; the rest are refused here, once (R-FLOW-1). No state
 * has a field that could hold a code or a password. Time, digests and ids are arguments.
 */
public sealed interface FlowState
        permits Identifying,
                AwaitingResponse,
                Waiting,
                ProofsComplete,
                Committing,
                FinishingCommit,
                Completed,
                FlowEnded {
    /** What every state keeps. */
    FlowHeader header();

    /** A rule that holds only for the very state it was decided on: whatever moved the flow since then wins. */
    static Function<FlowState, Step<FlowState, Boolean>> ifStill(
            FlowState seen, Function<FlowState, Step<FlowState, Boolean>> rule) {
        return state -> state.equals(seen) ? rule.apply(state) : Step.to(state, false);
    }

    /** Whose reset it is, while a password of it may have been set. */
    default Optional<Subject> whose() {
        return Optional.empty();
    }

    /** Where it stands, for the holder of the handle. */
    FlowStatus status(Guards guards, Instant now);

    /** What the page shows for the pending challenge. */
    default Optional<Prompt> prompt() {
        return Optional.empty();
    }

    /** Learns whose reset it is. */
    default Step<FlowState, Boolean> identified(Subject subject) {
        return Step.to(this, false);
    }

    /** Learns whose account it is, where a waiting period takes the place of proofs. */
    default Step<FlowState, Boolean> waitsFor(Subject subject, WaitingPeriod waitingPeriod, Instant now) {
        return Step.to(this, false);
    }

    /** From when the deed may be done, once that is known. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** The account's addresses were told, as far as {@code next}. */
    default Step<FlowState, Boolean> noticed(
            Waiting.Told next, WaitingPeriod waitingPeriod, Guards guards, Instant now) {
        return Step.to(this, false);
    }

    /** Nobody could be told, and a carrier asks to wait for so long. */
    default Step<FlowState, Boolean> notNoticed(Waiting.Told tried, Duration least, Instant now) {
        return Step.to(this, false);
    }

    /** Somebody else agrees; {@code by} is who. */
    default Step<FlowState, Boolean> approved(UserId by, Guards guards, Instant now) {
        return Step.to(this, false);
    }

    /** Looks whether the waiting period is over. */
    default Step<FlowState, Boolean> waited(Guards guards, Instant now) {
        return Step.to(this, false);
    }

    /** Asks for a challenge of a kind. */
    default Step<FlowState, Optional<Refused>> choose(MethodKind kind, Guards guards, Instant now) {
        return notNow();
    }

    /** Asks for the pending challenge's message again. */
    default Step<FlowState, Optional<Refused>> resend(Guards guards, Instant now) {
        return notNow();
    }

    /** Puts a challenge that was asked for. */
    default Step<FlowState, Boolean> challenged(PendingChallenge pendingChallenge, int sends) {
        return Step.to(this, false);
    }

    /** Stores what is left of the delivery of a challenge's message. */
    default Step<FlowState, Boolean> delivered(PendingChallenge put, int sends, Optional<PendingNotice> left) {
        return Step.to(this, false);
    }

    /** Pays for a guess. {@code response} is the digest of what the person brought back. */
    default Step<FlowState, ChargeResult> charge(FlowId flow, Digest response, Guards guards, Instant now) {
        return Step.to(this, new ChargeResult.NotCharged(Refused.of(Refusal.NOT_NOW)));
    }

    /** Takes what the verifier said of a paid guess; a right link may move the flow to a new handle. */
    default Step<FlowState, AnswerOutcome> answer(
            FlowId flow,
            ChargedAttempt paid,
            MfaVerifier.Result said,
            Digest response,
            Optional<Digest> newHandle,
            Guards guards,
            Instant now) {
        return Step.to(this, AnswerOutcome.LATE);
    }

    /** Begins to write a new password. */
    default Step<FlowState, Boolean> commit(Guards guards, Instant now) {
        return Step.to(this, false);
    }

    /** The password was written, {@code at} the latest; what must follow is {@code left}. */
    default Step<FlowState, Boolean> written(FinishingCommit.Tasks left, Instant at) {
        return Step.to(this, false);
    }

    /** The password was not written, and another may be tried; {@code doubt} until an earlier write can still land. */
    default Step<FlowState, Boolean> notWritten(Optional<Instant> doubt) {
        return Step.to(this, false);
    }

    /** The reset can never be completed. */
    default Step<FlowState, Boolean> end(FlowEnded.Why why, Guards guards, Instant now) {
        return Step.to(this, false);
    }

    /** Something of what follows the password is done, or one more try has failed. */
    default Step<FlowState, Boolean> followed(FinishingCommit.Tasks left, Guards guards) {
        return Step.to(this, false);
    }

    /** The refusal of a command that this state does not know. */
    private Step<FlowState, Optional<Refused>> notNow() {
        return Step.to(this, Optional.of(Refused.of(Refusal.NOT_NOW)));
    }

    /** What paying for a guess brought. */
    sealed interface ChargeResult {
        /** The guess may be looked at. */
        record Charged(ChargedAttempt charged) implements ChargeResult {}

        /** This very response was accepted before: nothing is charged and nothing compared (rule on idempotence). */
        record Repeated() implements ChargeResult {}

        /** It may not be looked at. */
        record NotCharged(Refused why) implements ChargeResult {}
    }

    /** What a paid guess brought. */
    enum AnswerOutcome {
        PROVEN,
        WRONG,
        WAITING,
        EXPIRED,
        /** The challenge was answered, replaced or ended while the verifier was asked. */
        LATE
    }
}
