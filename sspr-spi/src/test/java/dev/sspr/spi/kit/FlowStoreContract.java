package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.FlowStore.Inserted;
import dev.sspr.spi.FlowStore.Replaced;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link FlowStore}; those about {@code due}, {@code purge} and {@code ofOwner} are in {@link FlowSweepContract}. */
public abstract class FlowStoreContract extends FlowSweepContract {
    /** For vendors to extend. */
    protected FlowStoreContract() {}

    @Test
    @DisplayName("F1: a flow with a known id is EXISTS and changes nothing")
    void f1_knownId_exists() {
        StoredFlow kept = inserted("F1", samples.flow());
        StoredFlow other = with(samples.flow(), kept.id());
        assertThat(store().insert(other)).as("F1: insert under a known id").isEqualTo(Inserted.EXISTS);
        assertThat(store().insert(kept)).as("F1: insert the same again").isEqualTo(Inserted.EXISTS);
        assertKept("F1", kept);
    }

    @Test
    @Tag("R-RACE-1")
    @DisplayName("F1: of 64 parallel insertions of one id one is INSERTED")
    void f1_parallelInsertions_oneIsInserted() {
        for (int round = 0; round < rounds(); round++) {
            FlowId id = samples.flow().id();
            List<StoredFlow> flows = new ArrayList<>();
            for (int i = 0; i < Race.THREADS; i++) {
                flows.add(with(samples.flow(), id));
            }
            List<Inserted> answers = Race.run(i -> store().insert(flows.get(i)));
            assertThat(Collections.frequency(answers, Inserted.INSERTED))
                    .as("F1: insertions of one id")
                    .isEqualTo(1);
            assertKept("F1", flows.get(answers.indexOf(Inserted.INSERTED)));
        }
    }

    @Test
    @DisplayName("F2: every part is returned as it was stored, in every purpose and size")
    void f2_everyPart_comesBack() {
        for (Purpose purpose : Purpose.values()) {
            for (int size : new int[] {0, 1, 200, SealedBody.MAX_BYTES}) {
                StoredFlow flow = inserted("F2", build(purpose, 1, size, Optional.of(at(7))));
                StoredFlow next = build(flow.id(), Purpose.RESET, 2, SealedBody.MAX_BYTES - size, Optional.empty());
                assertKept("F2", flow);
                assertThat(store().replace(next)).as("F2: replace").isEqualTo(Replaced.REPLACED);
                assertKept("F2", next);
            }
        }
        StoredFlow far = build(Purpose.RESET, 1, 3, Optional.of(Instant.parse("2999-12-31T23:59:59.999Z")));
        assertKept("F2", inserted("F2", far));
    }

