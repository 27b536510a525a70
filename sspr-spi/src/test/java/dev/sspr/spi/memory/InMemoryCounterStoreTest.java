package dev.sspr.spi.memory;

import dev.sspr.spi.CounterStore;
import dev.sspr.spi.kit.CounterStoreContract;
import java.util.Optional;

public class InMemoryCounterStoreTest extends CounterStoreContract {
    protected final InMemoryCounterStore store = new InMemoryCounterStore();

    @Override
    protected CounterStore store() {
        return store;
    }

    @Override
    protected Optional<CounterStore> otherNode() {
        return Optional.of(store);
    }

    @Override
    protected Optional<CounterStore> storeFor(int keys) {
        return Optional.of(new InMemoryCounterStore(keys));
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(store.faults(), on);
    }
}
