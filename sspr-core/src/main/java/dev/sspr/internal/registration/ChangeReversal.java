package dev.sspr.internal.registration;

import dev.sspr.flow.UndoResult;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.RevertibleChange;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reverts a change that the account owner reports from another address, and ends the sessions that made it. */
public final class ChangeReversal {
    private final RegistrationServices services;
    private final ChangeNotifier notifier;

    public ChangeReversal(RegistrationServices services) {
        this.services = services;
        this.notifier = new ChangeNotifier(services);
    }

    public UndoResult undo(Secret link) {
        Optional<Token> token = Token.parse(link);
        Optional<StoredState<RegistrationPhase>> found = token.flatMap(one -> services.runner.load(one.flow()));
        if (found.isEmpty() || !(found.get().state() instanceof RevertWindow revertWindow)) {
            return UndoResult.UNKNOWN;
        }
        Instant now = services.now();
        UserId user = revertWindow.header().user();
        SecurityInfo before = services.info(user);
        UndoOrigin origin = new UndoOrigin(services.digests, token.get(), now);
        if (!origin.isKnown(services.environment.users().load(user), before)) {
            return UndoResult.UNKNOWN;
        }
        Optional<RevertibleChange> known = before.revertible(revertWindow.change());
        if (known.isEmpty()) {
            return UndoResult.TOO_LATE;
        }
        if (!now.isBefore(known.get().until())) {
            // final: a clock that is set back does not revive it
            services.infos.change(user, info -> Optional.of(info.forgetting(revertWindow.change())));
            return UndoResult.TOO_LATE;
        }
        if (origin.isWeaker(before) || !services.guards.mayUndoInHold(before, known.get(), now)) {
            return frozen(found.get(), revertWindow, kind(known.get(), before), now);
        }
        endings(found.get(), user);
        PendingNotice sessions = SessionEnd.owed(now);
        PendingChangeNotice pending = PendingChangeNotice.restored(kind(known.get(), before), now);
        Optional<StoredState<RegistrationPhase>> owing = services.runner
                .apply(
                        found.get(),
                        state -> Step.to(
                                state.owing(Optional.of(pending))
                                        .next()
                                        .owingSessions(Optional.of(sessions))
                                        .next(),
                                true))
                .map(Applied::now);
        if (owing.isEmpty()) {
            return UndoResult.TOO_LATE;
        }
        boolean ended = new SessionEnd(services).attempt(owing.get(), user, sessions);
        Optional<SecurityInfo> after = services.infos.change(
                user, info -> info.revertible(revertWindow.change()).map(one -> undone(info, one, now)));
        if (after.isEmpty()) {
            return UndoResult.TOO_LATE;
        }
        Map<String, String> attributes = Map.of("method", pending.kind().value());
        services.note(
                AuditType.METHOD_RESTORED,
                Outcome.SUCCESS,
                Optional.of(found.get().id()),
                user,
                attributes);
        notifier.undone(owing.get(), revertWindow, pending, after.get());
        return ended ? UndoResult.UNDONE : UndoResult.UNDONE_SESSIONS_PENDING;
    }

    /**
     * The address was removed with a stronger proof, so its holder may be the attacker, and so may the one who removed
     * it; or the undo would take away what was there before a reset (R-HOLD-1). Nothing counts for a reset until a stronger
     * proof or the help desk decides; no session ends.
     */
    private UndoResult frozen(StoredState<RegistrationPhase> found, RevertWindow of, MethodKind kind, Instant now) {
        UserId user = of.header().user();
        if (services.info(user).record().frozen().isPresent()) {
            return UndoResult.FROZEN;
        }
        PendingChangeNotice pending = PendingChangeNotice.frozen(kind, now);
        Optional<StoredState<RegistrationPhase>> owing = services.runner
                .apply(found, state -> state.owing(Optional.of(pending)))
                .map(Applied::now);
        Optional<SecurityInfo> after =
                services.infos.change(user, info -> info.revertible(of.change()).map(one -> info.frozen(now)));
        if (owing.isEmpty() || after.isEmpty()) {
            return UndoResult.TOO_LATE;
        }
        services.accountFlows.end(user, found.id());
        services.note(AuditType.REPORTED, Outcome.FAILURE, Optional.of(found.id()), user, Map.of("reason", "frozen"));
        notifier.undone(owing.get(), of, pending, after.get());
        return UndoResult.FROZEN;
    }

    private static MethodKind kind(RevertibleChange change, SecurityInfo info) {
        return change.before()
                .or(() -> change.after().flatMap(info::method))
                .map(RegisteredMethod::kind)
                .orElse(new MethodKind("other"));
    }

    /**
     * Reverts a change. F2-S1: if the method was added to a demanded kind, and no other method of the kind is left, the kind
     * stays demanded, so that the reader of a mailbox cannot lift the demand.
     */
    private static SecurityInfo undone(SecurityInfo info, RevertibleChange change, Instant now) {
        SecurityInfo without =
                change.after().map(id -> forgotten(info, id, now)).orElse(info);
        SecurityInfo restored = change.before().map(without::with).orElse(without);
        return change.after()
                .flatMap(info::method)
                .filter(RegisteredMethod::joinedADemand)
                .filter(method -> !restored.demanded(now).contains(method.kind()))
                .map(method -> restored.with(method.emptied()))
                .orElse(restored)
                .forgetting(change.change());
    }

    /** Removes a method, and every undo that would restore it. */
    private static SecurityInfo forgotten(SecurityInfo info, String id, Instant now) {
        return info.without(id, now)
                .bringingBack(
                        method -> Optional.of(method).filter(one -> !one.id().equals(id)));
    }

    /**
     * The author of the change was signed in, so open flows end too, and for a day a reset needs one more proof. It
     * precedes the reversal: after a failure the link still works and repeats it.
     */
    private void endings(StoredState<RegistrationPhase> found, UserId user) {
        services.accountFlows.end(user, found.id());
        services.accountFlows.report(user);
    }
}
