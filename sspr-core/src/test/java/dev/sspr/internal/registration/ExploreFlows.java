package dev.sspr.internal.registration;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The explorer's flow store: registrations, links that take back, and resets side by side. */
final class ExploreFlows implements FlowStore {
    private final ExploreHost host;

    ExploreFlows(ExploreHost host) {
        this.host = host;
    }

    @Override
    public Inserted insert(StoredFlow flow) {
        return host.gate.pass("insert", () -> {
            Optional<RegistrationPhase> state = host.open(flow);
            String user = state.map(it -> it.header().user().value()).orElse(host.turn().named);
            ExploreFlow kept = new ExploreFlow(flow.id(), user, flow);
            kept.state = state;
            kept.view = flow.purpose() == Purpose.RESET ? Optional.of(host.view(flow)) : Optional.empty();
            host.sim.flows.add(kept);
            if (!(state.isPresent() && state.get() instanceof RevertWindow)) {
                host.turn().flow = Optional.of(flow.id());
                state.ifPresent(it -> host.changes.opened(kept));
            }
            host.turn().touched = Optional.of(flow.id());
            return Inserted.INSERTED;
        });
    }

    @Override
    public Optional<StoredFlow> find(FlowId id) {
        return host.gate.pass("find", () -> {
            host.turn().touched = Optional.of(id);
            Optional<StoredFlow> stored = host.sim.flow(id).flatMap(flow -> flow.stored);
            if (host.lies(ExploreFault.FLOWS_FORGET_WHEN_READ)) {
                host.sim
                        .flow(id)
                        .filter(flow ->
                                flow.state.filter(Idle.class::isInstance).isPresent())
                        .ifPresent(flow -> flow.stored = Optional.empty());
            }
            return stored;
        });
    }

    @Override
    public Replaced replace(StoredFlow next) {
        return host.gate.pass("replace", () -> {
            Optional<ExploreFlow> found = host.sim.flow(next.id()).filter(flow -> flow.stored.isPresent());
            if (found.isEmpty()) {
                return Replaced.GONE;
            }
            ExploreFlow kept = found.get();
            boolean follows = kept.stored.orElseThrow().version() + 1 == next.version();
            if (!follows && !host.lies(ExploreFault.FLOWS_IGNORE_VERSIONS)) {
                return Replaced.STALE;
            }
            host.turn().touched = Optional.of(next.id());
            if (kept.state.isPresent()) {
                RegistrationPhase state = host.open(next).orElseThrow();
                host.steps.registered(kept, kept.state.get(), state);
                kept.state = Optional.of(state);
            } else {
                host.steps.reset(kept, kept.view.orElseThrow(), host.view(next));
                kept.view = Optional.of(host.view(next));
            }
            kept.stored = Optional.of(next);
            return Replaced.REPLACED;
        });
    }

    @Override
    public int endOwner(OwnerTag owner, FlowId except) {
        return host.gate.pass("endOwner", () -> {
            for (ExploreFlow flow : host.sim.flows) {
                boolean other = !flow.id.equals(except)
                        && flow.stored.filter(it -> it.owner().equals(owner)).isPresent();
                if (other) {
                    flow.stored = Optional.empty();
                }
            }
            return 0;
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
