package dev.sspr.spi.memory;

import dev.sspr.spi.FlowStore;
import dev.sspr.spi.kit.FlowStoreContract;
import java.util.Optional;

public class InMemoryFlowStoreTest extends FlowStoreContract {
    protected final InMemoryFlowStore store = new InMemoryFlowStore();

    @Override
    protected FlowStore store() {
        return store;
    }

    @Override
    protected Optional<FlowStore> otherNode() {
        return Optional.of(store);
    }

    @Override
    protected Optional<FlowStore> storeFor(int capacity) {
        return Optional.of(new InMemoryFlowStore(capacity));
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(store.faults(), on);
    }
}
