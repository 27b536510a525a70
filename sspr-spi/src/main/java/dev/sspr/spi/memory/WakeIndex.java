package dev.sspr.spi.memory;

import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The flows that wait for the sweeper, the earliest first; a flow without {@code wakeAt} costs nothing here. */
final class WakeIndex {
    private static final Comparator<Wake> EARLIEST_FIRST =
            Comparator.comparingLong(Wake::at).thenComparingLong(Wake::high).thenComparingLong(Wake::low);

    private final ConcurrentSkipListSet<Wake> wakes = new ConcurrentSkipListSet<>(EARLIEST_FIRST);

    private record Wake(long at, long high, long low) {}

    void add(FlowSlot slot) {
        if (slot.wakeAt != FlowSlot.NEVER) {
            wakes.add(new Wake(slot.wakeAt, slot.idHigh, slot.idLow));
        }
    }

    void remove(FlowSlot slot) {
        if (slot.wakeAt != FlowSlot.NEVER) {
            wakes.remove(new Wake(slot.wakeAt, slot.idHigh, slot.idLow));
        }
    }

    /** Sets a new time. It adds before it removes, so that a reader never misses a flow that stays due. */
    void move(FlowSlot slot, long wakeAt) {
        if (slot.wakeAt == wakeAt) {
            return;
        }
        Wake old = new Wake(slot.wakeAt, slot.idHigh, slot.idLow);
        slot.wakeAt = wakeAt;
        add(slot);
        wakes.remove(old);
    }

    List<FlowId> due(long now, int limit) {
        Set<FlowId> ids = new LinkedHashSet<>();
        for (Wake wake : wakes) {
            if (wake.at() > now || ids.size() == limit) {
                break;
            }
            ids.add(new FlowId(new Digest(wake.high(), wake.low())));
        }
        return List.copyOf(ids);
    }
}
