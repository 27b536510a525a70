package dev.sspr;

import dev.sspr.admin.HelpDesk;
import dev.sspr.change.PasswordChange;
import dev.sspr.internal.engine.Sweeper;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library, assembled once and used by all threads.
 *
 * <p>{@link #close} ends the threads that the builder made. The next instance finds everything that was stored.
 */
public final class Sspr implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sspr.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Flows flows;
    private final WorkerPools workers;
    private final Optional<HelpDeskService> helpDesk;
    private final Sweeper sweeper;
    private final KeyUsage keyUsage;
    private final List<UnsafeSetting> report;
    private Optional<ScheduledThreadPoolExecutor> thread = Optional.empty();

    Sspr(
            Flows flows,
            Optional<HelpDeskService> helpDesk,
            Sweeper sweeper,
            WorkerPools workers,
            KeyUsage keyUsage,
            List<UnsafeSetting> report) {
        this.flows = flows;
        this.helpDesk = helpDesk;
        this.sweeper = sweeper;
        this.workers = workers;
        this.keyUsage = keyUsage;
        this.report = report;
        if (!report.isEmpty()) {
            LOG.warn(
                    "settings to look at, see Sspr.report(): {}",
                    report.stream().map(UnsafeSetting::setting).collect(Collectors.joining(", ")));
        }
    }

    /**
     * Lists the settings that are missing or looser than they could be, each with its consequence. One line of the log
     * names them at the start. None of them is an error.
     *
     * @return the settings, always the same list; it names {@code FlowContext.source} always, because only the host knows
     *     whether it passes one
     */
    public List<UnsafeSetting> report() {
        return report;
    }

    /** Said once, by the builder. */
    void sweepBy(ScheduledThreadPoolExecutor scheduled) {
        thread = Optional.of(scheduled);
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
     * Reports what each key is still needed for, so that an operator knows when an older key can be dropped. The stores
     * count at each call, which may take a while.
     *
     * @return one line for each key: the one that writes, then the accepted ones, then those that this instance lacks
     * @throws dev.sspr.flow.UnavailableException if a store did not answer
     */
    public List<KeyUse> keys() {
        return keyUsage.report();
    }

    /**
     * Does what is overdue in all flows, forgets old ones, and seals security info of older keys anew; called every 30
     * seconds unless the host sweeps itself. A pass goes on while there is work, for 20 seconds at most.
     *
     * @return how many flows were looked at
     */
    public int sweep() {
        return sweeper.sweep();
    }

    /** Closes the library within 10 seconds, as {@link #close(Duration)} does. */
    @Override
    public void close() {
        close(CLOSING);
    }

    /**
     * Refuses new flows and finishes the background work that is queued: look-ups, then messages. What is not finished in
     * time stays stored, and the sweeper of another node, or of the next start, goes on with it. Work that runs at the end of
     * the time is not interrupted. Executors of the host stay as they are.
     *
     * <p>From then on a start throws {@link dev.sspr.flow.UnavailableException}. Open flows still answer.
     *
     * @param within the time to wait; zero or less waits for nothing
     * @return whether all queued work is finished
     */
    public boolean close(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        workers.refuseStarts();
        boolean swept = thread.map(sweeping -> DefaultExecutors.drained(sweeping, deadline))
                .orElse(true);
        return workers.drain(deadline) && swept;
    }
}
