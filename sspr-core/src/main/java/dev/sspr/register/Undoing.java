package dev.sspr.register;

import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.info.Undoable;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** "It was not me", from another address of the account: the change goes, and so does whoever made it. */
final class Undoing {
    private static final Duration DAY = Duration.ofHours(24);

    private final Office office;
    private final Telling telling;

    Undoing(Office office) {
        this.office = office;
        this.telling = new Telling(office);
    }

    UndoResult undo(Secret link) {
        Optional<Loaded<RegisterState>> found = Token.parse(link)
                .filter(office.digests::isCancelSecret)
                .flatMap(token -> office.runner.load(token.flow()));
        if (found.isEmpty() || !(found.get().state() instanceof Reversible reversible)) {
            return UndoResult.UNKNOWN;
        }
        Instant now = office.now();
        UserId user = reversible.ticket().user();
        Optional<Undoable> known =
                office.info(user).undoable(reversible.change()).filter(one -> now.isBefore(one.until()));
        if (known.isEmpty()) {
            return UndoResult.TOO_LATE;
        }
        endings(found.get(), user, now);
        Duty duty = Duty.restored(kind(known.get(), office.info(user)), now);
        Optional<Loaded<RegisterState>> owing = office.runner
                .apply(found.get(), state -> state.owing(Optional.of(duty)))
                .map(Ran::now);
        Optional<SecurityInfo> after = Spi.ask(
                "method-store",
                () -> office.infos.change(
                        user, info -> info.undoable(reversible.change()).map(one -> undone(info, one))));
        if (after.isEmpty() || owing.isEmpty()) {
            return UndoResult.TOO_LATE;
        }
        Map<String, String> attributes = Map.of("method", duty.kind().value());
        office.note(
                AuditType.METHOD_RESTORED,
                Outcome.SUCCESS,
                Optional.of(found.get().id()),
                user,
                attributes);
        telling.undone(owing.get(), reversible, duty, after.get());
        return UndoResult.UNDONE;
    }

    private static MethodKind kind(Undoable change, SecurityInfo info) {
        return change.before()
                .or(() -> change.after().flatMap(info::entry))
                .map(Entry::kind)
                .orElse(new MethodKind("other"));
    }

    private static SecurityInfo undone(SecurityInfo info, Undoable change) {
        SecurityInfo without = change.after().map(id -> forgotten(info, id)).orElse(info);
        return change.before().map(without::with).orElse(without).forgetting(change.change());
    }

    /** Without a method, and without another undo that would bring it back. */
    private static SecurityInfo forgotten(SecurityInfo info, String id) {
        return info.without(id)
                .bringingBack(
                        entry -> Optional.of(entry).filter(one -> !one.id().equals(id)));
    }

    /**
     * Whoever made the change was signed in: sessions end, half-done flows end, and for a day a reset takes more. All of
     * it comes first: if it fails half way, the link still works, and all of it is done again.
     */
    private void endings(Loaded<RegisterState> found, UserId user, Instant now) {
        Spi.ask("session-revoker", () -> office.plugs.sessions().revokeAll(user, now));
        office.digests
                .owners(user)
                .forEach(tag -> Spi.ask("flow-store", () -> office.plugs.flows().endOwner(tag, found.id())));
        office.charge(new Budget.Line(
                office.budget.key("report", office.digests.owner(user).digest().hex()), Long.MAX_VALUE, DAY));
    }
}
