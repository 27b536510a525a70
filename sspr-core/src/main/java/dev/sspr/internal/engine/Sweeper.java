package dev.sspr.internal.engine;

import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the task of each due flow, then purges old flows. A pass ends when nothing is due or its time is over.
 *
 * <p>Flows that no task takes or can continue stay due and sort first; if they fill a batch, the next batch is larger. Flows
 * of the last pass come last, so that they use up no other flow's time.
 */
public final class Sweeper {
    /** Less than the 30 s between two passes. */
    static final Duration BUDGET = Duration.ofSeconds(20);

    private static final int SWEEP = 200;
    private static final int MOST_SWEPT = 51_200;
    private static final int PURGE = 1000;
    private static final int PURGE_BATCHES = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final FlowStore flows;
    private final InstantSource clock;
    private final Map<Purpose, Consumer<FlowId>> tasks;
    private final Runnable last;
    private volatile Set<FlowId> lookedAt = Set.of();

    public Sweeper(FlowStore flows, InstantSource clock, Map<Purpose, Consumer<FlowId>> tasks) {
        this(flows, clock, tasks, () -> {});
    }

    /** Makes a sweeper with more bounded work, which each pass does last. */
    public Sweeper(FlowStore flows, InstantSource clock, Map<Purpose, Consumer<FlowId>> tasks, Runnable last) {
        this.flows = flows;
        this.clock = clock;
        this.tasks = Map.copyOf(tasks);
        this.last = last;
    }

    /** Makes one pass, and returns the number of flows handled. */
    public int sweep() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Pass pass = new Pass(now, lookedAt);
        pass.run();
        lookedAt = Set.copyOf(pass.looked);
        purge(now);
        last.run();
        return pass.looked.size();
    }

    private final class Pass {
        private final Instant now;
        private final Set<FlowId> deferred;
        private final Set<FlowId> seen = new HashSet<>();
        private final List<FlowId> last = new ArrayList<>();
        private final Set<FlowId> looked = new HashSet<>();

        Pass(Instant now, Set<FlowId> deferred) {
            this.now = now;
            this.deferred = deferred;
        }

        void run() {
            int most = SWEEP;
            boolean more = true;
            while (more && hasTime()) {
                int limit = most;
                List<FlowId> due = flows.due(now, limit);
                List<FlowId> fresh = due.stream().filter(seen::add).toList();
                fresh.forEach(this::first);
                boolean stuck = 2 * fresh.size() <= due.size();
                more = due.size() == limit && (!stuck || most < MOST_SWEPT);
                most = stuck ? Math.min(4 * most, MOST_SWEPT) : most;
            }
            last.forEach(this::goOn);
        }

        private boolean hasTime() {
            return clock.instant().isBefore(now.plus(BUDGET));
        }

        private void first(FlowId flow) {
            if (deferred.contains(flow)) {
                last.add(flow);
            } else {
                goOn(flow);
            }
        }

        /** If a flow fails, the pass goes on with the next. */
        private void goOn(FlowId flow) {
            if (!hasTime()) {
                return;
            }
            looked.add(flow);
            try {
                flows.find(flow).map(found -> tasks.get(found.purpose())).ifPresent(task -> task.accept(flow));
            } catch (RuntimeException e) {
                LOG.warn(
                        "flow {} could not be swept: {}",
                        flow.digest(),
                        e.getClass().getName());
            }
        }
    }

    /**
     * Purges by the batch until one comes back short; bounded, so that a backlog takes several passes. If the store is
     * unavailable, the sweep goes on, because an expired flow opens nothing.
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
