package dev.sspr.explore;

import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One call that is under way, and what it has seen. */
final class CallInProgress {
    final Actor actor;
    final CallKind callKind;
    /** The flow whose handle it was called with. */
    Optional<FlowId> flow;
    /** The flow that was looked at last. */
    Optional<FlowId> touched = Optional.empty();
    /** Whether the right current password was typed, whatever the store says. */
    boolean typedRight;
    /** What was true when it began: what others do meanwhile is no fault of it. */
    final int epoch;

    final int ends;
    final boolean off;
    /** Whether its flow had begun to write before, and was not ended after the moment in which it began. */
    final boolean doubtful;
    /** Addresses that prove a reset. */
    final Set<String> counting;
    /** Whether a phone counts or has counted: it is demanded, whatever its state. */
    final boolean phone;

    final List<AuditType> noted = new ArrayList<>();

    CallInProgress(Action action, ExploredWorld exploredWorld, SecurityInfo info) {
        this.actor = action.actor();
        this.callKind = action.callKind();
        this.flow = action.flow();
        this.epoch = exploredWorld.epoch;
        this.ends = exploredWorld.ends;
        this.doubtful = action.flow()
                .flatMap(exploredWorld::held)
                .filter(heldFlow -> heldFlow.doubtful)
                .filter(heldFlow -> info.record()
                        .ended()
                        .filter(at -> at.isAfter(heldFlow.begun))
                        .isEmpty())
                .isPresent();
        this.off = info.record().off().isPresent();
        this.counting = info.where(one -> one.provesReset(exploredWorld.now())).stream()
                .flatMap(one -> one.destination().stream())
                .map(Destination::address)
                .collect(Collectors.toSet());
        this.phone = info.of(MethodKind.SMS_CODE).stream()
                .anyMatch(one -> one.state() != RegisteredMethod.State.GIVEN
                        && !exploredWorld.now().isBefore(one.countsFrom()));
    }
}
