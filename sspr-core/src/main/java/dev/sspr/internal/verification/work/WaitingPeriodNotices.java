package dev.sspr.internal.verification.work;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.LinkBase;
import dev.sspr.internal.engine.StoredState;
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
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells every address of an account that a waiting period runs, so that its owner can object (ruling 15). */
final class WaitingPeriodNotices {
    private final FlowServices services;

    WaitingPeriodNotices(FlowServices services) {
        this.services = services;
    }

    /** Sends the notice that is due; the period does not begin, and is not over, before somebody could be told. */
    void proceed(StoredState<FlowState> found, Waiting waiting) {
        WaitingPeriod waitingPeriod = services.flowKind.waitingPeriod().orElseThrow();
        if (waiting.told() == Waiting.Told.OF_THE_END || services.now().isBefore(waiting.nextAt())) {
            return;
        }
        boolean first = waiting.told() == Waiting.Told.NOTHING;
        Waiting.Told next = first ? Waiting.Told.OF_THE_START : Waiting.Told.OF_THE_END;
        Instant due = waiting.dueIfTold(next, waitingPeriod, services.now());
        boolean told = !services.guards.real(waiting.subject())
                || tell(
                        found.id(),
                        waiting,
                        first ? Stage.STARTED : Stage.ENDING,
                        due,
                        waiting.deadlineIfDue(due, waitingPeriod));
        services.runner.apply(
                found,
                state -> told
                        ? state.noticed(next, waitingPeriod, services.guards, services.now())
                        : state.notNoticed(next, services.now()));
    }

    /** Says whether at least one address has taken it, and none may take it later: whoever holds one must not hush the rest. */
    private boolean tell(FlowId flow, Waiting waiting, Stage stage, Instant due, Instant end) {
        try {
            Optional<Account> account =
                    services.environment.users().load(waiting.subject().user());
            List<Destination> all = account.map(services::addresses).orElse(List.of());
            LinkBase page = services.environment.linkBase().orElseThrow();
            Secret object = page.link(
                    services.flowKind.page("cancel"), new Token(flow, services.digests.cancelSecret(flow)).text());
            List<Result> told = all.stream()
                    .map(to -> {
                        Locale locale = account.orElseThrow()
                                .locale()
                                .orElse(waiting.header().locale());
                        return send(flow, to, stage, services.flowKind.waiting(stage, due, object), locale, end);
                    })
                    .toList();
            long accepted = told.stream().filter(Result.ACCEPTED::equals).count();
            boolean over = accepted > 0 && !told.contains(Result.LATER);
            services.note(
                    AuditType.NOTIFIED,
                    over ? Outcome.SUCCESS : Outcome.FAILURE,
                    flow,
                    waiting.subject().audited(),
                    "destinations",
                    String.valueOf(accepted));
            return over;
        } catch (UnavailableException e) {
            return false;
        }
    }

    /** What became of one notice. */
    private enum Result {
        ACCEPTED,
        NEVER,
        LATER
    }

    /** Charged to no budget of codes, which strangers can use up: the starts of a name bound it (R-RATE-12). */
    private Result send(
            FlowId flow, Destination to, Stage stage, MessageContent content, Locale locale, Instant expiresAt) {
        try {
            Notifier.Delivery delivery =
                    services.environment.dispatcher().send(flow, stage.name(), to, content, locale, expiresAt);
            if (delivery instanceof Notifier.Delivery.Accepted) {
                return Result.ACCEPTED;
            }
            return delivery instanceof Notifier.Delivery.TryLater ? Result.LATER : Result.NEVER;
        } catch (UnavailableException e) {
            return Result.LATER;
        }
    }
}
