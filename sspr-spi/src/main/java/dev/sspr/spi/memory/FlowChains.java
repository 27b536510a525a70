package dev.sspr.spi.memory;

import dev.sspr.spi.Digest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Two hash tables over the same slots, by id and by owner, chained through the slots. Guarded by the shard's lock. */
final class FlowChains {
    private static final int SMALLEST = 16;

    private @Nullable FlowSlot[] byId = new FlowSlot[SMALLEST];
    private @Nullable FlowSlot[] byOwner = new FlowSlot[SMALLEST];
    private int size;

    /** Spreads 128 bits over 32, for keys that are not random, such as those of a test. */
    static int spread(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 31)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ low) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> 32);
    }

    @Nullable
    FlowSlot find(Digest id) {
        FlowSlot slot = byId[spread(id.high(), id.low()) & (byId.length - 1)];
        while (slot != null && !slot.hasId(id)) {
            slot = slot.nextById;
        }
        return slot;
    }

    @Nullable
    FlowSlot firstOfBucket(Digest owner) {
        return byOwner[spread(owner.high(), owner.low()) & (byOwner.length - 1)];
    }

    void forEach(Consumer<FlowSlot> visit) {
        for (FlowSlot head : byId) {
            for (FlowSlot slot = head; slot != null; slot = slot.nextById) {
                visit.accept(slot);
            }
        }
    }

    void add(FlowSlot slot) {
        if (size == byId.length) {
            grow();
        }
        linkId(byId, slot);
        linkOwner(slot);
        size++;
    }

    void remove(FlowSlot gone) {
        int at = spread(gone.idHigh, gone.idLow) & (byId.length - 1);
        FlowSlot before = null;
        for (FlowSlot slot = byId[at]; slot != gone && slot != null; slot = slot.nextById) {
            before = slot;
        }
        if (before == null) {
            byId[at] = gone.nextById;
        } else {
            before.nextById = gone.nextById;
        }
        gone.nextById = null;
        unlinkOwner(gone);
        size--;
    }

    void linkOwner(FlowSlot slot) {
        int at = ownerBucket(slot);
        FlowSlot head = byOwner[at];
        slot.previousByOwner = null;
        slot.nextByOwner = head;
        if (head != null) {
            head.previousByOwner = slot;
        }
        byOwner[at] = slot;
    }

    void unlinkOwner(FlowSlot slot) {
        FlowSlot previous = slot.previousByOwner;
        FlowSlot next = slot.nextByOwner;
        if (previous == null) {
            byOwner[ownerBucket(slot)] = next;
        } else {
            previous.nextByOwner = next;
        }
        if (next != null) {
            next.previousByOwner = previous;
        }
        slot.nextByOwner = null;
        slot.previousByOwner = null;
    }

    private int ownerBucket(FlowSlot slot) {
        return spread(slot.ownerHigh, slot.ownerLow) & (byOwner.length - 1);
    }

    private static void linkId(@Nullable FlowSlot[] table, FlowSlot slot) {
        int at = spread(slot.idHigh, slot.idLow) & (table.length - 1);
        slot.nextById = table[at];
        table[at] = slot;
    }

    private void grow() {
        FlowSlot[] old = byId;
        FlowSlot[] larger = new FlowSlot[old.length * 2];
        byOwner = new FlowSlot[old.length * 2];
        for (FlowSlot head : old) {
            for (FlowSlot slot = head; slot != null; ) {
                FlowSlot next = slot.nextById;
                linkId(larger, slot);
                linkOwner(slot);
                slot = next;
            }
        }
        byId = larger;
    }
}
