package dev.sspr.explore;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open flows of all kinds, and the counts of the lockout. */
final class Stores implements FlowStore {
    private final Host host;

    Stores(Host host) {
        this.host = host;
    }

    private Map<FlowId, StoredFlow> flows() {
        return host.sim.flows;
    }

    private void touched(FlowId id) {
        host.turn().touched = Optional.of(id);
    }

    @Override
    public Inserted insert(StoredFlow flow) {
        return host.gate.pass("insert", () -> {
            touched(flow.id());
            return flows().putIfAbsent(flow.id(), flow) == null ? Inserted.INSERTED : Inserted.EXISTS;
        });
    }

    @Override
    public Optional<StoredFlow> find(FlowId id) {
        return host.gate.pass("find", () -> {
            touched(id);
            return Optional.ofNullable(flows().get(id));
        });
    }

    @Override
    public Replaced replace(StoredFlow next) {
        return host.gate.pass("replace", () -> {
            touched(next.id());
            StoredFlow kept = flows().get(next.id());
            if (kept == null) {
                return Replaced.GONE;
            }
            if (kept.version() + 1 != next.version() && !host.lies(Lie.FLOWS_IGNORE_VERSIONS)) {
                return Replaced.STALE;
            }
            if (host.lies(Lie.FORGETS_OBJECTIONS) && host.turn().call == Call.REPORT) {
                return Replaced.REPLACED;
            }
            flows().put(next.id(), next);
            boolean own = next.owner().digest().equals(next.id().digest());
            host.sim.held(next.id()).filter(held -> own).ifPresent(held -> held.doubtful = true);
            return Replaced.REPLACED;
        });
    }

    @Override
    public int endOwner(OwnerTag owner, FlowId except) {
        return host.gate.pass("endOwner", () -> {
            int before = flows().size();
            if (!host.lies(Lie.ENDS_NOTHING)) {
                flows().values()
                        .removeIf(
                                flow -> flow.owner().equals(owner) && !flow.id().equals(except));
            }
            return before - flows().size();
        });
    }

    @Override
    public List<StoredFlow> ofOwner(OwnerTag owner, int limit) {
        return host.gate.pass(
                "ofOwner",
                () -> flows().values().stream()
                        .filter(flow -> flow.owner().equals(owner))
                        .limit(limit)
                        .toList());
    }

    @Override
    public List<FlowId> due(Instant now, int limit) {
        return host.gate.pass(
                "due",
                () -> flows().values().stream()
                        .filter(flow ->
                                flow.wakeAt().filter(at -> !at.isAfter(now)).isPresent())
                        .filter(flow -> !host.lies(Lie.NOTHING_IS_DUE))
                        .sorted(Comparator.comparing(flow -> flow.wakeAt().orElseThrow()))
                        .map(StoredFlow::id)
                        .limit(limit)
                        .toList());
    }

    @Override
    public int purge(Instant before, int limit) {
        return host.gate.pass("purge", () -> {
            int all = flows().size();
            flows().values().removeIf(flow -> flow.expiresAt().isBefore(before));
            return all - flows().size();
        });
    }
}
