package dev.sspr.explore;

import dev.sspr.Sspr;
import dev.sspr.spi.FlowId;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One thing that can happen.
 *
 * @param name for the path
 * @param actor does it
 * @param callKind what it calls
 * @param flow whose handle it is done with
 * @param boundedAction what is done once more by it, if that is bounded
 * @param body does it, on a node
 */
record Action(
        String name,
        Actor actor,
        CallKind callKind,
        Optional<FlowId> flow,
        Optional<BoundedAction> boundedAction,
        BiConsumer<ExploredHost, Sspr> body) {
    static Action on(HeldFlow heldFlow, String name, BiConsumer<ExploredHost, Sspr> body) {
        return new Action(
                heldFlow.actor + " " + name,
                heldFlow.actor,
                heldFlow.callKind,
                Optional.of(heldFlow.id),
                Optional.empty(),
                body);
    }

    static Action of(BoundedAction boundedAction, Actor actor, CallKind callKind, BiConsumer<ExploredHost, Sspr> body) {
        return new Action(boundedAction.name(), actor, callKind, Optional.empty(), Optional.of(boundedAction), body);
    }

    Action costing(BoundedAction price) {
        return new Action(name, actor, callKind, flow, Optional.of(price), body);
    }

    Action named(String more) {
        return new Action(name + " " + more, actor, callKind, flow, boundedAction, body);
    }

    Action calling(CallKind other) {
        return new Action(name, actor, other, flow, boundedAction, body);
    }
}
