package dev.sspr.writeback;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.RepairStore;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.UserStore.PasswordWrite.Partly;
import dev.sspr.spi.UserStore.PasswordWrite.Partly.Why;
import java.util.List;

/** One password on its way: the intent, the first store, the second store, the end of the intent. */
final class DualWrite {
    private final DualWriteParts parts;
    private final Repairs repairs;
    private final UserId user;
    private final AccountPair before;

    DualWrite(DualWriteParts parts, Repairs repairs, UserId user, AccountPair before) {
        this.parts = parts;
        this.repairs = repairs;
        this.user = user;
        this.before = before;
    }

    UserStore.PasswordWrite write(Secret password) {
        RepairStore.Task task = repairs.begin(user, before);
        tell(WritebackEvent.What.STARTED);
        UserStore.PasswordWrite first;
        try {
            first = parts.first().setPassword(user, before.first().generation(), password);
        } catch (BackendUnavailableException e) {
            // It may be written: the intent stays, and comes due when this attempt can no longer be under way.
            tell(WritebackEvent.What.UNAVAILABLE);
            throw e;
        }
        if (first instanceof UserStore.PasswordWrite.Written written) {
            return second(task, written.now(), password);
        }
        if (first instanceof Partly partly) {
            repairs.dueNow(task);
            return partly;
        }
        repairs.finish(task);
        tell(
                first instanceof UserStore.PasswordWrite.Rejected
                        ? WritebackEvent.What.REFUSED
                        : WritebackEvent.What.FAILED);
        return first;
    }

    private UserStore.PasswordWrite second(RepairStore.Task task, Generation first, Secret password) {
        UserStore.PasswordWrite second;
        try {
            second = parts.second().setPassword(user, before.second().generation(), password);
        } catch (RuntimeException e) {
            // Whatever it was, the first store has the password, and that must not look like a failure.
            return partly(task, Why.UNAVAILABLE, List.of());
        }
        if (second instanceof UserStore.PasswordWrite.Written written) {
            repairs.finish(task);
            tell(WritebackEvent.What.DONE);
            return new UserStore.PasswordWrite.Written(AccountPair.combined(first, written.now()));
        }
        if (second instanceof UserStore.PasswordWrite.Rejected rejected) {
            return partly(task, Why.REFUSED, rejected.reasons());
        }
        if (second instanceof UserStore.PasswordWrite.Stale) {
            // Somebody wrote to the second store alone, or another attempt went past this one: the repair finds out
            // which.
            return partly(task.overtaken(first), Why.STALE, List.of());
        }
        return partly(task, second instanceof Partly ? Why.UNAVAILABLE : Why.NOT_USABLE, List.of());
    }

    private UserStore.PasswordWrite partly(RepairStore.Task task, Why why, List<Finding> reasons) {
        repairs.dueNow(task);
        tell(WritebackEvent.What.PARTLY);
        return new Partly(why, reasons);
    }

    private void tell(WritebackEvent.What what) {
        parts.tell(WritebackEvent.of(what, user));
    }
}
