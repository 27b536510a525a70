package dev.sspr.spi.memory;

import dev.sspr.spi.FlowStore;
import dev.sspr.spi.kit.FlowKeysContract;
import java.util.Optional;

class InMemoryFlowKeysTest extends FlowKeysContract {
    private final InMemoryFlowStore store = new InMemoryFlowStore();

    @Override
    protected FlowStore store() {
        return store;
    }

    @Override
    protected Optional<FlowStore> otherNode() {
        return Optional.of(store);
    }

    @Override
    protected Optional<FlowStore> otherTenant() {
        return Optional.of(new InMemoryFlowStore());
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(store.faults(), on);
    }
}
