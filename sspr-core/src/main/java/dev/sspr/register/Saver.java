package dev.sspr.register;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.info.Undoable;
import dev.sspr.spi.Account;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Stores a change: the way to undo it first, then the change, then its owner's addresses are told. The flow says all the
 * while what is being stored, so that whoever finds it after a crash finishes or forgets it.
 */
final class Saver {
    private final Office office;
    private final Aftermath aftermath;
    private final Telling telling;

    Saver(Office office) {
        this.office = office;
        this.aftermath = new Aftermath(office);
        this.telling = new Telling(office);
    }

    /** What came of a change. */
    sealed interface Saved {
        /** It is stored, and this is what there is now. */
        record As(SecurityInfo info) implements Saved {}

        /** It is not, and never will be. */
        record Not(Denial why) implements Saved {}
    }

    Saved save(Loaded<RegisterState> saving, Change change) {
        Saving state = (Saving) saving.state();
        Ticket ticket = state.ticket();
        Optional<Account> account = office.account(ticket.user());
        Optional<Denial> ended = ended(ticket, account);
        if (ended.isPresent()) {
            return not(saving, change, ended.get());
        }
        Set<MethodKind> elsewhere = Spi.ask("mfa-verifier", () -> office.methods.heldElsewhere(account.orElseThrow()));
        Optional<Denial> already = refused(office.info(ticket.user()), change, ticket, elsewhere);
        if (already.isPresent()) {
            return not(saving, change, already.get());
        }
        Instant until = office.rules.undoUntil(state.since());
        reversible(ticket, change, until);
        Denial[] why = {Denial.TAKEN};
        Optional<SecurityInfo> after = Spi.ask(
                "method-store",
                () -> office.infos.change(ticket.user(), info -> {
                    Optional<Denial> not = refused(info, change, ticket, elsewhere);
                    not.ifPresent(denial -> why[0] = denial);
                    return not.isPresent()
                            ? Optional.empty()
                            : Optional.of(changed(info, change, state.since(), until));
                }));
        if (after.isEmpty()) {
            return not(saving, change, why[0]);
        }
        aftermath.of(saving, change, after.get());
        return new Saved.As(after.get());
    }

    private Saved not(Loaded<RegisterState> saving, Change change, Denial why) {
        over(saving, change);
        return new Saved.Not(why);
    }

    /** R-TOK-7: a registration does not outlive a new password or the account's being switched off. */
    private Optional<Denial> ended(Ticket ticket, Optional<Account> account) {
        if (account.isEmpty()) {
            return Optional.of(Denial.ACCOUNT_NOT_USABLE);
        }
        return office.rules.sameGeneration(ticket, account.get()) ? Optional.empty() : Optional.of(Denial.GONE);
    }

    /** R-REG-1: what was opened with less than the account holds by now changes nothing. */
    private Optional<Denial> weak(Ticket ticket, SecurityInfo info, Set<MethodKind> elsewhere) {
        Set<MethodKind> demanded = office.rules.demanded(info, elsewhere, office.now());
        boolean good = office.rules.stillStrongEnough(ticket, demanded) && office.rules.outlasts(ticket, info);
        return good ? Optional.empty() : Optional.of(Denial.GONE);
    }

    /** The undo link's own flow: it lives as long as the change can be undone, whatever becomes of the registration. */
    private void reversible(Ticket ticket, Change change, Instant until) {
        FlowId id = new FlowId(change.id());
        Ticket own = new Ticket(
                office.digests.handle(office.digests.newHandle(id)),
                until,
                ticket.locale(),
                ticket.user(),
                ticket.accountName(),
                ticket.shown(),
                ticket.generation());
        office.runner.begin(id, Office.ownTag(id), Step.to(new Reversible(own, change.id(), Optional.empty()), true));
    }

    private Optional<Denial> refused(SecurityInfo info, Change change, Ticket ticket, Set<MethodKind> elsewhere) {
        Optional<Denial> weak = weak(ticket, info, elsewhere);
        if (weak.isPresent()) {
            return weak;
        }
        if (!office.rules.leavesEveryUndo(info, office.now())) {
            return Optional.of(Denial.TOO_MANY_CHANGES);
        }
        Optional<Entry> goes = change.goes().flatMap(info::entry);
        if (change.goes().isPresent() && goes.isEmpty()) {
            return Optional.of(Denial.UNKNOWN_METHOD);
        }
        if (change.comes().isEmpty()) {
            SecurityInfo without = info.without(change.goes().orElseThrow());
            return office.rules.keepsEnough(info, without, office.toReset, office.now())
                    ? Optional.empty()
                    : Optional.of(Denial.LAST_METHOD);
        }
        boolean room = goes.isPresent() || office.rules.room(info, change.kind());
        return room ? Optional.empty() : Optional.of(Denial.LIMIT_REACHED);
    }

    private SecurityInfo changed(SecurityInfo info, Change change, Instant now, Instant until) {
        Optional<Entry> goes = change.goes().flatMap(info::entry);
        Optional<Entry> comes = change.comes().map(entry -> entry.countingFrom(office.rules.countsFrom(info, now)));
        Optional<Entry> given = comes.flatMap(entry -> info.entry(entry.id()));
        SecurityInfo next = goes.map(entry -> info.without(entry.id())).orElse(info);
        SecurityInfo all = comes.map(next::with).orElse(next);
        boolean complete =
                office.rules.counting(all, now) >= office.rules.policy().toRegister();
        return (comes.isPresent() && complete ? all.standing(all.standing().reviewed(now)) : all)
                .remembering(new Undoable(change.id(), until, goes.or(() -> given), comes.map(Entry::id)), now);
    }

    /** Nothing was stored: the registration goes on. */
    private void over(Loaded<RegisterState> saving, Change change) {
        office.runner.apply(
                saving, office.digests.owner(saving.state().ticket().user()), state -> state.unsaved(change));
    }

    /** Finishes what a crash has left: the change was stored, then its owner is told; or it was not. */
    void recover(FlowId flow) {
        Optional<Loaded<RegisterState>> found = office.runner.load(flow);
        if (found.isPresent() && found.get().state() instanceof Reversible it) {
            it.duty()
                    .filter(duty -> !office.now().isBefore(duty.nextAt()))
                    .ifPresent(duty -> telling.again(found.get(), it, duty));
        }
        if (found.isEmpty() || !(found.get().state() instanceof Saving saving)) {
            return;
        }
        if (office.now().isBefore(saving.since().plus(RegisterRules.WRITE_LEASE))) {
            return;
        }
        SecurityInfo info = office.info(saving.ticket().user());
        if (info.undoable(saving.change().id()).isPresent()) {
            aftermath.of(found.get(), saving.change(), info);
        } else {
            over(found.get(), saving.change());
        }
    }

    /** The same for the sweeper, which goes on with the next flow whatever comes of this one. */
    void sweep(FlowId flow) {
        try {
            recover(flow);
        } catch (UnavailableException e) {
            // The flow stays as it is, and the next pass finds it again.
            return;
        }
    }
}
