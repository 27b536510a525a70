package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.SealingKeys;
import dev.sspr.spi.StoredFlow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The clauses of {@link SealingKeys} for a flow store. */
public abstract class FlowKeysContract extends SealingKeysContract {
    private final Map<Integer, StoredFlow> entries = new HashMap<>();

    /** For vendors to extend. */
    protected FlowKeysContract() {}

    /**
     * The store to test, without flows. It implements {@link SealingKeys}.
     *
     * @return the same within a test
     */
    protected abstract FlowStore store();

    /**
     * A second node over the same backend.
     *
     * @return the node, or empty if this fixture has none; the test is skipped
     */
    protected Optional<FlowStore> otherNode() {
        return Optional.empty();
    }

    /**
     * The store of another tenant in the same backend, without flows.
     *
     * @return the store, or empty if this fixture has none; the test is skipped
     */
    protected Optional<FlowStore> otherTenant() {
        return Optional.empty();
    }

    @Override
    final SealingKeys index() {
        return (SealingKeys) store();
    }

    @Override
    final Optional<SealingKeys> otherIndex() {
        return otherNode().map(SealingKeys.class::cast);
    }

    @Override
    final Optional<SealingKeys> foreignIndex() {
        return otherTenant().map(SealingKeys.class::cast);
    }

    @Override
    final void keep(int entry, SealedBody body) {
        StoredFlow before = entries.get(entry);
        StoredFlow next = before == null
                ? new StoredFlow(
                        new FlowId(samples.digest()),
                        new OwnerTag(samples.digest()),
                        Purpose.RESET,
                        1,
                        Samples.NOW.plusSeconds(900),
                        Optional.empty(),
                        body)
                : new StoredFlow(
                        before.id(),
                        before.owner(),
                        before.purpose(),
                        before.version() + 1,
                        before.expiresAt(),
                        before.wakeAt(),
                        body);
        assertThat(before == null ? store().insert(next) : store().replace(next))
                .as("the fixture's own write")
                .isIn(FlowStore.Inserted.INSERTED, FlowStore.Replaced.REPLACED);
        entries.put(entry, next);
    }

    @Override
    final void remove(int entry) {
        StoredFlow gone = entries.remove(entry);
        assertThat(store().endOwner(gone.owner(), new FlowId(samples.digest())))
                .as("the fixture's own removal")
                .isEqualTo(1);
    }
}
