package dev.sspr.internal.engine;

import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Continues overdue flows and purges old ones. One pass handles a bounded number. */
public final class Sweeper {
    private static final int SWEEP = 200;
    private static final int PURGE = 1000;
    private static final int PURGE_BATCHES = 100;
    /**
     * Flows that cannot continue stay due and sort first, and so do flows that no handler takes. If they fill a batch,
     * the next batch is larger.
     */
    private static final int MOST_SWEPT = 51_200;

    private final FlowStore flows;
    private final InstantSource clock;
    private final Consumer<FlowId> job;
    private final AtomicInteger limit = new AtomicInteger(SWEEP);

    /** Makes a sweeper whose {@code job} continues a flow. It leaves a flow of another kind alone. */
    public Sweeper(FlowStore flows, InstantSource clock, Consumer<FlowId> job) {
        this.flows = flows;
        this.clock = clock;
        this.job = job;
    }

    /** Makes one pass; returns how many flows it looked at. */
    public int sweep() {
        Instant now = clock.instant();
        int most = limit.get();
        List<FlowId> due = flows.due(now, most);
        due.forEach(job);
        limit.set(due.size() == most && stuck(due, now) ? Math.min(4 * most, MOST_SWEPT) : SWEEP);
        purge(now);
        return due.size();
    }

    /** Returns whether half of a pass is still due. */
    private boolean stuck(List<FlowId> seen, Instant now) {
        Set<FlowId> left = new HashSet<>(flows.due(now, seen.size()));
        left.retainAll(Set.copyOf(seen));
        return 2 * left.size() >= seen.size();
    }

    /**
     * Purges in batches until one is not full. The number of batches is bounded, so that several passes work off a
     * backlog. If the store cannot purge now, the failure is logged. The sweep goes on, because an expired flow opens
     * nothing.
     */
    private void purge(Instant now) {
        int gone = PURGE;
        for (int batch = 0; batch < PURGE_BATCHES && gone == PURGE; batch++) {
            try {
                gone = flows.purge(now, PURGE);
            } catch (UnavailableException e) {
                return;
            }
        }
    }
}
