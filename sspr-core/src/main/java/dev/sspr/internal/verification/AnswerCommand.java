package dev.sspr.internal.verification;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.ChargedAttempt;
import dev.sspr.internal.verification.state.FieldCodec;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.internal.verification.work.MethodDisabler;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Charges a guess, asks the verifier, applies its result; always in this order (R-RATE-4, R-ENUM-4). */
final class AnswerCommand {
    /** A limit that is full for longer than this is the count in a row. */
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final FlowServices services;
    private final MethodDisabler disabler;

    AnswerCommand(FlowServices services) {
        this.services = services;
        this.disabler = new MethodDisabler(services);
    }

    AnswerResult answer(StoredState<FlowState> found, Response response) {
        return answer(found, response, Optional.empty());
    }

    /** Answers with a link from another browser; if it is right, the flow moves there under a new handle. */
    AnswerResult moveHere(StoredState<FlowState> found, Response.Link link) {
        Token handle = services.digests.newHandle(found.id());
        AnswerResult result = answer(found, link, Optional.of(handle));
        boolean moved = result instanceof AnswerResult.Proven || result instanceof AnswerResult.MoreNeeded;
        return moved ? new AnswerResult.Moved(FlowHandle.of(handle.text()), result) : result;
    }

    private AnswerResult answer(StoredState<FlowState> found, Response response, Optional<Token> moveTo) {
        List<Digest> digests = services.digests.responses(response.secret());
        Optional<Applied<FlowState, FlowState.ChargeResult>> paid = services.runner.apply(
                found, state -> state.charge(found.id(), known(state, digests), services.guards, services.now()));
        if (paid.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        FlowState.ChargeResult bought = paid.get().answer();
        if (bought instanceof FlowState.ChargeResult.Charged charged) {
            return look(paid.get().now(), charged.charged(), response, digests, moveTo);
        }
        if (bought instanceof FlowState.ChargeResult.Repeated) {
            return moveTo.isPresent()
                    ? Refused.of(Refusal.GONE)
                    : position(paid.get().now().state());
        }
        return ((FlowState.ChargeResult.NotCharged) bought).why();
    }

    private AnswerResult look(
            StoredState<FlowState> found,
            ChargedAttempt charged,
            Response response,
            List<Digest> digests,
            Optional<Token> moveTo) {
        RateLimiter.Receipt receipt = paid(found.state(), charged, response);
        if (receipt.isFull()) {
            return refused(found, charged, response, receipt.retryAt().orElseThrow(), digests);
        }
        MfaVerifier.Result said = services.catalog
                .verifier(charged.challenge().kind())
                .check(charged.challenge(), charged.verifierState(), response, services.now());
        if (said == MfaVerifier.Result.PASSED || said == MfaVerifier.Result.PENDING) {
            services.limiter.refund(receipt);
        }
        if (said == MfaVerifier.Result.CLONED) {
            disabler.later(found, charged, MethodDisabler.Cause.COPY);
        }
        return apply(found, charged, said, digests, moveTo, !receipt.taken().isEmpty());
    }

    /** Charges the budgets of a guess that could be right; the tenant's is read first, for decoys too (R-ENUM-4). */
    private RateLimiter.Receipt paid(FlowState state, ChargedAttempt charged, Response response) {
        if (!services.guesses.guessable(charged, response)) {
            return new RateLimiter.Receipt(List.of(), Optional.empty());
        }
        Challenge asked = charged.challenge();
        boolean decoy = !(state instanceof AwaitingResponse waiting) || services.isDecoy(waiting.subject(), asked);
        boolean tenantIsFull = services.guesses.tenantIsFull(asked.kind());
        return decoy && tenantIsFull
                ? new RateLimiter.Receipt(List.of(), Optional.of(services.now()))
                : services.limiter.pay(services.guesses.lines(asked, decoy));
    }

    /**
     * Answers a guess that a full budget does not let compare. Before the first proof it counts as wrong, so that a full
     * budget shows nothing of the account: neither that it exists nor which names it has (R-ENUM-4). A message method is
     * never disabled, because its next message carries a long code.
     */
    private AnswerResult refused(
            StoredState<FlowState> found,
            ChargedAttempt charged,
            Response response,
            Instant until,
            List<Digest> digests) {
        boolean message = FieldCodec.carriedInMessages(charged.challenge().kind());
        if (!message && until.isAfter(services.now().plus(LONGEST_DAY))) {
            disabler.later(found, charged, MethodDisabler.Cause.FAILURES);
        }
        services.note(
                AuditType.GUESS_REFUSED, AuditEvent.Outcome.FAILURE, found.id(), Optional.empty(), "reason", "budget");
        boolean known = services.flowKind.purpose() == Purpose.CHANGE
                || (found.state() instanceof AwaitingResponse state
                        && !state.proofs().isEmpty());
        if (!known) {
            MfaVerifier.Result said =
                    response instanceof Response.Poll ? MfaVerifier.Result.PENDING : MfaVerifier.Result.WRONG;
            return apply(found, charged, said, digests, Optional.empty(), false);
        }
        return message ? Refused.of(Refusal.CHALLENGE_EXPIRED) : Refused.until(until);
    }

    private AnswerResult apply(
            StoredState<FlowState> found,
            ChargedAttempt charged,
            MfaVerifier.Result said,
            List<Digest> digests,
            Optional<Token> moveTo,
            boolean counted) {
        Optional<Applied<FlowState, FlowState.AnswerOutcome>> applied = services.runner.apply(
                found,
                state -> state.answer(
                        found.id(),
                        charged,
                        said,
                        digests.get(0),
                        moveTo.map(services.digests::handle),
                        services.guards,
                        services.now()));
        if (applied.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        FlowState now = applied.get().now().state();
        return switch (applied.get().answer()) {
            case PROVEN -> {
                if (counted) {
                    Challenge asked = charged.challenge();
                    services.limiter.clear(
                            services.guesses.inARow(asked.user(), asked.kind(), asked.methodId(), asked.generation()));
                }
                yield position(now);
            }
            case WRONG -> new AnswerResult.NotProven(charged.left());
            case WAITING -> new AnswerResult.Waiting();
            case EXPIRED -> Refused.of(Refusal.CHALLENGE_EXPIRED);
            case LATE -> late(now, digests, moveTo);
        };
    }

    /** If a concurrent submit of the same response has won, this one has the same outcome. */
    private AnswerResult late(FlowState state, List<Digest> digests, Optional<Token> moveTo) {
        boolean same =
                moveTo.isEmpty() && accepted(state).filter(digests::contains).isPresent();
        return same ? position(state) : Refused.of(Refusal.CHALLENGE_EXPIRED);
    }

    /** Returns the digest by which a state knows the response, under whichever key it was accepted (F2-S4). */
    private static Digest known(FlowState state, List<Digest> digests) {
        return accepted(state).filter(digests::contains).orElse(digests.get(0));
    }

    private static Optional<Digest> accepted(FlowState state) {
        return state instanceof AwaitingResponse awaitingResponse
                ? awaitingResponse.accepted()
                : state instanceof ProofsComplete proofsComplete ? proofsComplete.accepted() : Optional.empty();
    }

    private AnswerResult position(FlowState state) {
        return state instanceof AwaitingResponse awaitingResponse
                ? new AnswerResult.MoreNeeded(ResumeQuery.offers(ResumeQuery.next(services, awaitingResponse)))
                : new AnswerResult.Proven();
    }
}
