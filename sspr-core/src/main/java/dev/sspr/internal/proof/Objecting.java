package dev.sspr.internal.proof;

import dev.sspr.flow.LinkBase;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice.RecoveryStarted.Stage;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells every address of an account that a waiting period runs, so that its owner can object (ruling 15). */
final class Objecting {
    private final Desk desk;

    Objecting(Desk desk) {
        this.desk = desk;
    }

    /** Sends the notice that is due; the period does not begin, and is not over, before somebody could be told. */
    void proceed(Loaded<ProofState> found, Waiting waiting) {
        Wait wait = desk.intent.waits().orElseThrow();
        if (waiting.told() == Waiting.Told.OF_THE_END || desk.now().isBefore(waiting.nextAt())) {
            return;
        }
        boolean first = waiting.told() == Waiting.Told.NOTHING;
        Waiting.Told next = first ? Waiting.Told.OF_THE_START : Waiting.Told.OF_THE_END;
        Instant due = waiting.dueIfTold(next, wait, desk.now());
        boolean told = !desk.rules.real(waiting.subject())
                || tell(
                        found.id(),
                        waiting,
                        first ? Stage.STARTED : Stage.ENDING,
                        due,
                        waiting.deadlineIfDue(due, wait));
        desk.runner.apply(
                found,
                state -> told ? state.noticed(next, wait, desk.rules, desk.now()) : state.notNoticed(next, desk.now()));
    }

    /** Says whether at least one address has taken it, and none may take it later: whoever holds one must not hush the rest. */
    private boolean tell(FlowId flow, Waiting waiting, Stage stage, Instant due, Instant end) {
        try {
            Optional<Account> account = Spi.ask(
                    "user-store",
                    () -> desk.plugs.users().load(waiting.subject().user()));
            List<Destination> all = account.map(desk::addresses).orElse(List.of());
            LinkBase page = desk.plugs.linkBase().orElseThrow();
            Secret object =
                    page.link(desk.intent.page("cancel"), new Token(flow, desk.digests.cancelSecret(flow)).text());
            List<Told> told = all.stream()
                    .map(to -> {
                        Locale locale = account.orElseThrow()
                                .locale()
                                .orElse(waiting.ticket().locale());
                        return send(flow, to, stage, desk.intent.waiting(stage, due, object), locale, end);
                    })
                    .toList();
            long accepted = told.stream().filter(Told.ACCEPTED::equals).count();
            boolean over = accepted > 0 && !told.contains(Told.LATER);
            desk.note(
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
    private enum Told {
        ACCEPTED,
        NEVER,
        LATER
    }

    /** Charged to no budget of codes, which strangers can use up: the starts of a name bound it (R-RATE-12). */
    private Told send(
            FlowId flow, Destination to, Stage stage, MessageContent content, Locale locale, Instant expiresAt) {
        try {
            Delivery delivery = desk.plugs.courier().send(flow, stage.name(), to, content, locale, expiresAt);
            if (delivery instanceof Delivery.Accepted) {
                return Told.ACCEPTED;
            }
            return delivery instanceof Delivery.TryLater ? Told.LATER : Told.NEVER;
        } catch (UnavailableException e) {
            return Told.LATER;
        }
    }
}
