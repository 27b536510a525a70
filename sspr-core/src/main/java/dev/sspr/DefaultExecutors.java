package dev.sspr;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The default threads: few daemon threads with a bounded queue. */
final class DefaultExecutors {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultExecutors.class);
    /**
     * Two messages are sent at a time. An external mailer is the slow part, and a queue of 10,000 messages takes
     * minutes.
     */
    private static final int WORKERS = 2;

    private static final int QUEUE = 10_000;
    private static final int SWEEP_SECONDS = 30;

    private DefaultExecutors() {}

    static ExecutorService workers() {
        return new ThreadPoolExecutor(
                WORKERS,
                WORKERS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                daemons("sspr-worker"),
                new ThreadPoolExecutor.AbortPolicy());
    }

    static ScheduledExecutorService sweeper(Runnable sweep) {
        ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(daemons("sspr-sweeper"));
        Future<?> ends =
                sweeper.scheduleWithFixedDelay(() -> quietly(sweep), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        LOG.debug("sweeping every {} seconds, ended: {}", SWEEP_SECONDS, ends.isDone());
        return sweeper;
    }

    private static void quietly(Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.warn("sweep failed with {}", e.getClass().getName());
        }
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
