package dev.sspr;

import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The library, put together once and used by all threads.
 *
 * <p>{@link #close} ends the threads that the builder made; what was stored is found again by the next instance.
 */
public final class Sspr implements AutoCloseable {
    private final PasswordReset reset;
    private final Optional<ExecutorService> workers;
    private final Optional<ScheduledExecutorService> sweeper;

    Sspr(PasswordReset reset, Optional<ExecutorService> workers, Optional<ScheduledExecutorService> sweeper) {
        this.reset = reset;
        this.workers = workers;
        this.sweeper = sweeper;
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
        return reset;
    }

    /**
     * Does what is overdue in all flows, and forgets old ones; called every 30 seconds unless the host sweeps itself.
     *
     * @return how many flows were looked at
     */
    public int sweep() {
        return reset.sweep();
    }

    /** Ends the threads that the builder made. */
    @Override
    public void close() {
        sweeper.ifPresent(ExecutorService::shutdownNow);
        workers.ifPresent(ExecutorService::shutdown);
    }
}
