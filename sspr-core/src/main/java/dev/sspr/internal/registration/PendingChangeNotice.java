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
 * Addresses that are still to be told of a change (R-NOT-7).
 *
 * @param what what has changed
 * @param kind the kind of method it was about
 * @param at when it changed
 * @param flow the flow in whose name it was first told, if that is not the flow of the undo link: the ids of its messages are
 *     made of it
 * @param delivery when they are tried, and who has been reached
 */
record PendingChangeNotice(
        SecurityInfoChanged.Change what, MethodKind kind, Instant at, Optional<FlowId> flow, PendingNotice delivery) {
    /** It is worth telling for this long. */
    static final Duration LIFE = Duration.ofDays(7);

    /** A change of which nobody has been told, by the flow that made it. */
    static PendingChangeNotice of(SecurityInfoChanged.Change what, MethodKind kind, Instant at, FlowId flow) {
        return new PendingChangeNotice(what, kind, at, Optional.of(flow), PendingNotice.due(at, at.plus(LIFE)));
    }

    /** What an undo is about to owe: due when it must have been stored. */
    static PendingChangeNotice restored(MethodKind kind, Instant now) {
        return new PendingChangeNotice(
                SecurityInfoChanged.Change.RESTORED,
                kind,
                now,
                Optional.empty(),
                PendingNotice.due(now.plus(RegistrationGuards.WRITE_LEASE), now.plus(LIFE)));
    }

    /** What an attempt has left; empty if everybody is told or it is given up. */
    Optional<PendingChangeNotice> after(NoticeOutbox.Attempt made, Instant now) {
        PendingNotice next = delivery.failed(made.settled(), made.after(), now);
        return made.complete() || next.isOver()
                ? Optional.empty()
                : Optional.of(new PendingChangeNotice(what, kind, at, flow, next));
    }

    /** Whether the first stored form says all there is to say. */
    boolean fitsFormOne() {
        return flow.isEmpty() && delivery.settled().isEmpty();
    }
}
