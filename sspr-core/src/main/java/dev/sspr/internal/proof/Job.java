package dev.sspr.internal.proof;

import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Account;
import dev.sspr.spi.Channel;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of a flow away from the caller's thread. It may be run at any time, by any node, twice at once. */
final class Job {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final Desk desk;
    private final Identify identify;
    private final Asker asker;
    private final Following following;
    private final Objecting objecting;

    Job(Desk desk) {
        this.desk = desk;
        this.identify = new Identify(desk);
        this.asker = new Asker(desk);
        this.following = new Following(desk);
        this.objecting = new Objecting(desk);
    }

    void run(FlowId flow) {
        desk.runner.load(flow).ifPresent(this::proceed);
    }

    /** The same for the sweeper, which goes on with the next flow whatever comes of this one. */
    void sweep(FlowId flow) {
        try {
            run(flow);
        } catch (RuntimeException e) {
            LOG.warn(
                    "flow {} could not be swept: {}",
                    flow.digest(),
                    e.getClass().getName());
        }
    }

    private void proceed(Loaded<ProofState> found) {
        ProofState state = found.state();
        boolean live = desk.rules.live(state.ticket(), desk.now());
        if (!live && (state instanceof Opened || state instanceof Asking || state instanceof Waiting)) {
            desk.runner.apply(found, now -> now.end(Ended.Why.EXPIRED, desk.rules, desk.now()));
        } else if (state instanceof Opened opened) {
            identify(found, opened);
        } else if (state instanceof Waiting waiting) {
            objecting.proceed(found, waiting);
        } else if (state instanceof Asking asking) {
            asking.wanted().ifPresent(kind -> ask(found, asking, kind));
        } else {
            following.proceed(found);
        }
    }

    /** Learns whose flow it is and, in the same step, puts the challenge that is asked for. */
    private void identify(Loaded<ProofState> found, Opened opened) {
        Identify.Identity identity = identify.of(opened.login());
        Optional<Wait> wait = desk.intent.waits();
        if (wait.isPresent()) {
            desk.runner.apply(
                    found, identity.owner(), state -> state.waitsFor(identity.subject(), wait.get(), desk.now()));
            return;
        }
        Optional<Account> provable = desk.rules.real(identity.subject()) ? identity.account() : Optional.empty();
        Asking seen = (Asking) opened.identified(identity.subject()).next();
        Optional<Asker.Put> put = opened.wanted().map(kind -> asker.prepare(found.id(), seen, provable, kind));
        Optional<Ran<ProofState, Done>> ran = desk.runner.apply(
                found, identity.owner(), state -> identified(state, identity.subject(), put, opened.ticket()));
        if (ran.isEmpty() || ran.get().answer() == Done.NOTHING) {
            return;
        }
        Asking asking = (Asking) ran.get().now().state();
        if (ran.get().answer() == Done.ASKED) {
            put.ifPresent(one -> asker.send(found.id(), asking, locale(identity.account(), asking), one));
        }
        identity.whyNot().ifPresent(why -> explain(found.id(), asking, identity.account(), why));
    }

    /** What one run of this job has moved: only who moved it sends the messages. */
    private enum Done {
        NOTHING,
        IDENTIFIED,
        ASKED
    }

    private static Step<ProofState, Done> identified(
            ProofState state, Subject subject, Optional<Asker.Put> put, Ticket seen) {
        Step<ProofState, Boolean> first = state.identified(subject);
        if (!first.answer() || put.isEmpty()) {
            return new Step<>(first.next(), first.answer() ? Done.IDENTIFIED : Done.NOTHING, first.effects());
        }
        Step<ProofState, Boolean> second = first.next().challenged(put.get().pending(), seen.sends());
        List<Effect> both = new ArrayList<>(first.effects());
        both.addAll(second.effects());
        return new Step<>(second.next(), second.answer() ? Done.ASKED : Done.IDENTIFIED, both);
    }

    private void ask(Loaded<ProofState> found, Asking asking, MethodKind kind) {
        Optional<Account> account = desk.rules.real(asking.subject())
                ? Spi.ask(
                        "user-store",
                        () -> desk.plugs.users().load(asking.subject().user()))
                : Optional.empty();
        Asker.Put put = asker.prepare(found.id(), asking, account, kind);
        Optional<Ran<ProofState, Boolean>> ran = desk.runner.apply(
                found, state -> state.challenged(put.pending(), asking.ticket().sends()));
        if (ran.isPresent() && ran.get().answer()) {
            asker.send(found.id(), asking, locale(account, asking), put);
        }
    }

    /** Tells an account at its own mailbox why it cannot be reset here: nobody else learns it (R-ENUM-9). */
    private void explain(
            FlowId flow, Asking asking, Optional<Account> account, MessageContent.ResetNotPossible.Reason why) {
        account.stream()
                .flatMap(one -> desk.addresses(one).stream())
                .filter(to -> to.channel() == Channel.EMAIL)
                .findFirst()
                .ifPresent(to -> asker.send(
                        flow,
                        asking.subject(),
                        "why-not",
                        to,
                        desk.intent.notPossible(why),
                        locale(account, asking),
                        asking.ticket().deadline()));
    }

    static Locale locale(Optional<Account> account, ProofState state) {
        return account.flatMap(Account::locale).orElse(state.ticket().locale());
    }
}
