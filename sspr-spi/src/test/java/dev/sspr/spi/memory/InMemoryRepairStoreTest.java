package dev.sspr.spi.memory;

import dev.sspr.spi.RepairStore;
import dev.sspr.spi.kit.RepairStoreContract;
import java.util.Optional;

public class InMemoryRepairStoreTest extends RepairStoreContract {
    protected final InMemoryRepairStore twin = new InMemoryRepairStore();

    @Override
    protected RepairStore repairs() {
        return twin;
    }

    @Override
    protected Optional<RepairStore> otherNode() {
        return Optional.of(twin);
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(twin.faults(), on);
    }
}
