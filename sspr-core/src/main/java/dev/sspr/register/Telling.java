package dev.sspr.register;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.info.Undoable;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Tells of a change until everybody was told: what a try leaves over is kept beside the undo link, and tried again. */
final class Telling {
    private final Office office;
    private final Notices notices;

    Telling(Office office) {
        this.office = office;
        this.notices = new Notices(office);
    }

    /** The first try, while the registration still says what is being stored. */
    void of(FlowId flow, Change change, SecurityInfoChanged.Change what, Instant at, SecurityInfo info, Locale locale) {
        if (notices.tell(flow, change, what, at, info, locale) == Notices.Told.NOT_ALL) {
            office.runner
                    .load(new FlowId(change.id()))
                    .ifPresent(own -> owe(own, Optional.of(Duty.failedOnce(what, change.kind(), at, office.now()))));
        }
    }

    /** The first try after an undo, whose duty is kept already. */
    void undone(Loaded<RegisterState> found, Reversible of, Duty duty, SecurityInfo info) {
        attempt(found, of, duty, withoutParts(of, duty), info);
    }

    /** What a try has left over, or a crash. */
    void again(Loaded<RegisterState> found, Reversible of, Duty duty) {
        SecurityInfo info = office.info(of.ticket().user());
        Optional<Undoable> undoable = info.undoable(of.change());
        boolean restored = duty.what() == SecurityInfoChanged.Change.RESTORED;
        if (restored != undoable.isEmpty()) {
            // An undo that was not stored, or a change that was undone meanwhile: there is nothing to tell of it.
            owe(found, Optional.empty());
            return;
        }
        Change change = undoable.map(one -> new Change(
                        of.change(),
                        duty.kind(),
                        one.before().map(Entry::id),
                        one.after().flatMap(info::entry)))
                .orElseGet(() -> withoutParts(of, duty));
        attempt(found, of, duty, change, info);
    }

    private void attempt(Loaded<RegisterState> found, Reversible of, Duty duty, Change change, SecurityInfo info) {
        Notices.Told told;
        try {
            told = notices.tell(
                    found.id(),
                    change,
                    duty.what(),
                    duty.at(),
                    info,
                    of.ticket().locale());
        } catch (UnavailableException e) {
            told = Notices.Told.NOT_ALL;
        }
        Duty failed = duty.failed(office.now());
        owe(found, told == Notices.Told.ALL || failed.over() ? Optional.empty() : Optional.of(failed));
    }

    private static Change withoutParts(Reversible of, Duty duty) {
        return new Change(of.change(), duty.kind(), Optional.empty(), Optional.empty());
    }

    void owe(Loaded<RegisterState> own, Optional<Duty> left) {
        office.runner.apply(own, state -> state.owing(left));
    }
}
