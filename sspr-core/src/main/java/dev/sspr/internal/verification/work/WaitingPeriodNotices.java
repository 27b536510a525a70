package dev.sspr.internal.verification.work;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.LinkBase;
import dev.sspr.internal.engine.NoticeOutbox.Attempt;
import dev.sspr.internal.engine.NoticeOutbox.Outgoing;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.engine.SendLimits;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.messages.Recipient;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.state.WaitingPeriod;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice.RecoveryStarted.Stage;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notifies every address of an account of its waiting period, so that the owner can object. */
final class WaitingPeriodNotices {
    /** Failed attempts, about an hour and a half, after which the period begins if another address has accepted. */
    static final int PATIENCE = 8;

    /** Longer than a recovery lives. */
    private static final Duration LIFE = Duration.ofDays(30);
    /** The address has accepted this notice, or enough others today. */
    private static final Attempt TOLD = new Attempt(0, 1, Set.of(), true, Duration.ZERO);

    private final FlowServices services;

    WaitingPeriodNotices(FlowServices services) {
        this.services = services;
    }

    /** Sends the notice that is due; the period neither begins nor ends before an address accepts it. */
    void proceed(StoredState<FlowState> found, Waiting waiting) {
        WaitingPeriod waitingPeriod = services.flowKind.waitingPeriod().orElseThrow();
        if (waiting.told() == Waiting.Told.OF_THE_END || services.now().isBefore(waiting.nextAt())) {
            return;
        }
        boolean first = waiting.told() == Waiting.Told.NOTHING;
        Waiting.Told next = first ? Waiting.Told.OF_THE_START : Waiting.Told.OF_THE_END;
        Instant due = waiting.dueIfTold(next, waitingPeriod, services.now());
        Attempt made = services.guards.real(waiting.subject())
                ? attempt(
                        found.id(),
                        waiting,
                        first ? Stage.STARTED : Stage.ENDING,
                        due,
                        waiting.deadlineIfDue(due, waitingPeriod))
                : Attempt.NOTHING;
        services.runner.apply(
                found,
                state -> made.complete()
                        ? state.noticed(next, waitingPeriod, services.guards, services.now())
                        : state.notNoticed(next, made.after(), services.now()));
    }

    /**
     * Makes one attempt at every address that has not accepted yet. It is complete if one has accepted and none is left to
     * retry, so that failing one address cannot suppress the others; after {@link #PATIENCE} failed attempts an address
     * that only defers no longer holds the period up.
     */
    private Attempt attempt(FlowId flow, Waiting waiting, Stage stage, Instant due, Instant end) {
        try {
            Optional<Account> account =
                    services.environment.users().load(waiting.subject().user());
            LinkBase page = services.environment.linkBase().orElseThrow();
            Secret object = page.link(
                    services.flowKind.cancelLink(), new Token(flow, services.digests.cancelSecret(flow)).text());
            MessageContent content = services.flowKind.waiting(stage, due, object, waiting.approval());
            Recipient recipient = new Recipient(account, waiting.header().locale());
            Attempt made = Attempt.NOTHING;
            for (Destination to : account.map(services::addresses).orElse(List.of())) {
                Outgoing message = new Outgoing(to, stage.name(), content, recipient);
                made = made.and(attempt(flow, waiting.subject().user(), stage, message, end));
            }
            boolean tried = made.complete() || waiting.failures() >= PATIENCE;
            boolean over = made.accepted() > 0 && tried;
            services.note(
                    AuditType.NOTIFIED,
                    over ? Outcome.SUCCESS : Outcome.FAILURE,
                    flow,
                    waiting.subject().audited(),
                    "destinations",
                    String.valueOf(made.accepted()));
            return over
                    ? new Attempt(made.tried(), made.accepted(), made.settled(), true, Duration.ZERO)
                    : made.and(Attempt.FAILED);
        } catch (UnavailableException e) {
            return Attempt.FAILED;
        }
    }

    /**
     * Sends to one address, unless it has accepted this notice or has had its notices of the day. An address that is told
     * of several recoveries of an account in a day knows enough to object to all (R-RATE-9).
     */
    private Attempt attempt(FlowId flow, UserId user, Stage stage, Outgoing message, Instant end) {
        String whose = message.to().endpoint() + "/" + stage.name();
        RateLimit accepted = RateLimit.fixed(
                services.limiter.key(Budget.NOTICE_ACCEPTED, flow.digest().hex() + "/" + whose), 1, LIFE);
        if (services.limiter.isFull(accepted)) {
            return TOLD;
        }
        RateLimiter.Receipt receipt = services.limiter.pay(List.of(
                SendLimits.recoveryNotices(services.limiter, services.guards.limits(), message.to(), user, stage)));
        if (receipt.isFull()) {
            return TOLD;
        }
        Attempt made = services.outbox.attempt(flow, PendingNotice.due(services.now(), end), List.of(message));
        if (made.accepted() > 0) {
            services.limiter.charge(List.of(accepted));
        } else {
            services.limiter.refund(receipt);
        }
        return made;
    }
}
