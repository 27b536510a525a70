package dev.sspr.admin;

import dev.sspr.admin.HelpResult.Declined;
import dev.sspr.flow.AccessPassPolicy;
import dev.sspr.flow.OathToken;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Spi;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserLookup;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The help desk: somebody with the right to do so helps somebody else, and learns no password, code or link of theirs
 * (R-ADM-1). Each call asks the authorizer anew and reads both accounts anew; it is refused for oneself, for another tenant
 * and for anybody more privileged. Each is audited once, with actor and reason, done or refused; the person is told of each
 * that was done, but for a look, which changes nothing.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores and notifiers.
 * <b>Failure.</b> What an actor can get wrong or may not do is a result; a broken backend, the authorizer included, is an
 * {@link UnavailableException}: then the person is told in case it was done, and the call may be made again. A null argument
 * is a {@link NullPointerException}. <b>Security duty.</b> The host passes the account of its own session as the actor, and
 * posts forms with its own protection against cross-site requests.
 */
public final class HelpDesk {
    private final HelpDeskParts parts;
    private final Plugs plugs;
    private final Telling telling;
    private final Errand errand;
    private final Deeds deeds;
    private final Looking looking;
    private final Optional<Unlocking> unlocking;

    private HelpDesk(Plugs plugs, HelpDeskParts parts, Optional<Unlocking> unlocking, Optional<Trail> trail) {
        this.parts = parts;
        this.plugs = plugs;
        Auditor auditor = new Auditor(plugs.audit(), plugs.clock(), Purpose.HELP_DESK);
        this.telling = new Telling(plugs, auditor);
        Gate gate = new Gate(parts.users(), parts.authorizer(), parts.tenant());
        this.errand = new Errand(gate, telling, new Journal(auditor), parts.methods());
        this.deeds = new Deeds(plugs, parts.infos(), parts.passes());
        this.looking = new Looking(parts, trail);
        this.unlocking = unlocking;
    }

    /**
     * Puts a help desk together; a host calls {@code Sspr.builder} instead.
     *
     * @param plugs what the host plugged in
     * @param parts what it is made of
     * @param unlocker lifts locks, if something here can
     * @return a help desk
     */
    @SuppressWarnings("exports")
    public static HelpDesk of(Plugs plugs, HelpDeskParts parts, Optional<AccountUnlocker> unlocker) {
        Optional<Unlocking> unlocking = unlocker.map(one ->
                account -> Spi.ask("account-unlocker", () -> one.unlock(account.id(), account.generation())));
        return with(plugs, parts, unlocking, Trail.of(plugs.audit()));
    }

    static HelpDesk with(Plugs plugs, HelpDeskParts parts, Optional<Unlocking> unlocking, Optional<Trail> trail) {
        return new HelpDesk(plugs, parts, unlocking, trail);
    }

    /**
     * Looks at where a person stands.
     *
     * @param help who looks at whom, and why
     * @return what there is to see
     */
    public HelpResult<PersonView> look(HelpCase help) {
        return errand.run(AdminAction.LOOK, help, person -> Errand.done(looking.at(person, deeds.now())));
    }

