package dev.sspr.bench;

import dev.sspr.flow.CompleteResult;
import dev.sspr.spi.memory.InMemoryFlowStore;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One whole reset over the in-memory twins, without hashing: start, job, answer, complete, what follows. */
@State(Scope.Benchmark)
@NullUnmarked
public class ResetFlow {
    /** So many that the compiler is done, however busy the machine is: seconds would not tell. */
    private static final int WARM_UP = 50_000;

    /** How many accounts the host has, and how many flows of others are open. */
    @Param({"1000", "1000000"})
    public int size;

    private Host host;

    /** Fills the stores and warms up. */
    @Setup
    public void setUp() {
        InMemoryFlowStore flows = new InMemoryFlowStore(2 * size + 1_000_000);
        OpenFlows.fill(flows, OpenFlows.typical(), size);
        host = new Host(size, size, flows);
        // in a host that has run for a while, accounts are among the old objects: they are not to move while measured
        System.gc();
        for (int i = 0; i < WARM_UP; i++) {
            host.flow();
        }
    }

    /**
     * One reset.
     *
     * @return what came of it
     */
    @Benchmark
    public CompleteResult flow() {
        return host.flow();
    }
}
