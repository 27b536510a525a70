package dev.sspr.internal.verification;

import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The explorer's flow store. */
final class ExploreFlows implements FlowStore {
    private final ExploreHost host;

    ExploreFlows(ExploreHost host) {
        this.host = host;
    }

    @Override
    public Inserted insert(StoredFlow flow) {
        return host.gate.pass("insert", () -> {
            Identifying identifying = (Identifying) host.open(flow);
            host.sim.flows.add(new ExploreFlow(flow.id(), identifying.login().value(), flow, identifying));
            host.touched = Optional.of(flow.id());
            host.turn().flow = host.touched;
            return Inserted.INSERTED;
        });
    }

    @Override
    public Optional<StoredFlow> find(FlowId id) {
        return host.gate.pass("find", () -> {
            host.touched = Optional.of(id);
            Optional<StoredFlow> stored = host.sim.flow(id).flatMap(flow -> flow.stored);
            if (host.lies(ExploreFault.FLOWS_FORGET_WHEN_READ)) {
                host.sim
                        .flow(id)
                        .filter(flow -> flow.state instanceof Completed || flow.state instanceof FlowEnded)
                        .ifPresent(flow -> flow.stored = Optional.empty());
            }
            return stored;
        });
    }

    @Override
    public Replaced replace(StoredFlow next) {
        return host.gate.pass("replace", () -> {
            Optional<ExploreFlow> kept = host.sim.flow(next.id()).filter(flow -> flow.stored.isPresent());
            if (kept.isEmpty()) {
                return Replaced.GONE;
            }
            boolean follows = kept.get().stored.orElseThrow().version() + 1 == next.version();
            if (!follows && !host.lies(ExploreFault.FLOWS_IGNORE_VERSIONS)) {
                return Replaced.STALE;
            }
            FlowState state = host.open(next);
            host.monitor.replaced(kept.get(), state);
            kept.get().stored = Optional.of(next);
            kept.get().state = state;
            host.touched = Optional.of(next.id());
            return Replaced.REPLACED;
        });
    }

    @Override
    public int endOwner(OwnerTag owner, FlowId except) {
        return host.gate.pass("endOwner", () -> {
            int ended = 0;
            for (ExploreFlow flow : host.sim.flows) {
                boolean other = !flow.id.equals(except)
                        && flow.stored.filter(it -> it.owner().equals(owner)).isPresent();
                if (other) {
                    flow.stored = Optional.empty();
                    ended++;
                }
            }
            return ended;
        });
    }

    @Override
    public List<StoredFlow> ofOwner(OwnerTag owner, int limit) {
        return host.gate.pass(
                "ofOwner",
                () -> host.sim.flows.stream()
                        .flatMap(flow -> flow.stored.stream())
                        .filter(flow -> flow.owner().equals(owner))
                        .limit(limit)
                        .toList());
    }

    @Override
    public List<FlowId> due(Instant now, int limit) {
        return host.gate.pass(
                "due",
                () -> host.sim.flows.stream()
                        .flatMap(flow -> flow.stored.stream())
                        .filter(flow ->
                                flow.wakeAt().filter(at -> !at.isAfter(now)).isPresent())
                        .sorted(Comparator.comparing(flow -> flow.wakeAt().orElseThrow()))
                        .map(StoredFlow::id)
                        .toList());
    }

    @Override
    public int purge(Instant before, int limit) {
        return host.gate.pass("purge", () -> {
            for (ExploreFlow flow : host.sim.flows) {
                flow.stored = flow.stored.filter(it -> !it.expiresAt().isBefore(before));
            }
            return 0;
        });
    }
}
