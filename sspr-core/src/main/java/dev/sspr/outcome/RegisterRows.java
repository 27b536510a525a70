package dev.sspr.outcome;

import static dev.sspr.outcome.Disclosure.OWNER;

import dev.sspr.flow.RegisteredMethodView.State;
import dev.sspr.register.AccessPassResult;
import dev.sspr.register.BeginResult;
import dev.sspr.register.ChangeResult;
import dev.sspr.register.ConfirmResult;
import dev.sspr.register.Denial;
import dev.sspr.register.EnrolResult;
import dev.sspr.register.SignInAdvice;
import dev.sspr.register.UndoResult;
import java.util.List;

/** What comes of registering security info, and of access passes. */
final class RegisterRows {
    private RegisterRows() {}

    static void into(Table table) {
        table.row("G-001", OWNER, BeginResult.Begun.class)
                .row("G-002", OWNER, BeginResult.SignInAgain.class)
                .row("G-003", OWNER, BeginResult.AccessPassNeeded.class)
                .row("G-010", OWNER, EnrolResult.Sent.class)
                .row("G-011", OWNER, EnrolResult.Show.class)
                .row("G-012", OWNER, ConfirmResult.Registered.class)
                .row("G-013", OWNER, ConfirmResult.NotConfirmed.class)
                .row("G-014", OWNER, ConfirmResult.Waiting.class)
                .row("G-015", OWNER, ConfirmResult.Rejected.class)
                .row("G-016", OWNER, ChangeResult.Changed.class);
        denials(table);
        table.row("G-040", OWNER, UndoResult.UNDONE)
                .row("G-041", OWNER, UndoResult.TOO_LATE)
                .row("G-042", OWNER, UndoResult.UNKNOWN)
                .row("G-050", OWNER, SignInAdvice.Nothing.class)
                .row("G-051", OWNER, SignInAdvice.MaySnooze.class)
                .row("G-052", OWNER, List.of("AADSTS50125"), SignInAdvice.MustRegister.Why.NO_SNOOZES_LEFT)
                .row("G-053", OWNER, List.of("AADSTS50125"), SignInAdvice.MustRegister.Why.REQUIRED)
                .row("G-054", OWNER, SignInAdvice.Reconfirm.class);
        handouts(table);
    }

    private static void denials(Table table) {
        table.row("G-020", OWNER, Denial.GONE)
                .row("G-021", OWNER, Denial.NOT_NOW)
                .row("G-022", OWNER, List.of("SSPR_0009", "SSPR_0012", "SSPR_0013"), Denial.ACCOUNT_NOT_USABLE)
                .row("G-023", OWNER, Denial.KIND_NOT_OFFERED)
                .row("G-024", OWNER, Denial.LIMIT_REACHED)
                .row("G-036", OWNER, Denial.TOO_MANY_CHANGES)
                .row("G-025", OWNER, Denial.ALREADY_REGISTERED)
                .row("G-026", OWNER, Denial.MALFORMED)
                .row("G-027", OWNER, Denial.NUMBER_NOT_ACCEPTED)
                .row("G-028", OWNER, Denial.NOT_DELIVERABLE)
                .row("G-029", OWNER, Denial.EXPIRED)
                .row("G-030", OWNER, Denial.TOO_MANY_TRIES)
                .row("G-031", OWNER, Denial.TRY_LATER)
                .row("G-032", OWNER, Denial.TAKEN)
                .row("G-033", OWNER, Denial.UNKNOWN_METHOD)
                .row("G-034", OWNER, Denial.LAST_METHOD)
                .row("G-035", OWNER, Denial.BAD_NAME);
    }

    private static void handouts(Table table) {
        table.row("G-070", OWNER, AccessPassResult.ACCEPTED)
                .row("G-071", OWNER, AccessPassResult.REFUSED)
                .row("G-072", OWNER, AccessPassResult.TRY_LATER)
                .row("G-080", OWNER, State.USABLE)
                .row("G-081", OWNER, State.QUARANTINED)
                .row("G-082", OWNER, State.PRE_PROVISIONED)
                .row("G-083", OWNER, State.DISABLED)
                .row("G-084", OWNER, State.EXPIRED);
    }
}
