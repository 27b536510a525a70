package dev.sspr.adapter.smtp;

import dev.sspr.spi.BackendUnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds work as a whole. Timeouts of single reads do not: a server can answer each command just in time, and a name
 * look-up has no timeout at all. So the work runs on a thread of its own, and the caller waits only so long.
 */
final class Deadline {
    /** As many threads as callers wait; an idle one ends after 10 seconds. */
    private static final Executor WORKERS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads("sspr-smtp"));

    private Deadline() {}

    /** Runs the work; when time is up or the caller is interrupted, cuts it off and leaves it to end by itself. */
    static <T> T within(Duration limit, Callable<T> work, Runnable cut) {
        FutureTask<T> task = new FutureTask<>(work);
        WORKERS.execute(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            cut.run();
            throw new BackendUnavailableException("mail server took longer than " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            cut.run();
            Thread.currentThread().interrupt();
            throw new BackendUnavailableException("interrupted while talking to the mail server");
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** Daemons that hold on to no class loader but the one of this library and its mail classes. */
    static ThreadFactory threads(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(Deadline.class.getClassLoader());
            return thread;
        };
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof BackendUnavailableException unavailable) {
            return unavailable;
        }
        // neither its message nor its cause: drivers put addresses there
        return new BackendUnavailableException(
                "mail failed: " + failure.getClass().getSimpleName());
    }
}
