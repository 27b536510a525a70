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
 * The library, assembled once and used by all threads.
 *
 * <p>{@link #close} ends the threads that the builder made. The next instance finds everything that was stored.
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

    /** Set once, by the builder. */
    void helpedBy(HelpDeskService desk) {
        helpDesk = Optional.of(desk);
    }

    /** Set once, by the builder. */
    void sweepBy(ScheduledExecutorService thread) {
        sweeper = Optional.of(thread);
    }

    /**
     * Makes a builder from the required parts.
     *
     * @param users finds accounts and writes passwords
     * @param notifier carries messages
     * @param sessions ends sessions after a reset; a host without sessions passes
     *     {@link SessionRevoker#hostHasNoSessions}
     * @param key 32 random bytes, the same on every node
     * @return a builder in which everything else has a safe default
     */
    public static SsprBuilder builder(UserStore users, Notifier notifier, SessionRevoker sessions, SsprKey key) {
        return new SsprBuilder(users, notifier, sessions, key);
    }

    /**
     * Returns the reset of a forgotten password.
     *
     * @return always the same object
     */
    public PasswordReset passwordReset() {
        return flows.reset();
    }

    /**
     * Returns the change of a known password.
     *
     * @return always the same object
     * @throws IllegalStateException if the user store is no {@link PasswordVerifier}, so that the current password
     *     cannot be checked
     */
    public PasswordChange passwordChange() {
        return flows.change()
                .orElseThrow(() -> new IllegalStateException(
                        "there is no password change: the user store does not implement PasswordVerifier"));
    }

    /**
     * Returns the count of wrong passwords, for the host's own sign-in too.
     *
     * @return always the same object
     */
    public SmartLockout smartLockout() {
        return flows.lockout();
    }

    /**
     * Returns the recovery of an account whose user has lost all methods.
     *
     * @return always the same object
     * @throws IllegalStateException if there is no {@link SsprBuilder#recovery}
     */
    public AccountRecovery accountRecovery() {
        return flows.recovery()
                .orElseThrow(() -> new IllegalStateException("there is no recovery: give Sspr.builder a recovery"));
    }

    /**
     * Returns the unlock of a locked account.
     *
     * @return always the same object
     * @throws IllegalStateException if there is no {@link SsprBuilder#unlocker}, or the policy does not offer it
     */
    public AccountUnlock accountUnlock() {
        return flows.unlock()
                .orElseThrow(() -> new IllegalStateException("there is no unlock:"
                        + " give Sspr.builder an unlocker, and a policy whose unlock is OFFERED"));
    }

    /**
     * Returns the registration of security info.
     *
     * @return always the same object
     * @throws IllegalStateException if there is no {@link SsprBuilder#methodStore}
     */
    public Registration registration() {
        return flows.registration()
                .orElseThrow(
                        () -> new IllegalStateException("there is no registration: give Sspr.builder a methodStore"));
    }

    /**
     * Returns the help desk.
     *
     * @return always the same object
     * @throws IllegalStateException if there is no {@link SsprBuilder#adminAuthorizer}, so that no call would be
     *     permitted
     */
    public HelpDesk helpDesk() {
        return helpDesk.orElseThrow(
                () -> new IllegalStateException("there is no help desk: give Sspr.builder an adminAuthorizer"));
    }

    /**
     * Continues what is overdue in all flows, and purges old flows. It is called every 30 seconds unless the host
     * sweeps itself.
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
