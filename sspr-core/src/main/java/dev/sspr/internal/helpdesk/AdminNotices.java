package dev.sspr.internal.helpdesk;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.EffectContext;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.NoticeOutbox;
import dev.sspr.internal.engine.NoticeOutbox.Attempt;
import dev.sspr.internal.engine.NoticeOutbox.Outgoing;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.messages.Recipient;
import dev.sspr.spi.Account;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Notifies users of help desk actions. Unreached addresses are kept and tried again (R-ADM-5). */
public final class AdminNotices {
    private final Environment environment;
    private final Auditor auditor;
    private final FlowRunner<PendingAdminNotice> runner;
    private final NoticeOutbox outbox;

    public AdminNotices(Environment environment, Auditor auditor) {
        this.environment = environment;
        this.auditor = auditor;
        EffectContext context = new EffectContext(auditor, environment.executor());
        this.runner = new FlowRunner<>(
                environment.flows(), environment.keys(), new PendingAdminNoticeCodec(), Purpose.HELP_DESK, context);
        this.outbox = new NoticeOutbox(environment.dispatcher());
    }

    private Instant now() {
        return environment.clock().instant();
    }

    /**
     * Stores the notice before the action, so that it survives a crash. It has its own tag, so that an action which
     * ends the account's flows keeps it.
     */
    StoredState<PendingAdminNotice> owe(Account person, List<Destination> to, AdminAction action) {
        FlowId id = new FlowId(environment.random().digest());
        Locale locale = person.locale().orElse(Locale.ENGLISH);
        PendingAdminNotice pending = PendingAdminNotice.before(person.id(), action, now(), locale, to);
        return runner.begin(id, new OwnerTag(id.digest()), Step.to(pending, true));
    }

    /** Drops the notice of an action that was not done. If that fails, the user gets a harmless notice. */
    void drop(StoredState<PendingAdminNotice> owed) {
        after(owed, PendingAdminNotice::nothing);
    }

    /** Makes one attempt; returns how many addresses accepted the message. */
    int tell(StoredState<PendingAdminNotice> found) {
        PendingAdminNotice pending = found.state();
        MessageContent content = new Notice.HelpDeskActed(pending.action(), pending.at());
        Recipient recipient = new Recipient(named(pending.person()), pending.locale());
        Attempt all = Attempt.NOTHING;
        List<Destination> left = new ArrayList<>();
        for (Destination to : pending.to()) {
            // the ids of the store and those of registered methods may be equal
            Outgoing message = new Outgoing(to, to.endpoint(), content, recipient);
            Attempt one = outbox.attempt(found.id(), pending.delivery(), List.of(message));
            if (!one.complete()) {
                left.add(to);
            }
            all = all.and(one);
        }
        auditor.note(
                AuditType.NOTIFIED,
                all.accepted() > 0 && all.complete() ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.empty(),
                Optional.of(pending.person()),
                Map.of("destinations", String.valueOf(all.accepted())));
        if (!pending.to().isEmpty()) {
            Duration least = all.after();
            after(found, state -> state.left(left, least, now()));
        }
        return all.accepted();
    }

    /** Returns the account, only if its name stands in messages. */
    private Optional<Account> named(UserId person) {
        try {
            return environment.dispatcher().namesAccounts()
                    ? environment.users().load(person)
                    : Optional.empty();
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }

    private void after(StoredState<PendingAdminNotice> found, UnaryOperator<PendingAdminNotice> how) {
        try {
            runner.apply(found, state -> Step.to(how.apply(state), true));
        } catch (UnavailableException e) {
            // The notice stays pending for the sweeper.
            return;
        }
    }

    /** Makes the attempt that is due. */
    void goOn(FlowId flow) {
        runner.load(flow).filter(this::due).ifPresent(this::tell);
    }

    private boolean due(StoredState<PendingAdminNotice> found) {
        PendingAdminNotice pending = found.state();
        return !pending.to().isEmpty() && pending.delivery().isDue(now());
    }
}
