package dev.sspr.spi.memory;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a shard by expiry, in buckets of about 16 seconds, so that a purge visits little more than expired
 * flows. A flow that is extended or removed stays in its old bucket until that is purged, so both cost nothing. Guarded
 * by the shard's lock.
 */
final class ExpiryChains {
    private static final int BUCKET_BITS = 14;

    private final TreeMap<Long, FlowSlot> heads = new TreeMap<>();

    void add(FlowSlot slot) {
        slot.nextByExpiry = heads.put(slot.expiresAt >> BUCKET_BITS, slot);
    }

    /** Passes the slots that expired before an instant to {@code drop}, at most the given number. */
    int purge(long before, int limit, Consumer<FlowSlot> drop) {
        if (before == Long.MIN_VALUE) {
            return 0;
        }
        long last = (before - 1) >> BUCKET_BITS;
        int dropped = 0;
        Map.Entry<Long, FlowSlot> bucket = heads.firstEntry();
        while (bucket != null && bucket.getKey() <= last && dropped < limit) {
            long key = bucket.getKey();
            heads.remove(key);
            dropped += purgeChain(key, bucket.getValue(), before, limit - dropped, drop);
            bucket = heads.higherEntry(key);
        }
        return dropped;
    }

    private int purgeChain(long key, FlowSlot head, long before, int limit, Consumer<FlowSlot> drop) {
        int dropped = 0;
        FlowSlot slot = head;
        while (slot != null && dropped < limit) {
            FlowSlot next = slot.nextByExpiry;
            if (slot.body == null) {
                slot.nextByExpiry = null;
            } else if (slot.expiresAt < before) {
                slot.nextByExpiry = null;
                drop.accept(slot);
                dropped++;
            } else {
                add(slot);
            }
            slot = next;
        }
        keepRest(key, slot);
        return dropped;
    }

    private void keepRest(long key, @Nullable FlowSlot rest) {
        if (rest == null) {
            return;
        }
        FlowSlot kept = heads.put(key, rest);
        if (kept == null) {
            return;
        }
        FlowSlot lastKept = kept;
        for (FlowSlot slot = kept; slot != null; slot = slot.nextByExpiry) {
            lastKept = slot;
        }
        lastKept.nextByExpiry = rest;
        heads.put(key, kept);
    }
}
