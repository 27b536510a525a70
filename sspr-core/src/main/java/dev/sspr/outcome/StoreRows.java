package dev.sspr.outcome;

import static dev.sspr.outcome.Disclosure.ANYONE;
import static dev.sspr.outcome.Disclosure.STAFF;

import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import java.util.List;

/** What adapters answer, and what the engine makes of it. */
final class StoreRows {
    private StoreRows() {}

    static void into(Table table) {
        table.row(
                        "S-001",
                        ANYONE,
                        List.of("SSPR_0030", "AADSTS120013", "AADSTS120021", "Event 32001 ServiceError"),
                        UnavailableException.class,
                        BackendUnavailableException.class)
                .row("S-010", STAFF, UserStore.PasswordWrite.Written.class)
                .row("S-011", STAFF, UserStore.PasswordWrite.Stale.class)
                .row(
                        "S-012",
                        STAFF,
                        List.of("Event 33008 ADPasswordPolicyError"),
                        UserStore.PasswordWrite.Rejected.class)
                .row("S-013", STAFF, List.of("AADSTS120005"), UserStore.PasswordWrite.Partly.class)
                .row("S-020", STAFF, SessionRevoker.Revocation.Ended.class)
                .row("S-021", STAFF, SessionRevoker.Revocation.Unconfirmed.class)
                .row("S-030", STAFF, Notifier.Delivery.Accepted.class)
                .row("S-031", STAFF, Notifier.Delivery.Refused.Reason.UNKNOWN_RECIPIENT)
                .row("S-032", STAFF, Notifier.Delivery.Refused.Reason.WRONG_CHANNEL)
                .row("S-033", STAFF, Notifier.Delivery.Refused.Reason.EXPIRED)
                .row("S-034", STAFF, Notifier.Delivery.Refused.Reason.REFUSED)
                .row("S-035", STAFF, Notifier.Delivery.TryLater.class);
        table.row("S-040", STAFF, AccountStatus.ACTIVE)
                .row("S-041", STAFF, List.of("AADSTS50053", "Event 33006 ADUserAccountLockedOut"), AccountStatus.LOCKED)
                .row("S-042", STAFF, List.of("Event 33005 ADUserAccountDisabled"), AccountStatus.DISABLED)
                .row("S-043", STAFF, AccountStatus.EXPIRED)
                .row("S-044", STAFF, List.of("AADSTS120012"), AccountStatus.NO_PASSWORD_HERE)
                .row("S-045", STAFF, List.of("SSPR_0009"), AccountStatus.SELF_SERVICE_OFF)
                .row("S-046", STAFF, List.of("AADSTS120016", "Event 33002 ADUserNotFoundError"), AccountStatus.UNKNOWN);
    }
}
