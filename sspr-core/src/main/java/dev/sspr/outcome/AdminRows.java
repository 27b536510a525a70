package dev.sspr.outcome;

import static dev.sspr.outcome.Disclosure.STAFF;

import dev.sspr.admin.HelpRefusal;
import dev.sspr.admin.HelpResult;

/** What comes of a call at the help desk. */
final class AdminRows {
    private AdminRows() {}

    static void into(Table table) {
        table.row("A-001", STAFF, HelpResult.Done.class)
                .row("A-010", STAFF, HelpRefusal.INVALID_REASON)
                .row("A-011", STAFF, HelpRefusal.SELF)
                .row("A-012", STAFF, HelpRefusal.UNKNOWN_ACTOR)
                .row("A-013", STAFF, HelpRefusal.ACTOR_NOT_USABLE)
                .row("A-014", STAFF, HelpRefusal.NOT_ALLOWED)
                .row("A-015", STAFF, HelpRefusal.MORE_PRIVILEGED)
                .row("A-016", STAFF, HelpRefusal.STORE_MISMATCH)
                .row("A-017", STAFF, HelpRefusal.PERSON_NOT_USABLE)
                .row("A-018", STAFF, HelpRefusal.NOT_REACHABLE)
                .row("A-019", STAFF, HelpRefusal.NO_SUCH_METHOD)
                .row("A-020", STAFF, HelpRefusal.TOKEN_WAITING)
                .row("A-021", STAFF, HelpRefusal.TOKEN_TAKEN)
                .row("A-022", STAFF, HelpRefusal.NOT_THEIR_NAME)
                .row("A-023", STAFF, HelpRefusal.NOT_CONFIGURED)
                .row("A-024", STAFF, HelpRefusal.NO_SUCH_RECOVERY);
    }
}
