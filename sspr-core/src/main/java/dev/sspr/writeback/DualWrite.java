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
import dev.sspr.spi.WriteId;
import java.util.List;

/** The write of one password to both stores: the intent, the first store, the second store, the end of the intent. */
final class DualWrite {
    private final DualWriteParts parts;
    private final Repairs repairs;
    private final UserId user;
    private final AccountPair before;
    private final WriteId id;

    DualWrite(DualWriteParts parts, Repairs repairs, UserId user, AccountPair before, WriteId id) {
        this.parts = parts;
        this.repairs = repairs;
        this.user = user;
        this.before = before;
        this.id = id;
    }

    UserStore.PasswordWrite write(Secret password) {
        RepairStore.Task task = repairs.begin(id, user, before);
        tell(WritebackEvent.What.STARTED);
        UserStore.PasswordWrite first;
        try {
            first = parts.first().setPassword(user, before.first().generation(), password, id);
        } catch (BackendUnavailableException e) {
            // The password may be written. The intent stays and comes due when this write can no longer be in flight.
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
            second = parts.second().setPassword(user, before.second().generation(), password, id);
        } catch (RuntimeException e) {
            // The first store has the password, so the answer must not look like a failure.
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
            // Another writer changed only the second store, or another dual write overtook this one. The repair finds
            // out which.
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
