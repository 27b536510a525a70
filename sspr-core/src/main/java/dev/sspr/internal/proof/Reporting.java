package dev.sspr.internal.proof;

import dev.sspr.flow.ReportResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;

/** What follows when an owner says "this was not me". */
final class Reporting {
    private final Desk desk;
    private final Following following;

    Reporting(Desk desk) {
        this.desk = desk;
        this.following = new Following(desk);
    }

    ReportResult report(Secret cancelLink) {
        Optional<Loaded<ProofState>> found = Token.parse(cancelLink)
                .filter(desk.digests::isCancelSecret)
                .flatMap(token -> desk.runner.load(token.flow()));
        if (found.isEmpty()) {
            return ReportResult.GONE;
        }
        if (found.get().state() instanceof Ended ended && !ended.why().done()) {
            return ReportResult.GONE;
        }
        Optional<UserId> done = doneFor(found.get().state());
        if (done.isPresent()) {
            return late(found.get(), done.get());
        }
        desk.raiseBar(owner(found.get()));
        endOthers(found.get());
        Optional<Ran<ProofState, Boolean>> ran =
                desk.runner.apply(found.get(), state -> state.end(Ended.Why.REPORTED, desk.rules, desk.now()));
        if (ran.isPresent() && ran.get().answer()) {
            return ReportResult.REPORTED;
        }
        desk.note(AuditType.REPORTED, Outcome.FAILURE, found.get().id(), Optional.empty(), "reason", "too-late");
        return ReportResult.TOO_LATE;
    }

    /** Who objects to one waiting period objects to all: a stranger who began several is not let through by the others. */
    private void endOthers(Loaded<ProofState> found) {
        if (desk.intent.waits().isPresent()) {
            List<OwnerTag> tags = subject(found.state())
                    .map(it -> desk.digests.owners(it.user()))
                    .orElseGet(() -> List.of(found.stored().owner()));
            tags.forEach(tag -> Spi.ask("flow-store", () -> desk.plugs.flows().endOwner(tag, found.id())));
        }
    }

    private static Optional<UserId> doneFor(ProofState state) {
        if (state instanceof Finishing finishing) {
            return Optional.of(finishing.subject().user());
        }
        return state instanceof Settled settled ? Optional.of(settled.user()) : Optional.empty();
    }

    /** It was done: what it opened ends first, and only then is it marked, so that a failure lets the owner press again. */
    private ReportResult late(Loaded<ProofState> found, UserId user) {
        desk.raiseBar(desk.owner(user));
        if (!following.secure(found.id(), user)) {
            throw new UnavailableException("session-revoker");
        }
        desk.runner.apply(found, state -> state.end(Ended.Why.REPORTED, desk.rules, desk.now()));
        return ReportResult.SECURED;
    }

    /** Whose flow it is: one that may have set a password bears a tag of its own, an older one that of an older key. */
    private OwnerTag owner(Loaded<ProofState> found) {
        return subject(found.state())
                .map(it -> desk.owner(it.user()))
                .orElse(found.stored().owner());
    }

    private static Optional<Subject> subject(ProofState state) {
        return state instanceof Waiting waiting ? Optional.of(waiting.subject()) : state.whose();
    }
}
