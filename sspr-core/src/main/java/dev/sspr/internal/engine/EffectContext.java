package dev.sspr.internal.engine;

import dev.sspr.spi.FlowId;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The context of effects: the auditor, and the executor of background work. */
public final class EffectContext {
    private static final Logger LOG = LoggerFactory.getLogger(EffectContext.class);

    private final Auditor auditor;
    private final Executor executor;
    private volatile Consumer<FlowId> job = flow -> {};

    public EffectContext(Auditor auditor, Executor executor) {
        this.auditor = auditor;
        this.executor = executor;
    }

    /** Sets the background work; called once, before the first flow. */
    public void work(Consumer<FlowId> next) {
        job = next;
    }

    Auditor auditor() {
        return auditor;
    }

    /** Never runs on the caller's thread, even if the executor is full, because the time would reveal accounts. */
    void wake(FlowId flow) {
        try {
            executor.execute(() -> quietly(flow));
        } catch (RuntimeException e) {
            LOG.warn(
                    "the executor refused with {}, the sweeper will take flow {}",
                    e.getClass().getName(),
                    flow.digest());
        }
    }

    private void quietly(FlowId flow) {
        try {
            job.accept(flow);
        } catch (RuntimeException e) {
            LOG.warn(
                    "background work of flow {} failed with {}, the sweeper will try again",
                    flow.digest(),
                    e.getClass().getName());
        }
    }
}
