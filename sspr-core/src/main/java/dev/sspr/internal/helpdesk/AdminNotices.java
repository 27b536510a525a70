package dev.sspr.internal.helpdesk;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.EffectContext;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.engine.Sweeper;
import dev.sspr.spi.Account;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Tells people what the help desk did to their accounts: what a try leaves over is kept, and tried again (R-ADM-5). */
public final class AdminNotices {
    private final Environment environment;
    private final Auditor auditor;
    private final FlowRunner<PendingAdminNotice> runner;
    private final Sweeper sweeper;

    public AdminNotices(Environment environment, Auditor auditor) {
        this.environment = environment;
        this.auditor = auditor;
        EffectContext context = new EffectContext(auditor, environment.executor());
        this.runner = new FlowRunner<>(
                environment.flows(), environment.keys(), new PendingAdminNoticeCodec(), Purpose.HELP_DESK, context);
        this.sweeper = new Sweeper(environment.flows(), environment.clock(), this::again);
    }

    private Instant now() {
        return environment.clock().instant();
    }

    /**
     * Before a deed: whatever becomes of this node, they will hear of it. Its tag is its own, so that a deed which ends what
     * the account has open does not end it.
     */
    StoredState<PendingAdminNotice> owe(Account person, List<Destination> to, AdminAction action) {
        FlowId id = new FlowId(environment.random().digest());
        Locale locale = person.locale().orElse(Locale.ENGLISH);
        PendingAdminNotice pending = PendingAdminNotice.before(person.id(), action, now(), locale, to);
        return runner.begin(id, new OwnerTag(id.digest()), Step.to(pending, true));
    }

    /** Nothing was done. Where that cannot be stored they hear of it all the same, which harms nobody. */
    void drop(StoredState<PendingAdminNotice> owed) {
        after(owed, PendingAdminNotice::nothing);
    }

    /** One try; says how many took the message. */
    int tell(StoredState<PendingAdminNotice> found) {
        PendingAdminNotice pending = found.state();
        MessageContent content = new Notice.HelpDeskActed(pending.action(), pending.at());
        List<Destination> done = new ArrayList<>();
        int told = 0;
        for (Destination to : pending.to()) {
            Optional<Notifier.Delivery> delivery = sent(found.id(), to, content, pending);
            told += delivery.filter(Notifier.Delivery.Accepted.class::isInstance)
                            .isPresent()
                    ? 1
                    : 0;
            delivery.filter(one -> !(one instanceof Notifier.Delivery.TryLater)).ifPresent(one -> done.add(to));
        }
        auditor.note(
                AuditType.NOTIFIED,
                told > 0 && done.size() == pending.to().size() ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.empty(),
                Optional.of(pending.person()),
                Map.of("destinations", String.valueOf(told)));
        if (!pending.to().isEmpty()) {
            after(found, state -> state.reached(done, now()));
        }
        return told;
    }

    /** Empty if nobody knows; the next try has the same id, and a carrier that has it sends nothing twice. */
    private Optional<Notifier.Delivery> sent(
            FlowId flow, Destination to, MessageContent content, PendingAdminNotice pending) {
        try {
            // the store's ids and those of registered methods may meet
            return Optional.of(environment
                    .dispatcher()
                    .send(
                            flow,
                            to.endpoint(),
                            to,
                            content,
                            pending.locale(),
                            pending.at().plus(PendingAdminNotice.LIFE)));
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }

    private void after(StoredState<PendingAdminNotice> found, UnaryOperator<PendingAdminNotice> how) {
        try {
            runner.apply(found, state -> Step.to(how.apply(state), true));
        } catch (UnavailableException e) {
            // It stays owed: the sweeper finds it.
            return;
        }
    }

    private void again(FlowId flow) {
        try {
            runner.load(flow).filter(this::due).ifPresent(this::tell);
        } catch (UnavailableException e) {
            // The next pass finds it again.
            return;
        }
    }

    private boolean due(StoredState<PendingAdminNotice> found) {
        PendingAdminNotice pending = found.state();
        return !pending.to().isEmpty() && !now().isBefore(pending.nextAt());
    }

    /** One pass; says how many flows were looked at. */
    public int sweep() {
        return sweeper.sweep();
    }
}
