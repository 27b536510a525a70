package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.FlowStore.Inserted;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The fixture and the clauses F7, F8 and F13 of {@link FlowStore}. Extend {@link FlowStoreContract}, which has all of
 * them.
 */
public abstract class FlowSweepContract extends Contract {
    private static final int MANY = 1_000_000;

    /** Only the kit's own class extends this one. */
    FlowSweepContract() {}

    /**
     * The store. Its backend may be shared, but no other process may sweep it during the tests.
     *
     * @return the same within a test
     */
    protected abstract FlowStore store();

    /**
     * A second instance on the same backend, as on another node.
     *
     * @return empty if there cannot be two
     */
    protected Optional<FlowStore> otherNode() {
        return Optional.empty();
    }

    /**
     * A new, empty store that is full with a few flows.
     *
     * @param capacity the most flows that it keeps
     * @return empty if this store has no limit of its own
     */
    protected Optional<FlowStore> storeFor(int capacity) {
        return Optional.empty();
    }

    /**
     * The number of other flows to insert beside one that must not be lost.
     *
     * @return 2000 by default; more than any cache of the store holds
     */
    protected int junk() {
        return 2000;
    }

    static Instant at(long millis) {
        return Samples.at(millis);
    }

    final StoredFlow inserted(String clause, StoredFlow flow) {
        assertThat(store().insert(flow)).as(clause + ": insert a new flow").isEqualTo(Inserted.INSERTED);
        return flow;
    }

    final void assertKept(String clause, StoredFlow flow) {
        assertThat(store().find(flow.id())).as(clause + ": what is kept").contains(flow);
    }

    final StoredFlow with(StoredFlow flow, FlowId id) {
        return new StoredFlow(
                id, flow.owner(), flow.purpose(), flow.version(), flow.expiresAt(), flow.wakeAt(), flow.body());
    }

    final StoredFlow next(StoredFlow flow, long version) {
        return next(flow, version, flow.owner());
    }

    final StoredFlow next(StoredFlow flow, long version, OwnerTag owner) {
        return new StoredFlow(
                flow.id(), owner, flow.purpose(), version, flow.expiresAt(), flow.wakeAt(), samples.body(200));
    }

    final StoredFlow build(Purpose purpose, long version, int size, Optional<Instant> wakeAt) {
        return build(new FlowId(samples.digest()), purpose, version, size, wakeAt);
    }

    final StoredFlow build(FlowId id, Purpose purpose, long version, int size, Optional<Instant> wakeAt) {
        return new StoredFlow(
                id, new OwnerTag(samples.digest()), purpose, version, at(900_000), wakeAt, samples.body(size));
    }

    private StoredFlow waking(long millis) {
        return inserted("F7", build(Purpose.RESET, 1, 20, Optional.of(at(millis))));
    }

    private StoredFlow ending(long millis) {
        StoredFlow flow = samples.flow();
        return new StoredFlow(flow.id(), flow.owner(), flow.purpose(), 1, at(millis), Optional.empty(), flow.body());
    }

    final List<FlowId> dueIds(Instant now) {
        return store().due(now, MANY);
    }

    final ThrowingCallable[] calls(StoredFlow flow) {
        return new ThrowingCallable[] {
            () -> store().insert(samples.flow()),
            () -> store().find(flow.id()),
            () -> store().replace(next(flow, 2)),
            () -> store().endOwner(flow.owner(), samples.flow().id()),
            () -> store().ofOwner(flow.owner(), 10),
            () -> store().due(at(0), 10),
            () -> store().purge(at(0), 10)
        };
    }

    @Test
    @DisplayName("F7: due lists flows with wakeAt now or earlier, to the millisecond")
    void f7_wakeAtNowOrEarlier_isListed() {
        StoredFlow before = waking(-1);
        StoredFlow now = waking(0);
        StoredFlow after = waking(1);
        StoredFlow never = inserted("F7", samples.flow());
        assertThat(dueIds(at(0))).as("F7: due").contains(before.id(), now.id()).doesNotContain(after.id(), never.id());
        assertThat(dueIds(at(1))).as("F7: due a millisecond later").contains(after.id());
        assertThat(dueIds(at(-1))).as("F7: due a millisecond earlier").doesNotContain(now.id());
    }

