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
final class ExploredFlowStore implements FlowStore {
    private final ExploredHost exploredHost;

    ExploredFlowStore(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    private Map<FlowId, StoredFlow> flows() {
        return exploredHost.exploredWorld.flows;
    }

    private void touched(FlowId id) {
        exploredHost.callInProgress().touched = Optional.of(id);
    }

    @Override
    public Inserted insert(StoredFlow flow) {
        return exploredHost.gate.pass("insert", () -> {
            touched(flow.id());
            return flows().putIfAbsent(flow.id(), flow) == null ? Inserted.INSERTED : Inserted.EXISTS;
        });
    }

    @Override
    public Optional<StoredFlow> find(FlowId id) {
        return exploredHost.gate.pass("find", () -> {
            touched(id);
            return Optional.ofNullable(flows().get(id));
        });
    }

    @Override
    public Replaced replace(StoredFlow next) {
        return exploredHost.gate.pass("replace", () -> {
            touched(next.id());
            StoredFlow kept = flows().get(next.id());
            if (kept == null) {
                return Replaced.GONE;
            }
            if (kept.version() + 1 != next.version() && !exploredHost.lies(HostFault.FLOWS_IGNORE_VERSIONS)) {
                return Replaced.STALE;
            }
            if (exploredHost.lies(HostFault.FORGETS_OBJECTIONS)
                    && exploredHost.callInProgress().callKind == CallKind.REPORT) {
                return Replaced.REPLACED;
            }
            flows().put(next.id(), next);
            boolean own = next.owner().digest().equals(next.id().digest());
            exploredHost
                    .exploredWorld
                    .held(next.id())
                    .filter(heldFlow -> own)
                    .ifPresent(heldFlow -> heldFlow.doubtful = true);
            return Replaced.REPLACED;
        });
    }

    @Override
    public int endOwner(OwnerTag owner, FlowId except) {
        return exploredHost.gate.pass("endOwner", () -> {
            int before = flows().size();
            if (!exploredHost.lies(HostFault.ENDS_NOTHING)) {
                flows().values()
                        .removeIf(
                                flow -> flow.owner().equals(owner) && !flow.id().equals(except));
            }
            return before - flows().size();
        });
    }

    @Override
    public List<StoredFlow> ofOwner(OwnerTag owner, int limit) {
        return exploredHost.gate.pass(
                "ofOwner",
                () -> flows().values().stream()
                        .filter(flow -> flow.owner().equals(owner))
                        .limit(limit)
                        .toList());
    }

    @Override
    public List<FlowId> due(Instant now, int limit) {
        return exploredHost.gate.pass(
                "due",
                () -> flows().values().stream()
                        .filter(flow ->
                                flow.wakeAt().filter(at -> !at.isAfter(now)).isPresent())
                        .filter(flow -> !exploredHost.lies(HostFault.NOTHING_IS_DUE))
                        .sorted(Comparator.comparing(flow -> flow.wakeAt().orElseThrow()))
                        .map(StoredFlow::id)
                        .limit(limit)
                        .toList());
    }

    @Override
    public int purge(Instant before, int limit) {
        return exploredHost.gate.pass("purge", () -> {
            int all = flows().size();
            flows().values().removeIf(flow -> flow.expiresAt().isBefore(before));
            return all - flows().size();
        });
    }
}
