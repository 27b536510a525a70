package dev.sspr.spi.memory;

import dev.sspr.spi.MethodStore;
import dev.sspr.spi.kit.AccountsByKeyContract;
import java.util.Optional;

public class InMemoryAccountsByKeyTest extends AccountsByKeyContract {
    protected final InMemoryMethodStore store = new InMemoryMethodStore();

    @Override
    protected MethodStore store() {
        return store;
    }

    @Override
    protected Optional<MethodStore> otherNode() {
        return Optional.of(store);
    }

    @Override
    protected Optional<MethodStore> otherTenant() {
        return Optional.of(new InMemoryMethodStore());
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(store.faults(), on);
    }
}
