package dev.sspr.reset;

import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Secret;
import java.util.Optional;

/** What follows when an owner says "this was not me". */
final class Reporting {
    private final Desk desk;

    Reporting(Desk desk) {
        this.desk = desk;
    }

    ReportResult report(Secret cancelLink) {
        Optional<Loaded<ResetState>> found = Token.parse(cancelLink)
                .filter(desk.digests::isCancelSecret)
                .flatMap(token -> desk.runner.load(token.flow()));
        if (found.isEmpty()) {
            return ReportResult.GONE;
        }
        if (found.get().state() instanceof Ended ended && !ended.why().done()) {
            return ReportResult.GONE;
        }
        Optional<Ran<ResetState, Boolean>> ran =
                desk.runner.apply(found.get(), state -> state.end(Ended.Why.REPORTED, desk.rules, desk.now()));
        desk.raiseBar(owner(found.get()));
        if (ran.isPresent() && ran.get().answer()) {
            return ReportResult.REPORTED;
        }
        desk.note(AuditType.REPORTED, Outcome.FAILURE, found.get().id(), Optional.empty(), "reason", "too-late");
        return ReportResult.TOO_LATE;
    }

    /** Whose flow it is: a flow that may have set a password bears a tag of its own. */
    private OwnerTag owner(Loaded<ResetState> found) {
        return found.state()
                .whose()
                .map(it -> desk.owner(it.user()))
                .orElse(found.stored().owner());
    }
}
