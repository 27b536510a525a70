package dev.sspr.internal.registration;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.bounds.ClockSkew;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ends the sessions of an account after an undo. The duty is stored beside the undo link and tried until confirmed. */
final class SessionEnd {
    private static final Duration LIFE = Duration.ofDays(7);

    private final RegistrationServices services;

    SessionEnd(RegistrationServices services) {
        this.services = services;
    }

    /** Returns the duty of an undo, before its first attempt; the sweeper makes one after a crash. */
    static PendingNotice owed(Instant now) {
        return PendingNotice.due(now.plus(RegistrationGuards.WRITE_LEASE), now.plus(LIFE));
    }

    /** Makes an attempt; returns whether the end of the sessions is confirmed. After an outage the duty stays stored. */
    boolean attempt(StoredState<RegistrationPhase> found, UserId user, PendingNotice owed) {
        boolean ended = ended(found.id(), user, owed);
        left(found, owed, ended);
        return ended;
    }

    private void left(StoredState<RegistrationPhase> found, PendingNotice owed, boolean ended) {
        PendingNotice next = owed.failed(Set.of(), Duration.ZERO, services.now());
        Optional<PendingNotice> left = ended || next.isOver() ? Optional.empty() : Optional.of(next);
        services.runner.apply(found, state -> state.owingSessions(left));
    }

    private boolean ended(FlowId flow, UserId user, PendingNotice owed) {
        Instant undone = owed.until().minus(LIFE);
        boolean ended = services.environment.sessions().revokeAll(user, undone, ClockSkew.MOST)
                instanceof SessionRevoker.Revocation.Ended;
        services.note(
                AuditType.SESSIONS_REVOKED,
                ended ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.of(flow),
                user,
                Map.of("reason", "reported"));
        return ended;
    }

    /** Makes the next attempt if one is due. */
    void again(StoredState<RegistrationPhase> found, RevertWindow of) {
        of.sessions().filter(owed -> owed.isDue(services.now())).ifPresent(owed -> {
            try {
                attempt(found, of.header().user(), owed);
            } catch (UnavailableException e) {
                left(found, owed, false);
            }
        });
    }
}
