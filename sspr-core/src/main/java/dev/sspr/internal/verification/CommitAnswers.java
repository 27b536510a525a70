package dev.sspr.internal.verification;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.verification.CommitAction.Match;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says what a commit came to, for the password that was given now (F2-S13). */
final class CommitAnswers {
    /** The wrong passwords that are compared after the commit, for each flow; each is a guess at the password. */
    private static final int CHECKS = 10;

    private static final Duration DAY = Duration.ofDays(1);

    private final FlowServices services;

    CommitAnswers(FlowServices services) {
        this.services = services;
    }

    /** Returns the result that the state implies, for a second click, another node or the sweeper. */
    Optional<CompleteResult> of(FlowId flow, FlowState state, CommitAction action) {
        if (state instanceof FinishingCommit it) {
            CompleteResult done = done(it.tasks().sessions(), it.tasks().reach(), Optional.empty());
            return Optional.of(given(match(flow, it.subject().user(), action), done));
        }
        if (state instanceof Completed it) {
            return Optional.of(given(match(flow, it.user(), action), done(it.why())));
        }
        if (state instanceof FlowEnded it) {
            Match match = services.flowKind.renewsCredentials() ? Match.UNKNOWN : Match.SAME;
            return Optional.of(it.why().done() ? given(match, done(it.why())) : Refused.of(Refusal.GONE));
        }
        return state instanceof Committing ? Optional.of(new CompleteResult.InProgress()) : Optional.empty();
    }

    /** Returns the result for a password of which this is known. */
    static CompleteResult given(Match match, CompleteResult done) {
        return switch (match) {
            case SAME -> done;
            case OTHER -> new CompleteResult.NotConfirmed(CompleteResult.NotConfirmed.Reason.OTHER_PASSWORD);
            case UNKNOWN -> new CompleteResult.NotConfirmed(CompleteResult.NotConfirmed.Reason.UNKNOWN);
        };
    }

    /** Returns whether the account has the password that was given; charged first (R-RATE-4). */
    Match match(FlowId flow, UserId user, CommitAction action) {
        if (!services.flowKind.renewsCredentials()) {
            return Match.SAME;
        }
        RateLimit checks = RateLimit.fixed(
                services.limiter.key(
                        Budget.PASSWORDS_AFTER_COMMIT, flow.digest().hex()),
                CHECKS,
                DAY);
        RateLimiter.Receipt receipt = services.limiter.pay(List.of(checks));
        if (receipt.isFull()) {
            return Match.UNKNOWN;
        }
        Match match = action.match(user);
        if (match == Match.SAME) {
            services.limiter.refund(receipt);
        }
        return match;
    }

    private static CompleteResult done(FlowEnded.Why why) {
        return done(
                why.sessionsLeft(),
                why.partly() ? FinishingCommit.Reach.ONE_STORE : FinishingCommit.Reach.ALL,
                Optional.empty());
    }

    static CompleteResult done(boolean sessionsLeft, FinishingCommit.Reach reach, Optional<Secret> freshCode) {
        CompleteResult.Done.Sessions sessions =
                sessionsLeft ? CompleteResult.Done.Sessions.PENDING : CompleteResult.Done.Sessions.ENDED;
        return reach == FinishingCommit.Reach.ONE_STORE
                ? new CompleteResult.PartlyDone(sessions, freshCode)
                : new CompleteResult.Done(sessions, freshCode);
    }
}
