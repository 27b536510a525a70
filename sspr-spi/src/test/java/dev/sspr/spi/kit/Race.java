package dev.sspr.spi.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs work on many threads at the same moment, and waits for all of them, for a bounded time. */
public final class Race {
    /** The number of threads in a clause. */
    public static final int THREADS = 64;

    private static final ExecutorService POOL = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sspr-kit-race");
        thread.setDaemon(true);
        return thread;
    });

    private Race() {}

    /**
     * Runs work on 64 threads at once.
     *
     * @param work receives the number of the thread, 0 to 63
     * @param <T> the result of a thread
     * @return the results, in the order of the thread numbers
     * @throws AssertionError if a thread threw, or did not finish within 30 seconds
     */
    public static <T> List<T> run(IntFunction<T> work) {
        return run(THREADS, work);
    }

    /**
     * Runs work on some threads at once.
     *
     * @param threads the number of threads, 1 or more
     * @param work receives the number of the thread, from 0
     * @param <T> the result of a thread
     * @return the results, in the order of the thread numbers
     * @throws AssertionError if a thread threw, or did not finish within 30 seconds
     */
    public static <T> List<T> run(int threads, IntFunction<T> work) {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            running.add(POOL.submit(() -> {
                awaitOthers(start);
                return work.apply(number);
            }));
        }
        long end = System.nanoTime() + Contract.BOUND.toNanos();
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(result(one, end));
        }
        return results;
    }

    private static void awaitOthers(CyclicBarrier start) throws InterruptedException {
        try {
            start.await(Contract.BOUND.toSeconds(), TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the threads of a race did not come together", e);
        }
    }

    private static <T> T result(Future<T> one, long end) {
        try {
            return one.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("a thread of a race threw " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("a thread of a race did not come back within 30 seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the race was interrupted", e);
        }
    }
}
