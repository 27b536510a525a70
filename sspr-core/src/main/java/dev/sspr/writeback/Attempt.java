package dev.sspr.writeback;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.PasswordWrite.Partly;
import dev.sspr.spi.PasswordWrite.Partly.Why;
import dev.sspr.spi.RepairTask;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.List;

/** One password on its way: the intent, the first store, the second store, the end of the intent. */
final class Attempt {
    private final Wiring wiring;
    private final Repairs repairs;
    private final UserId user;
    private final Pair before;

    Attempt(Wiring wiring, Repairs repairs, UserId user, Pair before) {
        this.wiring = wiring;
        this.repairs = repairs;
        this.user = user;
        this.before = before;
    }

    PasswordWrite write(Secret password) {
        RepairTask task = repairs.begin(user, before);
        tell(WritebackEvent.What.STARTED);
        PasswordWrite first;
        try {
            first = wiring.first().setPassword(user, before.first().generation(), password);
        } catch (BackendUnavailableException e) {
            // It may be written: the intent stays, and comes due when this attempt can no longer be under way.
            tell(WritebackEvent.What.UNAVAILABLE);
            throw e;
        }
        if (first instanceof PasswordWrite.Written written) {
            return second(task, written.now(), password);
        }
        if (first instanceof Partly partly) {
            repairs.dueNow(task);
            return partly;
        }
        repairs.finish(task);
        tell(first instanceof PasswordWrite.Rejected ? WritebackEvent.What.REFUSED : WritebackEvent.What.FAILED);
        return first;
    }

    private PasswordWrite second(RepairTask task, Generation first, Secret password) {
        PasswordWrite second;
        try {
            second = wiring.second().setPassword(user, before.second().generation(), password);
        } catch (RuntimeException e) {
            // Whatever it was, the first store has the password, and that must not look like a failure.
            return partly(task, Why.UNAVAILABLE, List.of());
        }
        if (second instanceof PasswordWrite.Written written) {
            repairs.finish(task);
            tell(WritebackEvent.What.DONE);
            return new PasswordWrite.Written(Pair.combined(first, written.now()));
        }
        if (second instanceof PasswordWrite.Rejected rejected) {
            return partly(task, Why.REFUSED, rejected.reasons());
        }
        if (second instanceof PasswordWrite.Stale) {
            // Somebody wrote to the second store alone, or another attempt went past this one: the repair finds out
            // which.
            return partly(task.overtaken(first), Why.STALE, List.of());
        }
        return partly(task, second instanceof Partly ? Why.UNAVAILABLE : Why.NOT_USABLE, List.of());
    }

    private PasswordWrite partly(RepairTask task, Why why, List<Finding> reasons) {
        repairs.dueNow(task);
        tell(WritebackEvent.What.PARTLY);
        return new Partly(why, reasons);
    }

    private void tell(WritebackEvent.What what) {
        wiring.tell(WritebackEvent.of(what, user));
    }
}
