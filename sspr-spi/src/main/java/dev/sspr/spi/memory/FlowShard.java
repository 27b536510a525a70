package dev.sspr.spi.memory;

import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowStore.Inserted;
import dev.sspr.spi.FlowStore.Replaced;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One sixteenth of the flows, behind one lock. The caller takes the lock, so that it can hold several for one step on
 * all of them.
 */
final class FlowShard {
    final ReentrantLock lock = new ReentrantLock();
    private final FlowChains chains = new FlowChains();
    private final ExpiryChains expiries = new ExpiryChains();
    private final WakeIndex wakes;

    FlowShard(WakeIndex wakes) {
        this.wakes = wakes;
    }

    Inserted insert(StoredFlow flow, Runnable takeRoom) {
        if (chains.find(flow.id().digest()) != null) {
            return Inserted.EXISTS;
        }
        FlowSlot slot = new FlowSlot(flow);
        takeRoom.run();
        add(slot);
        return Inserted.INSERTED;
    }

    Optional<StoredFlow> find(Digest id) {
        FlowSlot slot = chains.find(id);
        SealedBody body = slot == null ? null : slot.body;
        return slot == null || body == null ? Optional.empty() : Optional.of(slot.toFlow(body));
    }

    Replaced replace(StoredFlow next) {
        FlowSlot slot = chains.find(next.id().digest());
        if (slot == null) {
            return Replaced.GONE;
        }
        if (slot.version != next.version() - 1) {
            return Replaced.STALE;
        }
        if (next.expiresAt().toEpochMilli() < slot.expiresAt) {
            // a slot stays in its chain until that bucket is purged, so an earlier end needs a slot of its own
            FlowSlot sooner = new FlowSlot(next);
            drop(slot);
            add(sooner);
            return Replaced.REPLACED;
        }
        wakes.move(slot, FlowSlot.wakeAt(next));
        chains.unlinkOwner(slot);
        slot.set(next);
        chains.linkOwner(slot);
        return Replaced.REPLACED;
    }

    int endOwner(Digest owner, Digest except) {
        int ended = 0;
        for (FlowSlot slot = chains.firstOfBucket(owner); slot != null; ) {
            FlowSlot next = slot.nextByOwner;
            if (slot.hasOwner(owner) && !slot.hasId(except)) {
                drop(slot);
                ended++;
            }
            slot = next;
        }
        return ended;
    }

    void ofOwner(Digest owner, int limit, List<StoredFlow> found) {
        for (FlowSlot slot = chains.firstOfBucket(owner);
                slot != null && found.size() < limit;
                slot = slot.nextByOwner) {
            SealedBody body = slot.body;
            if (body != null && slot.hasOwner(owner)) {
                found.add(slot.toFlow(body));
            }
        }
    }

    /** Adds the flows of each key. */
    void count(Map<Integer, Long> byKey) {
        chains.forEach(slot -> {
            SealedBody body = slot.body;
            if (body != null && body.key().isPresent()) {
                byKey.merge(body.key().getAsInt(), 1L, Long::sum);
            }
        });
    }

    int purge(long before, int limit) {
        return expiries.purge(before, limit, this::drop);
    }

    private void add(FlowSlot slot) {
        chains.add(slot);
        expiries.add(slot);
        wakes.add(slot);
    }

    private void drop(FlowSlot slot) {
        wakes.remove(slot);
        chains.remove(slot);
        slot.body = null;
    }
}
