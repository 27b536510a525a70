package dev.sspr.register;

import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.spi.Destination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Methods as their owner sees them: names, masked addresses, states; nothing that opens anything. */
final class Views {
    private Views() {}

    static List<HeldMethod> of(SecurityInfo info, Instant now) {
        List<HeldMethod> views = new ArrayList<>();
        for (Entry entry : info.entries()) {
            HeldMethod view = of(info, entry, now);
            views.add(view.preferred() ? 0 : views.size(), view);
        }
        return views;
    }

    static HeldMethod of(SecurityInfo info, Entry entry, Instant now) {
        return new HeldMethod(
                entry.id(),
                entry.kind(),
                entry.name(),
                entry.destination().map(Destination::masked),
                state(entry, now),
                entry.addedAt(),
                entry.countsFrom(),
                info.first().filter(entry.id()::equals).isPresent());
    }

    private static HeldMethod.State state(Entry entry, Instant now) {
        return switch (entry.state()) {
            case GIVEN -> HeldMethod.State.GIVEN;
            case DISABLED -> HeldMethod.State.DISABLED;
            case VERIFIED ->
                !entry.proves(now)
                        ? HeldMethod.State.EXPIRED
                        : entry.provesReset(now) ? HeldMethod.State.USABLE : HeldMethod.State.QUARANTINED;
        };
    }
}
