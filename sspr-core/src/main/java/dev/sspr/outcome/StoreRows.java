package dev.sspr.outcome;

import static dev.sspr.outcome.Outcome.Disclosure.ANYONE;
import static dev.sspr.outcome.Outcome.Disclosure.STAFF;

import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;

/** Outcomes of adapters' answers. */
final class StoreRows {
    private StoreRows() {}

    static void into(Table table) {
        table.row("S-001", ANYONE, "SSPR_0030", "AADSTS120013", "AADSTS120021", "Event 32001 ServiceError")
                .of(BackendUnavailableException.class)
                .row("S-010", STAFF)
                .of(UserStore.PasswordWrite.Written.class)
                .row("S-011", STAFF)
                .of(UserStore.PasswordWrite.Stale.class)
                .row("S-012", STAFF, "Event 33008 ADPasswordPolicyError")
                .of(UserStore.PasswordWrite.Rejected.class)
                .row("S-013", STAFF, "AADSTS120005")
                .of(UserStore.PasswordWrite.Partly.class)
                .row("S-020", STAFF)
                .of(SessionRevoker.Revocation.Ended.class)
                .row("S-021", STAFF)
                .of(SessionRevoker.Revocation.Unconfirmed.class)
                .row("S-030", STAFF)
                .of(Notifier.Delivery.Accepted.class)
                .row("S-031", STAFF)
                .of(Notifier.Delivery.Refused.Reason.UNKNOWN_RECIPIENT)
                .row("S-032", STAFF)
                .of(Notifier.Delivery.Refused.Reason.WRONG_CHANNEL)
                .row("S-033", STAFF)
                .of(Notifier.Delivery.Refused.Reason.EXPIRED)
                .row("S-034", STAFF)
                .of(Notifier.Delivery.Refused.Reason.REFUSED)
                .row("S-035", STAFF)
                .of(Notifier.Delivery.TryLater.class);
        table.row("S-040", STAFF)
                .of(AccountStatus.ACTIVE)
                .row("S-041", STAFF, "AADSTS50053", "Event 33006 ADUserAccountLockedOut")
                .of(AccountStatus.LOCKED)
                .row("S-042", STAFF, "Event 33005 ADUserAccountDisabled")
                .of(AccountStatus.DISABLED)
                .row("S-043", STAFF)
                .of(AccountStatus.EXPIRED)
                .row("S-044", STAFF, "AADSTS120012")
                .of(AccountStatus.NO_PASSWORD_HERE)
                .row("S-045", STAFF, "SSPR_0009")
                .of(AccountStatus.SELF_SERVICE_OFF)
                .row("S-046", STAFF, "AADSTS120016", "Event 33002 ADUserNotFoundError")
                .of(AccountStatus.UNKNOWN);
    }
}
