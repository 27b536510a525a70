package dev.sspr.internal.registration;

import dev.sspr.internal.registration.ExploreFlow.Who;
import dev.sspr.internal.registration.ExploreHost.Node;
import dev.sspr.internal.registration.ExploreTurn.Call;
import dev.sspr.internal.verification.ExploreBroken;
import dev.sspr.spi.FlowId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Something that can happen now.
 *
 * @param name for the report
 * @param who does it
 * @param call what it is for
 * @param flow in which flow, if in one
 * @param kind whether it can be disturbed, or changes nothing
 * @param body does it, through one node
 */
record ExploreAct(
        String name, Who who, Call call, Optional<FlowId> flow, Kind kind, BiConsumer<ExploreHost, Node> body) {
    /** How much of it there is. */
    enum Kind {
        /** Calls of adapters, which can be disturbed one by one. */
        CALL,
        /** All at once. */
        EVENT,
        /** It may change nothing at all. */
        QUIET
    }

    static ExploreAct call(String name, Who who, Call call, Optional<FlowId> flow, BiConsumer<ExploreHost, Node> body) {
        return new ExploreAct(name, who, call, flow, Kind.CALL, body);
    }

    /** Whether the registration has ended by time. */
    private static boolean isOver(ExploreHost host, FlowId flow) {
        return host.sim
                .flow(flow)
                .filter(one -> one.state.orElse(null) instanceof Closed closed
                        && !host.sim.now().isBefore(closed.header().deadline()))
                .isPresent();
    }

    static ExploreAct event(String name, Who who, BiConsumer<ExploreHost, Node> body) {
        return new ExploreAct(name, who, Call.HOST, Optional.empty(), Kind.EVENT, body);
    }

    /** A call that must be refused, or only tells something: it may change nothing, but close a registration that is over. */
    static ExploreAct quiet(String property, String name, Who who, FlowId flow, BiConsumer<ExploreHost, Node> body) {
        return new ExploreAct(name, who, Call.REGISTER, Optional.of(flow), Kind.QUIET, (host, node) -> {
            List<Object> before = host.sim.kept();
            body.accept(host, node);
            ExploreBroken.unless(
                    host.sim.kept().equals(before) || isOver(host, flow), property, name + " changed something");
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
