package dev.sspr.internal.engine;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Guards a flow store. */
record GuardedFlowStore(FlowStore flows) implements FlowStore {
    private static final String ROLE = "flow-store";

    @Override
    public FlowStore.Inserted insert(StoredFlow flow) {
        return RoleGuard.ask(ROLE, () -> flows.insert(flow));
    }

    @Override
    public Optional<StoredFlow> find(FlowId id) {
        return RoleGuard.ask(ROLE, () -> flows.find(id));
    }

    @Override
    public FlowStore.Replaced replace(StoredFlow next) {
        return RoleGuard.ask(ROLE, () -> flows.replace(next));
    }

    @Override
    public int endOwner(OwnerTag owner, FlowId except) {
        return RoleGuard.ask(ROLE, () -> flows.endOwner(owner, except));
    }

    @Override
    public List<StoredFlow> ofOwner(OwnerTag owner, int limit) {
        return RoleGuard.ask(ROLE, () -> flows.ofOwner(owner, limit));
    }

    @Override
    public List<FlowId> due(Instant now, int limit) {
        return RoleGuard.ask(ROLE, () -> flows.due(now, limit));
    }

    @Override
    public int purge(Instant before, int limit) {
        return RoleGuard.ask(ROLE, () -> flows.purge(before, limit));
    }
}
