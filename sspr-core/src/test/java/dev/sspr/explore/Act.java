package dev.sspr.explore;

import dev.sspr.Sspr;
import dev.sspr.spi.FlowId;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One thing that can happen.
 *
 * @param name for the path
 * @param who does it
 * @param call what it calls
 * @param flow whose handle it is done with
 * @param deed what is done once more by it, if that is bounded
 * @param body does it, on a node
 */
record Act(String name, Who who, Call call, Optional<FlowId> flow, Optional<Deed> deed, BiConsumer<Host, Sspr> body) {
    static Act on(Held held, String name, BiConsumer<Host, Sspr> body) {
        return new Act(held.who + " " + name, held.who, held.call, Optional.of(held.id), Optional.empty(), body);
    }

    static Act of(Deed deed, Who who, Call call, BiConsumer<Host, Sspr> body) {
        return new Act(deed.name(), who, call, Optional.empty(), Optional.of(deed), body);
    }

    Act costing(Deed price) {
        return new Act(name, who, call, flow, Optional.of(price), body);
    }

    Act named(String more) {
        return new Act(name + " " + more, who, call, flow, deed, body);
    }

    Act calling(Call other) {
        return new Act(name, who, other, flow, deed, body);
    }
}
