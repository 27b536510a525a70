package dev.sspr.outcome;

import static dev.sspr.outcome.Disclosure.ANYONE;
import static dev.sspr.outcome.Disclosure.OWNER;

import dev.sspr.change.ChangeStart;
import dev.sspr.change.PasswordChangeResult;
import dev.sspr.lockout.GuardResult;
import dev.sspr.spi.PasswordVerifier;
import java.util.List;

/** What comes of changing a password that is known, and of typing one at sign-in. */
final class ChangeRows {
    private static final List<String> LOCKED = List.of("AADSTS50053");

    private ChangeRows() {}

    static void into(Table table) {
        table.row("C-001", OWNER, ChangeStart.Begun.class)
                .row("C-002", OWNER, List.of("AADSTS120014"), ChangeStart.Reason.ACCOUNT_NOT_USABLE)
                .row("C-003", OWNER, LOCKED, ChangeStart.Reason.ACCOUNT_LOCKED)
                .row("C-004", OWNER, ChangeStart.Reason.NO_STRONG_FACTOR)
                .row("C-005", OWNER, ChangeStart.Reason.TOO_YOUNG)
                .row("C-006", OWNER, ChangeStart.Reason.TRY_LATER)
                .row("C-007", OWNER, ChangeStart.Reason.STORE_UNAVAILABLE)
                .row(
                        "C-010",
                        OWNER,
                        List.of("AADSTS120000", "Event 33007 ADUserIncorrectPassword"),
                        PasswordChangeResult.WrongPassword.class)
                .row("C-011", OWNER, LOCKED, PasswordChangeResult.LockedOut.class)
                .row("L-001", OWNER, PasswordVerifier.Result.RIGHT)
                .row("L-002", ANYONE, List.of("AADSTS50126"), PasswordVerifier.Result.WRONG)
                .row("L-003", ANYONE, LOCKED, PasswordVerifier.Result.LOCKED)
                .row("L-004", OWNER, PasswordVerifier.Result.NOT_USABLE)
                .row("L-005", ANYONE, LOCKED, GuardResult.Locked.Why.TOO_MANY_WRONG)
                .row("L-006", ANYONE, GuardResult.Locked.Why.TOO_MANY_AT_ONCE);
    }
}
