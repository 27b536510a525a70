package dev.sspr;

import dev.sspr.admin.HelpDesk;
import dev.sspr.change.PasswordChange;
import dev.sspr.internal.helpdesk.HelpDeskService;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.register.Registration;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import dev.sspr.unlock.AccountUnlock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The library, put together once and used by all threads.
 *
 * <p>{@link #close} ends the threads that the builder made; what was stored is found again by the next instance.
 */
public final class Sspr implements AutoCloseable {
    private final Flows flows;
    private final Optional<ExecutorService> workers;
    private Optional<HelpDeskService> helpDesk = Optional.empty();
    private Optional<ScheduledExecutorService> sweeper = Optional.empty();

    Sspr(Flows flows, Optional<ExecutorService> workers) {
        this.flows = flows;
        this.workers = workers;
    }

    /** Said once, by the builder. */
    void helpedBy(HelpDeskService desk) {
        helpDesk = Optional.of(desk);
    }

    /** Said once, by the builder. */
    void sweepBy(ScheduledExecutorService thread) {
        sweeper = Optional.of(thread);
    }

    /**
     * Begins with what every host must have.
     *
     * @param users finds accounts and writes passwords
     * @param notifier carries messages
     * @param sessions ends sessions after a reset; a host that has none says so with
     *     {@link SessionRevoker#hostHasNoSessions}
     * @param key 32 random bytes, the same on every node
     * @return a builder in which everything else has a safe default
     */
    public static SsprBuilder builder(UserStore users, Notifier notifier, SessionRevoker sessions, SsprKey key) {
        return new SsprBuilder(users, notifier, sessions, key);
    }

    /**
     * The reset of a forgotten password.
     *
     * @return always the same object
     */
    public PasswordReset passwordReset() {
        return flows.reset();
    }

    /**
     * The change of a known password.
     *
     * @return always the same object
     * @throws IllegalStateException if the user store is no {@link PasswordVerifier}, so that nobody can tell the current one
     */
    public PasswordChange passwordChange() {
        return flows.change()
                .orElseThrow(() -> new IllegalStateException(
                        "nobody can change a password here: the user store does not implement PasswordVerifier"));
    }

    /**
     * The count of wrong passwords, for the host's own sign-in too.
     *
     * @return always the same object
     */
    public SmartLockout smartLockout() {
        return flows.lockout();
    }

    /**
     * The way back for somebody who has lost everything.
     *
     * @return always the same object
     * @throws IllegalStateException if there is no {@link SsprBuilder#recovery}
     */
    public AccountRecovery accountRecovery() {
        return flows.recovery()
                .orElseThrow(() -> new IllegalStateException(
                        "nobody is given an account back here: give Sspr.builder a recovery"));
    }

    /**
     * The unlock of a locked account.
     *
     * @return always the same object
     * @throws IllegalStateException if there is no {@link SsprBuilder#unlocker}, or the policy does not offer it
     */
    public AccountUnlock accountUnlock() {
        return flows.unlock()
                .orElseThrow(() -> new IllegalStateException("nobody can unlock an account here:"
                        + " give Sspr.builder an unlocker, and a policy whose unlock is OFFERED"));
    }

    /**
     * People's security info.
     *
     * @return always the same object
     * @throws IllegalStateException if there is no {@link SsprBuilder#methodStore}
     */
    public Registration registration() {
        return flows.registration()
                .orElseThrow(() -> new IllegalStateException(
                        "nobody can register anything here: give Sspr.builder a methodStore"));
    }

    /**
     * The help desk.
     *
     * @return always the same object
     * @throws IllegalStateException if there is no {@link SsprBuilder#adminAuthorizer}: then nobody may help
     */
    public HelpDesk helpDesk() {
        return helpDesk.orElseThrow(() -> new IllegalStateException(
                "nobody may do anything at the help desk: give Sspr.builder an adminAuthorizer"));
    }

    /**
     * Does what is overdue in all flows, and forgets old ones; called every 30 seconds unless the host sweeps itself.
     *
     * @return how many flows were looked at
     */
    public int sweep() {
        return flows.sweep() + helpDesk.map(HelpDeskService::sweep).orElse(0);
    }

    /** Ends the threads that the builder made. */
    @Override
    public void close() {
        sweeper.ifPresent(ExecutorService::shutdownNow);
        workers.ifPresent(ExecutorService::shutdown);
    }
}
