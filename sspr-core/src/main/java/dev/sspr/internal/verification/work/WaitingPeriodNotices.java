package dev.sspr.internal.verification.work;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.LinkBase;
import dev.sspr.internal.engine.NoticeOutbox.Attempt;
import dev.sspr.internal.engine.NoticeOutbox.Outgoing;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.state.WaitingPeriod;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Notice.RecoveryStarted.Stage;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notifies every address of an account of its waiting period, so that the owner can object. */
final class WaitingPeriodNotices {
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
     * Makes one attempt at every address, complete if one has accepted and none is left to retry, so that failing one
     * address cannot suppress the others. It charges no limit of codes, which attackers can use up; the limit of starts
     * per name bounds it (R-RATE-12).
     */
    private Attempt attempt(FlowId flow, Waiting waiting, Stage stage, Instant due, Instant end) {
        try {
            Optional<Account> account =
                    services.environment.users().load(waiting.subject().user());
            LinkBase page = services.environment.linkBase().orElseThrow();
            Secret object = page.link(
                    services.flowKind.cancelLink(), new Token(flow, services.digests.cancelSecret(flow)).text());
            List<Outgoing> messages = account.map(services::addresses).orElse(List.of()).stream()
                    .map(to -> new Outgoing(
                            to,
                            stage.name(),
                            services.flowKind.waiting(stage, due, object),
                            BackgroundTask.locale(account, waiting)))
                    .toList();
            Attempt made = services.outbox.attempt(flow, PendingNotice.due(services.now(), end), messages);
            boolean over = made.accepted() > 0 && made.complete();
            services.note(
                    AuditType.NOTIFIED,
                    over ? Outcome.SUCCESS : Outcome.FAILURE,
                    flow,
                    waiting.subject().audited(),
                    "destinations",
                    String.valueOf(made.accepted()));
            return over ? made : made.and(Attempt.FAILED);
        } catch (UnavailableException e) {
            return Attempt.FAILED;
        }
    }
}
