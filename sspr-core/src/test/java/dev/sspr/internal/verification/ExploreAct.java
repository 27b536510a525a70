package dev.sspr.internal.verification;

import dev.sspr.fixture.TestedFlow;
import dev.sspr.internal.verification.ExploreFlow.Who;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.spi.FlowId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Something that can happen now.
 *
 * @param name for the report
 * @param who does it
 * @param flow in which flow, if in one
 * @param kind whether it can be disturbed, or changes nothing
 * @param body does it, through one node
 */
record ExploreAct(String name, Who who, Optional<FlowId> flow, Kind kind, BiConsumer<ExploreHost, TestedFlow> body) {
    /** How much of it there is. */
    enum Kind {
        /** Calls of adapters, which can be disturbed one by one. */
        CALL,
        /** All at once. */
        EVENT,
        /** It may change nothing at all. */
        QUIET
    }

    static ExploreAct call(String name, Who who, FlowId flow, BiConsumer<ExploreHost, TestedFlow> body) {
        return new ExploreAct(name, who, Optional.of(flow), Kind.CALL, body);
    }

    /** Whether the flow has ended by time. */
    private static boolean isOver(ExploreHost host, FlowId flow) {
        return host.sim
                .flow(flow)
                .filter(one -> one.stored.isPresent()
                        && one.state instanceof FlowEnded ended
                        && ended.why() == FlowEnded.Why.EXPIRED
                        && !host.sim.now().isBefore(ended.header().deadline()))
                .isPresent();
    }

    static ExploreAct event(String name, Who who, BiConsumer<ExploreHost, TestedFlow> body) {
        return new ExploreAct(name, who, Optional.empty(), Kind.EVENT, body);
    }

    /** A call that must be refused, or only tells something: it may change nothing, but end a flow that is over. */
    static ExploreAct quiet(
            String property, String name, Who who, FlowId flow, BiConsumer<ExploreHost, TestedFlow> body) {
        return new ExploreAct(name, who, Optional.of(flow), Kind.QUIET, (host, node) -> {
            List<Object> before = host.sim.stored();
            body.accept(host, node);
            ExploreBroken.unless(
                    host.sim.stored().equals(before) || isOver(host, flow), property, name + " changed something");
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
