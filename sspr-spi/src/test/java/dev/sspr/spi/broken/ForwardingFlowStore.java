package dev.sspr.spi.broken;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ForwardingFlowStore implements FlowStore {
    private final FlowStore inner;

    ForwardingFlowStore(FlowStore inner) {
        this.inner = inner;
    }

    @Override
    public Inserted insert(StoredFlow flow) {
        return inner.insert(flow);
    }

    @Override
    public Optional<StoredFlow> find(FlowId id) {
        return inner.find(id);
    }

    @Override
    public Replaced replace(StoredFlow next) {
        return inner.replace(next);
    }

    @Override
    public int endOwner(OwnerTag owner, FlowId except) {
        return inner.endOwner(owner, except);
    }

    @Override
    public List<StoredFlow> ofOwner(OwnerTag owner, int limit) {
        return inner.ofOwner(owner, limit);
    }

    @Override
    public List<FlowId> due(Instant now, int limit) {
        return inner.due(now, limit);
    }

    @Override
    public int purge(Instant before, int limit) {
        return inner.purge(before, limit);
    }
}