    @Test
    @DisplayName("F7: the earliest flows are first, at most the requested number")
    void f7_manyDue_earliestFirst() {
        // far back, so that they come before everything that other tests left in a shared backend
        long first = -40L * 365 * 86_400_000 - samples.random().nextInt(1_000_000_000);
        List<FlowId> expected = new ArrayList<>();
        List<StoredFlow> flows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            flows.add(build(Purpose.RESET, 1, 20, Optional.of(at(first + i))));
            expected.add(flows.get(i).id());
        }
        for (int i : new int[] {3, 0, 5, 1, 4, 2}) {
            inserted("F7", flows.get(i));
        }
        List<FlowId> due = new ArrayList<>(store().due(at(first + 5), MANY));
        due.retainAll(expected);
        assertThat(due).as("F7: the order").isEqualTo(expected);
        assertThat(store().due(at(first + 5), 2)).as("F7: no more than 2").hasSize(2);
        assertThat(store().due(at(first + 5), 1)).as("F7: no more than 1").hasSize(1);
    }

    @Test
    @DisplayName("F7: a flow replaced by one without wakeAt, or ended, is not listed")
    void f7_wakeAtTakenAway_isNotListed() {
        StoredFlow calm = waking(-1);
        StoredFlow later = waking(-1);
        StoredFlow ended = waking(-1);
        StoredFlow woken = inserted("F7", samples.flow());
        store().replace(build(calm.id(), Purpose.RESET, 2, 20, Optional.empty()));
        store().replace(build(later.id(), Purpose.RESET, 2, 20, Optional.of(at(1))));
        store().replace(build(woken.id(), Purpose.RESET, 2, 20, Optional.of(at(0))));
        store().endOwner(ended.owner(), calm.id());
        assertThat(dueIds(at(0))).as("F7: due").contains(woken.id()).doesNotContain(calm.id(), later.id(), ended.id());
        assertThat(dueIds(at(1))).as("F7: due later").containsOnlyOnce(later.id());
    }

    @Test
    @DisplayName("F8: purge removes flows that expired before the instant, to the millisecond")
    void f8_endedBefore_isRemoved() {
        StoredFlow before = inserted("F8", ending(-1));
        StoredFlow now = inserted("F8", ending(0));
        StoredFlow after = inserted("F8", ending(1));
        assertThat(store().purge(at(0), MANY)).as("F8: how many went").isPositive();
        assertThat(store().find(before.id()))
                .as("F8: ended a millisecond before")
                .isEmpty();
        assertKept("F8", now);
        assertKept("F8", after);
        assertThat(store().purge(at(0), MANY))
                .as("F8: nothing is left to remove")
                .isZero();
    }

    @Test
    @DisplayName("F8: purge removes at most the requested number, and returns how many")
    void f8_limit_isKept() {
        store().purge(at(-1000), MANY);
        List<StoredFlow> flows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            flows.add(inserted("F8", ending(-5000 - i)));
        }
        assertThat(store().purge(at(-1000), 10)).as("F8: first purge").isEqualTo(10);
        assertThat(left(flows)).as("F8: left after the first").isEqualTo(15);
        assertThat(store().purge(at(-1000), 10)).as("F8: second purge").isEqualTo(10);
        assertThat(store().purge(at(-1000), 10)).as("F8: third purge").isEqualTo(5);
        assertThat(left(flows)).as("F8: left after the third").isZero();
    }

    @Test
    @DisplayName("F8: the expiry of the latest version counts")
    void f8_replacedEnd_counts() {
        StoredFlow prolonged = inserted("F8", ending(-100_000));
        StoredFlow shortened = inserted("F8", ending(100_000));
        StoredFlow longer = build(prolonged.id(), Purpose.RESET, 2, 20, Optional.empty());
        StoredFlow shorter = ending(-100_000);
        store().replace(longer);
        store().replace(new StoredFlow(
                shortened.id(), shorter.owner(), Purpose.RESET, 2, at(-100_000), Optional.empty(), shorter.body()));
        store().purge(at(0), MANY);
        assertKept("F8", longer);
        assertThat(store().find(shortened.id()))
                .as("F8: a flow that was shortened")
                .isEmpty();
        store().purge(at(900_000), MANY);
        assertKept("F8", longer);
        store().purge(at(900_001), MANY);
        assertThat(store().find(longer.id()))
                .as("F8: a flow that was prolonged, in the end")
                .isEmpty();
    }

    private long left(List<StoredFlow> flows) {
        return flows.stream()
                .filter(flow -> store().find(flow.id()).isPresent())
                .count();
    }

    @Test
    @DisplayName("F13: ofOwner lists the owner's flows and no other owner's, at most the requested number")
    void f13_ofOwner_listsThemOnly() {
        OwnerTag owner = new OwnerTag(samples.digest());
        OwnerTag similar =
                new OwnerTag(new Digest(owner.digest().high(), owner.digest().low() ^ 1));
        List<StoredFlow> flows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            flows.add(inserted("F13", samples.flow(owner)));
        }
        StoredFlow moved = next(inserted("F13", samples.flow(similar)), 2, owner);
        store().replace(moved);
        flows.add(moved);
        inserted("F13", samples.flow(similar));
        store().replace(next(inserted("F13", samples.flow(owner)), 2, similar));

        assertThat(store().ofOwner(owner, 100)).as("F13: all flows").containsExactlyInAnyOrderElementsOf(flows);
        assertThat(store().ofOwner(owner, 4)).as("F13: four of them").hasSize(4).isSubsetOf(flows);
        assertThat(store().ofOwner(new OwnerTag(samples.digest()), 100))
                .as("F13: of an owner without flows")
                .isEmpty();
    }
}
