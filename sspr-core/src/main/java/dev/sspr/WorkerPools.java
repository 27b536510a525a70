package dev.sspr;

import dev.sspr.internal.engine.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/** The workers of one library: pools of its own, or executors of the host. */
final class WorkerPools implements Workers {
    private final Optional<ThreadPoolExecutor> lookUps;
    private final Optional<ScheduledThreadPoolExecutor> publications;
    private final Optional<ThreadPoolExecutor> sends;
    private final Executor lookUp;
    private final Executor send;
    private volatile boolean closed;

    /** Takes the host's executors; an executor for look-ups sends too, unless there is another one for it. */
    WorkerPools(Optional<Executor> hostLookUps, Optional<Executor> hostSends) {
        lookUps = hostLookUps.isPresent() ? Optional.empty() : Optional.of(DefaultExecutors.lookUps());
        publications = hostLookUps.isPresent() ? Optional.empty() : Optional.of(DefaultExecutors.publications());
        sends = hostLookUps.isPresent() || hostSends.isPresent()
                ? Optional.empty()
                : Optional.of(DefaultExecutors.sends());
        lookUp = hostLookUps.or(() -> lookUps).orElseThrow();
        send = hostSends.or(() -> sends).orElse(Runnable::run);
    }

    @Override
    public void execute(Runnable task) {
        lookUp.execute(task);
    }

    @Override
    public void publish(Duration after, Runnable task) {
        if (publications.isEmpty()) {
            task.run();
            return;
        }
        DefaultExecutors.schedule(publications.get(), after, task);
    }

    @Override
    public void send(Runnable task) {
        send.execute(sends.isPresent() ? DefaultExecutors.quiet(task) : task);
    }

    @Override
    public Admission admission() {
        if (closed) {
            return Admission.CLOSED;
        }
        boolean full = pools().stream().anyMatch(DefaultExecutors::isFull);
        return full ? Admission.FULL : Admission.OPEN;
    }

    private List<ThreadPoolExecutor> pools() {
        // in the order of the work: each may still hand its work to the next
        List<ThreadPoolExecutor> pools = new ArrayList<>(3);
        lookUps.ifPresent(pools::add);
        publications.ifPresent(pools::add);
        sends.ifPresent(pools::add);
        return pools;
    }

    void refuseStarts() {
        closed = true;
    }

    /** Finishes what is queued if there is time; what is left stays stored. Returns whether all of it was done. */
    boolean drain(long deadlineNanos) {
        boolean all = true;
        for (ThreadPoolExecutor pool : pools()) {
            all &= DefaultExecutors.drained(pool, deadlineNanos);
        }
        return all;
    }
}
