package dev.sspr;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The default threads: few daemon threads with bounded queues, which end when there is nothing to do. */
final class DefaultExecutors {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultExecutors.class);
    /** Look-ups at a time: a look-up of 20 ms gives 200 starts a second. */
    private static final int LOOK_UPS = 4;

    /** Writes to the flow store at a time. */
    private static final int PUBLICATIONS = 2;
    /** Messages at a time. An external mailer is the slow part, and a queue of 10,000 messages takes minutes. */
    private static final int SENDS = 4;

    private static final int QUEUE = 10_000;
    private static final int IDLE_SECONDS = 10;
    private static final int SWEEP_SECONDS = 30;

    private DefaultExecutors() {}

    static ThreadPoolExecutor lookUps() {
        return pool(LOOK_UPS, "sspr-look-up");
    }

    static ThreadPoolExecutor sends() {
        return pool(SENDS, "sspr-send");
    }

    private static ThreadPoolExecutor pool(int threads, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                daemons(name),
                new ThreadPoolExecutor.AbortPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    static ScheduledThreadPoolExecutor publications() {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(PUBLICATIONS, daemons("sspr-publish"));
        pool.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Runs a task after a time, and a millisecond more, so that the clock has surely reached it. */
    static void schedule(ScheduledThreadPoolExecutor pool, Duration after, Runnable task) {
        Future<?> published = pool.schedule(quiet(task), after.toMillis() + 1, TimeUnit.MILLISECONDS);
        LOG.trace("a publication is scheduled, done: {}", published.isDone());
    }

    /** Returns whether the queue of a pool takes no more work; the queue of publications has no limit of its own. */
    static boolean isFull(ThreadPoolExecutor pool) {
        return pool.getQueue().size() >= QUEUE;
    }

    /** Ends a pool; returns whether it has done all its work. What is queued then is dropped, and what runs goes on. */
    static boolean drained(ThreadPoolExecutor pool, long deadlineNanos) {
        pool.shutdown();
        try {
            if (pool.awaitTermination(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.getQueue().clear();
        return false;
    }

    static ScheduledThreadPoolExecutor sweeper(Runnable sweep) {
        ScheduledThreadPoolExecutor sweeper = new ScheduledThreadPoolExecutor(1, daemons("sspr-sweeper"));
        Future<?> ends = sweeper.scheduleWithFixedDelay(quiet(sweep), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        LOG.debug("sweeping every {} seconds, ended: {}", SWEEP_SECONDS, ends.isDone());
        return sweeper;
    }

    /** Wraps a task so that its failure is logged; the flow is stored, and the sweeper tries again. */
    static Runnable quiet(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.warn("background work failed with {}", e.getClass().getName());
            }
        };
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