    @Test
    @DisplayName("F2: all 256 byte values are returned, and a later change of an array changes nothing")
    void f2_everyByte_comesBack() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        StoredFlow plain = samples.flow();
        StoredFlow flow = new StoredFlow(
                plain.id(), plain.owner(), Purpose.UNLOCK, 1, at(9), Optional.empty(), SealedBody.of(bytes));
        assertKept("F2", inserted("F2", flow));
    }

    @Test
    @Tag("R-RACE-1")
    @Tag("V-RACE-4")
    @Tag("V-RACE-5")
    @DisplayName("F3: of 64 parallel replacements of one version one is REPLACED")
    void f3_parallelReplacements_oneIsReplaced() {
        StoredFlow flow = inserted("F3", samples.flow());
        for (int round = 1; round <= rounds(); round++) {
            List<StoredFlow> nexts = new ArrayList<>();
            for (int i = 0; i < Race.THREADS; i++) {
                nexts.add(next(flow, round + 1));
            }
            List<Replaced> answers = Race.run(i -> store().replace(nexts.get(i)));
            assertThat(Collections.frequency(answers, Replaced.REPLACED))
                    .as("F3: replacements of version %d", round)
                    .isEqualTo(1);
            assertThat(Collections.frequency(answers, Replaced.STALE))
                    .as("F3: the others")
                    .isEqualTo(63);
            assertKept("F3", nexts.get(answers.indexOf(Replaced.REPLACED)));
        }
    }

    @Test
    @DisplayName("F3: only the version before is replaced")
    void f3_versionBefore_isReplaced() {
        StoredFlow flow = inserted("F3", samples.flow());
        for (int version = 2; version < 6; version++) {
            StoredFlow next = next(flow, version);
            assertThat(store().replace(next))
                    .as("F3: version %d over the one before", version)
                    .isEqualTo(Replaced.REPLACED);
            assertKept("F3", next);
        }
    }

    @Test
    @DisplayName("F4: STALE and GONE change nothing")
    void f4_staleOrGone_changesNothing() {
        StoredFlow first = inserted("F4", samples.flow());
        StoredFlow second = next(first, 2);
        store().replace(second);
        for (int version : new int[] {1, 2, 4, 100}) {
            StoredFlow wrong = build(first.id(), Purpose.CHANGE, version, 9, Optional.of(at(-5)));
            assertThat(store().replace(wrong))
                    .as("F4: version %d over 2", version)
                    .isEqualTo(Replaced.STALE);
            assertKept("F4", second);
        }
        assertThat(dueIds(at(0))).as("F4: a stale wakeAt is not kept").doesNotContain(first.id());
        StoredFlow nobody = next(samples.flow(), 2);
        assertThat(store().replace(nobody)).as("F4: a flow that is not there").isEqualTo(Replaced.GONE);
        assertThat(store().find(nobody.id())).as("F4: a flow that was GONE").isEmpty();
        StoredFlow firstVersion = samples.flow();
        assertThat(store().replace(firstVersion)).as("F4: version 1 of no flow").isEqualTo(Replaced.GONE);
        assertThat(store().find(firstVersion.id()))
                .as("F4: a flow that was GONE")
                .isEmpty();
    }

    @Test
    @DisplayName("F5: another thread sees a write in its next call")
    void f5_otherThread_seesWrite() {
        StoredFlow flow = inserted("F5", samples.flow());
        List<Optional<StoredFlow>> seen = Race.run(8, i -> store().find(flow.id()));
        assertThat(seen).as("F5: what 8 threads see").containsOnly(Optional.of(flow));
    }

    @Test
    @DisplayName("F5: another node sees a write in its next call")
    void f5_otherNode_seesWrite() {
        FlowStore other = need(otherNode(), "F5", "second node");
        StoredFlow flow = inserted("F5", samples.flow());
        for (int version = 2; version < 8; version++) {
            StoredFlow next = next(flow, version);
            FlowStore writer = version % 2 == 0 ? store() : other;
            FlowStore reader = version % 2 == 0 ? other : store();
            assertThat(writer.replace(next)).as("F5: replace").isEqualTo(Replaced.REPLACED);
            assertThat(reader.find(flow.id())).as("F5: find on the other node").contains(next);
        }
        assertThat(other.insert(flow)).as("F5: insert on the other node").isEqualTo(Inserted.EXISTS);
        other.endOwner(flow.owner(), samples.flow().id());
        assertThat(store().find(flow.id()))
                .as("F5: after endOwner on the other node")
                .isEmpty();
    }

    @Test
    @Tag("R-TOK-7")
    @DisplayName("F6: endOwner removes the owner's other flows and no other owner's")
    void f6_endOwner_removesTheOthersOnly() {
        OwnerTag owner = new OwnerTag(samples.digest());
        OwnerTag similar =
                new OwnerTag(new Digest(owner.digest().high(), owner.digest().low() ^ 1));
        StoredFlow stays = inserted("F6", samples.flow(owner));
        List<StoredFlow> ending = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ending.add(inserted("F6", samples.flow(owner)));
        }
        StoredFlow moved = next(inserted("F6", samples.flow(owner)), 2, similar);
        store().replace(moved);
        StoredFlow movedHere = next(inserted("F6", samples.flow(similar)), 2, owner);
        store().replace(movedHere);
        ending.add(movedHere);
        StoredFlow others = inserted("F6", samples.flow(similar));
        assertThat(store().endOwner(owner, stays.id()))
                .as("F6: how many were removed")
                .isEqualTo(6);
        for (StoredFlow flow : ending) {
            assertThat(store().find(flow.id())).as("F6: a flow of the owner").isEmpty();
            assertThat(store().replace(next(flow, flow.version() + 1)))
                    .as("F6: replace it")
                    .isEqualTo(Replaced.GONE);
        }
        assertKept("F6", stays);
        assertKept("F6", others);
        assertKept("F6", moved);
        assertThat(store().endOwner(owner, stays.id())).as("F6: a second time").isZero();
        assertKept("F6", inserted("F6", samples.flow(owner)));
    }

    @Test
    @Tag("V-RATE-9")
    @DisplayName("F9: a flow survives any number of others")
    void f9_manyOthers_evictNothing() {
        StoredFlow victim = inserted("F9", samples.flow());
        for (int i = 0; i < junk(); i++) {
            store().insert(samples.flow());
        }
        assertKept("F9", victim);
    }

    @Test
    @Tag("V-RATE-9")
    @DisplayName("F9: a full store refuses new flows and keeps the old ones")
    void f9_full_refusesNewOnes() {
        FlowStore small = need(storeFor(16), "F9", "bounded store");
        List<StoredFlow> kept = new ArrayList<>();
        Throwable refusal = null;
        for (int i = 0; i < 64; i++) {
            StoredFlow flow = samples.flow();
            Throwable thrown = Assertions.catchThrowable(() -> small.insert(flow));
            if (thrown == null) {
                kept.add(flow);
            } else {
                refusal = thrown;
            }
        }
        assertThat(refusal).as("F9: insert into a full store").isInstanceOf(BackendUnavailableException.class);
        for (StoredFlow flow : kept) {
            assertThat(small.find(flow.id())).as("F9: a flow in a full store").contains(flow);
        }
        assertThat(small.replace(next(kept.get(0), 2)))
                .as("F9: replace when full")
                .isEqualTo(Replaced.REPLACED);
        assertThat(small.purge(at(3_600_000), 1)).as("F9: purge makes room").isEqualTo(1);
        assertThat(small.insert(samples.flow())).as("F9: insert after a purge").isEqualTo(Inserted.INSERTED);
    }

    @Test
    @DisplayName("F10: an outage throws BackendUnavailableException")
    void f10_outage_isUnavailable() {
        StoredFlow flow = inserted("F10", samples.flow());
        failsWhileDown("F10", calls(flow));
        assertKept("F10", flow);
    }

    @Test
    @DisplayName("F10: a hanging backend causes BackendUnavailableException within 30 seconds")
    void f10_hang_isUnavailable() {
        StoredFlow flow = inserted("F10", samples.flow());
        failsWhileHanging("F10", calls(flow));
    }

    @Test
    @DisplayName("F11: null is refused and changes nothing")
    void f11_null_isRefused() {
        StoredFlow flow = inserted("F11", samples.flow());
        refusesNull(
                "F11",
                () -> store().insert(null),
                () -> store().find(null),
                () -> store().replace(null),
                () -> store().endOwner(null, flow.id()),
                () -> store().endOwner(flow.owner(), null),
                () -> store().ofOwner(null, 1),
                () -> store().due(null, 1),
                () -> store().purge(null, 1));
        assertKept("F11", flow);
    }

    @Test
    @DisplayName("F12: ids that differ in one of 128 bits are different flows")
    void f12_oneBit_isAnotherFlow() {
        Digest base = samples.digest();
        List<StoredFlow> flows = new ArrayList<>(List.of(inserted("F12", with(samples.flow(), new FlowId(base)))));
        for (int bit = 0; bit < 128; bit++) {
            long high = bit < 64 ? base.high() ^ (1L << bit) : base.high();
            long low = bit < 64 ? base.low() : base.low() ^ (1L << (bit - 64));
            flows.add(inserted("F12", with(samples.flow(), new FlowId(new Digest(high, low)))));
        }
        flows.forEach(flow -> assertKept("F12", flow));
    }
}
