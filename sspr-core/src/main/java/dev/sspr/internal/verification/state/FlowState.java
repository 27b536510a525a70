package dev.sspr.internal.verification.state;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
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
 * The state of one flow. A state overrides the commands it allows; the others are refused here (R-FLOW-1). No state holds a
 * code or a password; time, digests and ids are arguments.
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
    FlowHeader header();

    /** Makes a rule that applies only to this very state; any later change wins. */
    static Function<FlowState, Step<FlowState, Boolean>> ifStill(
            FlowState seen, Function<FlowState, Step<FlowState, Boolean>> rule) {
        return state -> state.equals(seen) ? rule.apply(state) : Step.to(state, false);
    }

    /** Returns the account, while a password of it may have been set. */
    default Optional<Subject> whose() {
        return Optional.empty();
    }

    FlowStatus status(Guards guards, Instant now);

    /** Returns what is known of this state now; a state may hold a challenge that is not published yet. */
    default FlowState published(Guards guards, Instant now) {
        return this;
    }

    /** Returns the page's prompt for the pending challenge. */
    default Optional<Prompt> prompt() {
        return Optional.empty();
    }

    /** Sets the account. */
    default Step<FlowState, Boolean> identified(Subject subject) {
        return Step.to(this, false);
    }

    /** Sets the account and begins its waiting period. */
    default Step<FlowState, Boolean> waitsFor(Subject subject, WaitingPeriod waitingPeriod, Instant now) {
        return Step.to(this, false);
    }

    /** Records that the account's addresses got the notice {@code next}. */
    default Step<FlowState, Boolean> noticed(
            Waiting.Told next, WaitingPeriod waitingPeriod, Guards guards, Instant now) {
        return Step.to(this, false);
    }

    /** Records that no address accepted the notice; a notifier asks to wait for {@code least}. */
    default Step<FlowState, Boolean> notNoticed(Waiting.Told tried, Duration least, Instant now) {
        return Step.to(this, false);
    }

    /** Records the approval by another user. */
    default Step<FlowState, Boolean> approved(UserId by, Guards guards, Instant now) {
        return Step.to(this, false);
    }

    /** Ends the waiting period if it is over. */
    default Step<FlowState, Boolean> waited(Guards guards, Instant now) {
        return Step.to(this, false);
    }

    default Step<FlowState, Optional<Refused>> choose(MethodKind kind, Guards guards, Instant now) {
        return notNow();
    }

    default Step<FlowState, Optional<Refused>> resend(Guards guards, Instant now) {
        return notNow();
    }

    /** Issues a challenge that was asked for. */
    default Step<FlowState, Boolean> challenged(PendingChallenge pendingChallenge, int sends) {
        return Step.to(this, false);
    }

    /** Issues a challenge that was asked for, to be published later. */
    default Step<FlowState, Boolean> prepared(Publication publication, int sends) {
        return Step.to(this, false);
    }

    /** Stores the rest of the delivery of a challenge's message. */
    default Step<FlowState, Boolean> delivered(PendingChallenge put, int sends, Optional<PendingNotice> left) {
        return Step.to(this, false);
    }

    /** Charges a guess; {@code response} is the digest of the user's response. */
    default Step<FlowState, ChargeResult> charge(FlowId flow, Digest response, Guards guards, Instant now) {
        return Step.to(this, new ChargeResult.NotCharged(Refused.of(Refusal.NOT_NOW)));
    }

    /** Applies the verifier's result for a charged guess; a right link may move the flow to a new handle. */
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

    default Step<FlowState, Boolean> commit(Guards guards, Instant now) {
        return Step.to(this, false);
    }

    /** Records a write that was complete {@code at} this time; the tasks {@code left} remain. */
    default Step<FlowState, Boolean> written(FinishingCommit.Tasks left, Instant at) {
        return Step.to(this, false);
    }

    /** Records that nothing was written; an earlier write can still land until {@code doubt}. */
    default Step<FlowState, Boolean> notWritten(Optional<Instant> doubt) {
        return Step.to(this, false);
    }

    default Step<FlowState, Boolean> end(FlowEnded.Why why, Guards guards, Instant now) {
        return Step.to(this, false);
    }

    /** Ends the flow at its deadline, unless a write may be under way. A decoy's end is audited like an account's. */
    default Step<FlowState, Boolean> expired(Guards guards, Instant now) {
        if (guards.live(header(), now)) {
            return Step.to(this, false);
        }
        if (this instanceof ProofsComplete) {
            return end(FlowEnded.Why.EXPIRED, guards, now);
        }
        return this instanceof Identifying || this instanceof AwaitingResponse || this instanceof Waiting
                ? FlowEnded.from(header(), Optional.empty(), FlowEnded.Why.EXPIRED)
                : Step.to(this, false);
    }

    /** Stores the tasks left after a try. */
    default Step<FlowState, Boolean> followed(FinishingCommit.Tasks left, Guards guards) {
        return Step.to(this, false);
    }

    private Step<FlowState, Optional<Refused>> notNow() {
        return Step.to(this, Optional.of(Refused.of(Refusal.NOT_NOW)));
    }

    /** The result of charging a guess. */
    sealed interface ChargeResult {
        /** The guess may be compared. */
        record Charged(ChargedAttempt charged) implements ChargeResult {}

        /** This response was accepted before: nothing is charged and nothing compared. */
        record Repeated() implements ChargeResult {}

        record NotCharged(Refused why) implements ChargeResult {
            static Step<FlowState, ChargeResult> step(FlowState state, Refusal why) {
                return Step.to(
                        state,
                        new NotCharged(Refused.of(why)),
                        AuditEffects.bad(AuditType.GUESS_REFUSED, Optional.empty(), "reason", why.name()));
            }
        }
    }

    /** The result of a charged guess. */
    enum AnswerOutcome {
        PROVEN,
        WRONG,
        WAITING,
        EXPIRED,
        /** The challenge was answered, replaced or ended while the verifier checked. */
        LATE
    }
}
