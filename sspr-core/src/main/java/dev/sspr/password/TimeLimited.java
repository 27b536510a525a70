package dev.sspr.password;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits the time of a list of breached passwords. The list counts as down if it hangs, answers null, or throws what
 * its contract forbids. A look-up that hangs keeps a thread until it ends, but no copy of the password.
 */
final class TimeLimited implements BreachedPasswords {
    private static final Logger LOG = LoggerFactory.getLogger(TimeLimited.class);
    /**
     * The number of parallel look-ups that the contract allows (B5). Beyond it, the list counts as down, so that the
     * host does not run out of threads.
     */
    private static final int THREADS = 64;

    private static final int IDLE_SECONDS = 10;

    private final BreachedPasswords list;
    private final Duration limit;
    /** Without work the pool has no threads, so it needs no close. */
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), TimeLimited::daemon);

    TimeLimited(BreachedPasswords list, Duration limit) {
        this.list = list;
        this.limit = limit;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sspr-breached-passwords");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public BreachedPasswords.Answer lookUp(Secret password) {
        try (Secret copy = password.exposeTo(Secret::of)) {
            Future<BreachedPasswords.@Nullable Answer> asked = threads.submit(() -> list.lookUp(copy));
            try {
                BreachedPasswords.@Nullable Answer answer = asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (answer == null) {
                    throw down("a null answer");
                }
                return answer;
            } catch (TimeoutException e) {
                throw down("no answer in time");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw down("an interrupt");
            } catch (ExecutionException e) {
                Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
                if (cause instanceof Error error) {
                    throw error;
                }
                throw down(cause.getClass().getName());
            } finally {
                asked.cancel(true);
            }
        } catch (RejectedExecutionException e) {
            throw down(THREADS + " look-ups that still hang");
        }
    }

    /** The log and the exception repeat nothing that the list said, because it has seen the password. */
    private static BackendUnavailableException down(String with) {
        LOG.warn("breached-passwords failed with {}", with);
        return new BackendUnavailableException("breached-passwords failed");
    }
}
