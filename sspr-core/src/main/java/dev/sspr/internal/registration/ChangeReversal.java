package dev.sspr.internal.registration;

import dev.sspr.flow.UndoResult;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.RateLimit;
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
        Optional<StoredState<RegistrationPhase>> found = Token.parse(link)
                .filter(services.digests::isCancelSecret)
                .flatMap(token -> services.runner.load(token.flow()));
        if (found.isEmpty() || !(found.get().state() instanceof RevertWindow revertWindow)) {
            return UndoResult.UNKNOWN;
        }
        Instant now = services.now();
        UserId user = revertWindow.header().user();
        Optional<RevertibleChange> known =
                services.info(user).revertible(revertWindow.change()).filter(one -> now.isBefore(one.until()));
        if (known.isEmpty()) {
            return UndoResult.TOO_LATE;
        }
        endings(found.get(), user, now);
        PendingChangeNotice pending = PendingChangeNotice.restored(kind(known.get(), services.info(user)), now);
        Optional<StoredState<RegistrationPhase>> owing = services.runner
                .apply(found.get(), state -> state.owing(Optional.of(pending)))
                .map(Applied::now);
        Optional<SecurityInfo> after = services.infos.change(
                user, info -> info.revertible(revertWindow.change()).map(one -> undone(info, one, now)));
        if (after.isEmpty() || owing.isEmpty()) {
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
        return UndoResult.UNDONE;
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
        SecurityInfo without = change.after().map(id -> forgotten(info, id)).orElse(info);
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
    private static SecurityInfo forgotten(SecurityInfo info, String id) {
        return info.without(id)
                .bringingBack(
                        method -> Optional.of(method).filter(one -> !one.id().equals(id)));
    }

    /**
     * The author of the change was signed in, so sessions and open flows end, and for a day a reset needs one more
     * proof. All of it precedes the reversal: after a failure the link still works and repeats it.
     */
    private void endings(StoredState<RegistrationPhase> found, UserId user, Instant now) {
        services.environment.sessions().revokeAll(user, now);
        services.accountFlows.end(user, found.id());
        services.accountFlows.report(user);
    }
}
