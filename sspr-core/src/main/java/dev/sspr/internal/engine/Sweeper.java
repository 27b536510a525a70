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

/** Takes up flows that are overdue, and forgets old ones; one pass handles a bounded number. */
public final class Sweeper {
    private static final String ROLE = "flow-store";
    private static final int SWEEP = 200;
    private static final int PURGE = 1000;
    private static final int PURGE_BATCHES = 100;
    /**
     * Flows that cannot go on, and those that nobody takes up, such as of a room that this host has closed, stand before the
     * others: where they fill a pass, the next one looks further.
     */
    private static final int MOST_SWEPT = 51_200;

    private final FlowStore flows;
    private final InstantSource clock;
    private final Consumer<FlowId> job;
    private final AtomicInteger limit = new AtomicInteger(SWEEP);

    /** A sweeper whose {@code job} goes on with a flow; another room's flow it leaves alone. */
    public Sweeper(FlowStore flows, InstantSource clock, Consumer<FlowId> job) {
        this.flows = flows;
        this.clock = clock;
        this.job = job;
    }

    /** One pass; says how many flows were looked at. */
    public int sweep() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        int most = limit.get();
        List<FlowId> due = RoleCall.ask(ROLE, () -> flows.due(now, most));
        due.forEach(job);
        limit.set(due.size() == most && stuck(due, now) ? Math.min(4 * most, MOST_SWEPT) : SWEEP);
        purge(now);
        return due.size();
    }

    /** Whether half of a pass is due as before. */
    private boolean stuck(List<FlowId> seen, Instant now) {
        Set<FlowId> left = new HashSet<>(RoleCall.ask(ROLE, () -> flows.due(now, seen.size())));
        left.retainAll(Set.copyOf(seen));
        return 2 * left.size() >= seen.size();
    }

    /**
     * Forgets by the batch until one comes back short; bounded, so that a backlog is worked off over some passes. A store
     * that cannot forget now, which is logged, keeps no room from its work: what is past its time opens nothing.
     */
    private void purge(Instant now) {
        int gone = PURGE;
        for (int batch = 0; batch < PURGE_BATCHES && gone == PURGE; batch++) {
            try {
                gone = RoleCall.ask(ROLE, () -> flows.purge(now, PURGE));
            } catch (UnavailableException e) {
                return;
            }
        }
    }
}
