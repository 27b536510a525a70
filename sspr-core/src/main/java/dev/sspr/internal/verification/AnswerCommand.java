package dev.sspr.internal.verification;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.ChargedAttempt;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.internal.verification.work.MethodDisabler;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Charges a guess, asks the verifier, applies its result; always in this order (R-RATE-4, R-ENUM-4). */
final class AnswerCommand {
    private static final Duration DAY = Duration.ofHours(24);
    /** Window of the count in a row, which only a success empties. */
    static final Duration LONG = Duration.ofDays(365);

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
        Digest digest = services.digests.response(response.secret());
        Optional<Applied<FlowState, FlowState.ChargeResult>> paid = services.runner.apply(
                found, state -> state.charge(found.id(), digest, services.guards, services.now()));
        if (paid.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        FlowState.ChargeResult bought = paid.get().answer();
        if (bought instanceof FlowState.ChargeResult.Charged charged) {
            return look(paid.get().now(), charged.charged(), response, digest, moveTo);
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
            Digest digest,
            Optional<Token> moveTo) {
        List<RateLimit> lines = lines(charged, response);
        Optional<Instant> full = services.limiter.charge(lines);
        if (full.isPresent()) {
            if (full.get().isAfter(services.now().plus(LONGEST_DAY))) {
                disabler.later(found, charged);
            }
            services.note(
                    AuditType.GUESS_REFUSED,
                    AuditEvent.Outcome.FAILURE,
                    found.id(),
                    Optional.empty(),
                    "reason",
                    "budget");
            return Refused.until(full.get());
        }
        MfaVerifier.Result said = services.catalog
                .verifier(charged.challenge().kind())
                .check(charged.challenge(), charged.verifierState(), response, services.now());
        if (said == MfaVerifier.Result.PASSED || said == MfaVerifier.Result.PENDING) {
            services.limiter.refund(lines);
        }
        if (said == MfaVerifier.Result.CLONED) {
            disabler.copied(found, charged);
        }
        Optional<Applied<FlowState, FlowState.AnswerOutcome>> applied = services.runner.apply(
                found,
                state -> state.answer(
                        found.id(),
                        charged,
                        said,
                        digest,
                        moveTo.map(services.digests::handle),
                        services.guards,
                        services.now()));
        if (applied.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        FlowState now = applied.get().now().state();
        return switch (applied.get().answer()) {
            case PROVEN -> {
                lines.stream().skip(1).limit(1).forEach(limit -> services.limiter.clear(limit.key()));
                yield position(now);
            }
            case WRONG -> new AnswerResult.NotProven(charged.left());
            case WAITING -> new AnswerResult.Waiting();
            case EXPIRED -> Refused.of(Refusal.CHALLENGE_EXPIRED);
            case LATE -> late(now, digest, moveTo);
        };
    }

    /** If a concurrent submit of the same response has won, this one has the same outcome. */
    private AnswerResult late(FlowState state, Digest digest, Optional<Token> moveTo) {
        Optional<Digest> accepted = state instanceof AwaitingResponse awaitingResponse
                ? awaitingResponse.accepted()
                : state instanceof ProofsComplete proofsComplete ? proofsComplete.accepted() : Optional.empty();
        boolean same =
                moveTo.isEmpty() && accepted.isPresent() && accepted.get().equals(digest);
        return same ? position(state) : Refused.of(Refusal.CHALLENGE_EXPIRED);
    }

    /**
     * The limits of a typed guess: the day and the count in a row of this account and method, and the tenant's day. A
     * link's 256 bits cannot be guessed, so full limits do not block it (R-RATE-11, R-RATE-12).
     */
    private List<RateLimit> lines(ChargedAttempt charged, Response response) {
        if (response instanceof Response.Link) {
            return List.of();
        }
        Challenge asked = charged.challenge();
        CounterKey inARow = services.guessesInARow(asked.user(), asked.kind(), asked.methodId(), asked.generation());
        return List.of(
                new RateLimit(
                        services.guesses(asked.user(), asked.kind()),
                        services.guards.limits().guessesPerDay(),
                        DAY),
                new RateLimit(inARow, services.guards.limits().guessesInARow(), LONG),
                services.tenantGuesses(charged.challenge().kind()));
    }

    private AnswerResult position(FlowState state) {
        return state instanceof AwaitingResponse awaitingResponse
                ? new AnswerResult.MoreNeeded(ResumeQuery.offers(ResumeQuery.next(services, awaitingResponse)))
                : new AnswerResult.Proven();
    }
}
