package dev.sspr.admin;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Backstage;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.Sweeper;
import dev.sspr.spi.Account;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
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
final class Telling {
    private final Plugs plugs;
    private final Auditor auditor;
    private final FlowRunner<Owed> runner;
    private final Sweeper sweeper;

    Telling(Plugs plugs, Auditor auditor) {
        this.plugs = plugs;
        this.auditor = auditor;
        Backstage stage = new Backstage(auditor, plugs.executor(), flow -> {});
        this.runner = new FlowRunner<>(plugs.flows(), plugs.keys(), new OwedCodec(), Purpose.HELP_DESK, stage);
        this.sweeper = new Sweeper(plugs.flows(), plugs.clock(), this::again);
    }

    private Instant now() {
        return Instant.ofEpochMilli(plugs.clock().millis());
    }

    /**
     * Before a deed: whatever becomes of this node, they will hear of it. Its tag is its own, so that a deed which ends what
     * the account has open does not end it.
     */
    Loaded<Owed> owe(Account person, List<Destination> to, AdminAction action) {
        FlowId id = new FlowId(plugs.mint().digest());
        Locale locale = person.locale().orElse(Locale.ENGLISH);
        Owed owed = Owed.before(person.id(), action, now(), locale, to);
        return runner.begin(id, new OwnerTag(id.digest()), Step.to(owed, true));
    }

    /** Nothing was done. Where that cannot be stored they hear of it all the same, which harms nobody. */
    void drop(Loaded<Owed> owed) {
        after(owed, Owed::nothing);
    }

    /** One try; says how many took the message. */
    int tell(Loaded<Owed> found) {
        Owed owed = found.state();
        MessageContent content = new Notice.HelpDeskActed(owed.action(), owed.at());
        List<Destination> done = new ArrayList<>();
        int told = 0;
        for (Destination to : owed.to()) {
            Optional<Delivery> delivery = sent(found.id(), to, content, owed);
            told += delivery.filter(Delivery.Accepted.class::isInstance).isPresent() ? 1 : 0;
            delivery.filter(one -> !(one instanceof Delivery.TryLater)).ifPresent(one -> done.add(to));
        }
        auditor.note(
                AuditType.NOTIFIED,
                told > 0 && done.size() == owed.to().size() ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.empty(),
                Optional.of(owed.person()),
                Map.of("destinations", String.valueOf(told)));
        if (!owed.to().isEmpty()) {
            after(found, state -> state.reached(done, now()));
        }
        return told;
    }

    /** Empty if nobody knows; the next try has the same id, and a carrier that has it sends nothing twice. */
    private Optional<Delivery> sent(FlowId flow, Destination to, MessageContent content, Owed owed) {
        try {
            // the store's ids and those of registered methods may meet
            return Optional.of(plugs.courier()
                    .send(
                            flow,
                            to.endpoint(),
                            to,
                            content,
                            owed.locale(),
                            owed.at().plus(Owed.LIFE)));
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }

    private void after(Loaded<Owed> found, UnaryOperator<Owed> how) {
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

    private boolean due(Loaded<Owed> found) {
        Owed owed = found.state();
        return !owed.to().isEmpty() && !now().isBefore(owed.nextAt());
    }

    /** One pass; says how many flows were looked at. */
    int sweep() {
        return sweeper.sweep();
    }
}
