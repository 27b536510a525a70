package dev.sspr.internal.registration;

import dev.sspr.internal.engine.NoticeOutbox;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Addresses that are still to be notified of a change (R-NOT-7). {@code flow} is the flow of the first attempt, if it
 * is not that of the undo link: message ids derive from it.
 */
record PendingChangeNotice(
        SecurityInfoChanged.Change what, MethodKind kind, Instant at, Optional<FlowId> flow, PendingNotice delivery) {
    /** The time after which a notice is given up. */
    static final Duration LIFE = Duration.ofDays(7);

    /** Makes the notice of a change that has reached no address yet. */
    static PendingChangeNotice of(SecurityInfoChanged.Change what, MethodKind kind, Instant at, FlowId flow) {
        return new PendingChangeNotice(what, kind, at, Optional.of(flow), PendingNotice.due(at, at.plus(LIFE)));
    }

    /** Makes the notice of an undo, due when the undo must have been stored. */
    static PendingChangeNotice restored(MethodKind kind, Instant now) {
        return undo(SecurityInfoChanged.Change.RESTORED, kind, now);
    }

    /** Makes the notice of a freeze, due when the freeze must have been stored. */
    static PendingChangeNotice frozen(MethodKind kind, Instant now) {
        return undo(SecurityInfoChanged.Change.FROZEN, kind, now);
    }

    private static PendingChangeNotice undo(SecurityInfoChanged.Change what, MethodKind kind, Instant now) {
        return new PendingChangeNotice(
                what,
                kind,
                now,
                Optional.empty(),
                PendingNotice.due(now.plus(RegistrationGuards.WRITE_LEASE), now.plus(LIFE)));
    }

    /** Returns the rest after an attempt; empty if every address is reached or the notice is given up. */
    Optional<PendingChangeNotice> after(NoticeOutbox.Attempt made, Instant now) {
        PendingNotice next = delivery.failed(made.settled(), made.after(), now);
        return made.complete() || next.isOver()
                ? Optional.empty()
                : Optional.of(new PendingChangeNotice(what, kind, at, flow, next));
    }

    boolean isOfAFreeze() {
        return what == SecurityInfoChanged.Change.FROZEN;
    }

    /** Returns whether the first stored form can hold the notice. */
    boolean fitsFormOne() {
        return flow.isEmpty() && delivery.settled().isEmpty();
    }
}