    /**
     * Issues an access pass, which the actor hands over; one that the person had is void (TAP-04).
     *
     * @param help who helps whom, and why
     * @param from when it begins to work, now or later
     * @param life how long it works, within the policy
     * @param use how often it works
     * @return the pass, to show once; it is nowhere else
     * @throws IllegalArgumentException if the life is out of bounds
     */
    public HelpResult<Secret> issuePass(HelpCase help, Instant from, Duration life, AccessPassPolicy.Use use) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(life, "life");
        Objects.requireNonNull(use, "use");
        return errand.run(
                AdminAction.ISSUE_PASS,
                help,
                Errand.usable(person -> Errand.done(deeds.issue(person.id(), from, life, use))));
    }

    /**
     * Withdraws the person's access pass, if there is one.
     *
     * @param help who helps whom, and why
     * @return withdrawn
     */
    public HelpResult<AdminAction> withdrawPass(HelpCase help) {
        return errand.does(AdminAction.WITHDRAW_PASS, help, person -> deeds.withdraw(person.id()));
    }

    /**
     * Begins a reset on the person's behalf: a link goes to their own mailbox, and they go on with
     * {@code PasswordReset.continueHere}, with the proofs that a reset takes anyway. The actor gets nothing that opens it.
     *
     * @param help who helps whom, and why
     * @return until when the link works
     */
    public HelpResult<Instant> startReset(HelpCase help) {
        return errand.run(AdminAction.START_RESET, help, Errand.usable(person -> {
            boolean off = deeds.off(person.id());
            Locale locale = person.locale().orElse(Locale.ENGLISH);
            Optional<Instant> until = off ? Optional.empty() : parts.reset().onBehalf(person, locale);
            return until.map(Errand::done).orElseGet(() -> new Declined<>(HelpRefusal.NOT_REACHABLE));
        }));
    }

    /**
     * The person must register again: phones, apps and passkeys are forgotten, hardware tokens must be activated again,
     * addresses and questions stay (REG-17).
     *
     * @param help who helps whom, and why
     * @return required
     */
    public HelpResult<AdminAction> requireRegistration(HelpCase help) {
        return errand.does(AdminAction.REQUIRE_REGISTRATION, help, person -> deeds.requireAgain(person.id()));
    }

    /**
     * Removes a method of the person's; no undo brings it back.
     *
     * @param help who helps whom, and why
     * @param methodId as {@link #look} shows it
     * @return removed, or there is no such method
     */
    public HelpResult<AdminAction> removeMethod(HelpCase help, String methodId) {
        Objects.requireNonNull(methodId, "methodId");
        return errand.unless(AdminAction.REMOVE_METHOD, help, person -> deeds.remove(person.id(), methodId));
    }

    /**
     * Gives the person a hardware token, which they activate by enrolling its kind.
     *
     * @param help who helps whom, and why
     * @param token what its vendor says of it, such as a row of {@link dev.sspr.flow.OathCsv}
     * @return given, or why not
     */
    public HelpResult<AdminAction> giveToken(HelpCase help, OathToken token) {
        Objects.requireNonNull(token, "token");
        return errand.unless(AdminAction.GIVE_TOKEN, help, person -> deeds.give(person.id(), token));
    }

    /**
     * Empties the person's budgets of guesses, messages, prompts and passes, and puts methods that failures have disabled
     * back to use.
     *
     * @param help who helps whom, and why
     * @return unblocked
     */
    public HelpResult<AdminAction> unblock(HelpCase help) {
        return errand.does(AdminAction.UNBLOCK, help, person -> {
            deeds.enable(person.id());
            parts.reset().throttles().clear(person);
        });
    }

    /**
     * Does the same, and lets a name of the person's begin resets again. It is counted by the name, known or not, which the
     * account does not know: so the actor types it.
     *
     * @param help who helps whom, and why
     * @param login the name, as it was typed
     * @return unblocked, or the name is not theirs
     */
    public HelpResult<AdminAction> unblock(HelpCase help, String login) {
        Objects.requireNonNull(login, "login");
        return errand.unless(AdminAction.UNBLOCK, help, person -> {
            Optional<LoginName> name = named(login).filter(one -> belongs(one, person.id()));
            name.ifPresent(one -> {
                deeds.enable(person.id());
                parts.reset().throttles().clear(person);
                parts.reset().throttles().clearStarts(one);
            });
            return name.isPresent() ? Optional.empty() : Optional.of(HelpRefusal.NOT_THEIR_NAME);
        });
    }

    /**
     * Lifts the lock that failed sign-ins have put on the account; one that is switched off stays off (R-FLOW-8).
     *
     * @param help who helps whom, and why
     * @return unlocked, or nothing here can do it
     */
    public HelpResult<AdminAction> unlock(HelpCase help) {
        return errand.plugged(AdminAction.UNLOCK, help, unlocking.map(one -> one::unlock));
    }

    /**
     * Forgets the wrong passwords that the sign-in has counted for the account.
     *
     * @param help who helps whom, and why
     * @return forgotten, or nothing here counts them
     */
    public HelpResult<AdminAction> clearLockout(HelpCase help) {
        return errand.plugged(
                AdminAction.CLEAR_LOCKOUT,
                help,
                parts.clearLockout()
                        .map(clear -> person -> Spi.tell("smart-lockout", () -> clear.accept(person.id()))));
    }

    /**
     * Switches self-service off for the person, and ends what they have open (R-SESS-4).
     *
     * @param help who helps whom, and why
     * @return off
     */
    public HelpResult<AdminAction> turnOff(HelpCase help) {
        return errand.does(AdminAction.TURN_OFF, help, person -> deeds.turn(person.id(), Optional.of(deeds.now())));
    }

    /**
     * Switches self-service on again; where the user store has it off, it stays off.
     *
     * @param help who helps whom, and why
     * @return on
     */
    public HelpResult<AdminAction> turnOn(HelpCase help) {
        return errand.does(AdminAction.TURN_ON, help, person -> deeds.turn(person.id(), Optional.empty()));
    }

    /**
     * Agrees that somebody who has lost everything sets a new password once the waiting period is over. Anybody can begin a
     * recovery of this person: the actor makes sure of who asks, and types the reference that <em>their</em> browser shows.
     *
     * @param help who helps whom, and why
     * @param reference as it was read out; case, spaces and hyphens do not matter
     * @return approved, now or before; or no recovery of this person waits under this reference
     */
    public HelpResult<AdminAction> approveRecovery(HelpCase help, String reference) {
        Objects.requireNonNull(reference, "reference");
        AdminAction action = AdminAction.APPROVE_RECOVERY;
        return errand.run(action, help, Errand.usable(person -> {
            if (parts.approveRecovery().isEmpty()) {
                return new Declined<>(HelpRefusal.NOT_PLUGGED_IN);
            }
            return parts.approveRecovery().get().approve(help.actor(), person.id(), reference)
                    ? Errand.done(action)
                    : new Declined<>(HelpRefusal.NO_SUCH_RECOVERY);
        }));
    }

    /**
     * Tells people what they have not been told yet, and forgets old notices.
     *
     * @return how many flows were looked at
     */
    public int sweep() {
        return telling.sweep();
    }

    private Optional<LoginName> named(String login) {
        try {
            return plugs.logins().canonical(login);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean belongs(LoginName name, UserId user) {
        UserLookup found = Spi.ask("user-store", () -> parts.users().find(name));
        return found instanceof UserLookup.One one
                && one.matched().equals(name)
                && one.account().id().equals(user);
    }
}
