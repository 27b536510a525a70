package dev.sspr.outcome;

import static dev.sspr.outcome.Told.STAFF;

import dev.sspr.admin.HelpRefusal;
import dev.sspr.admin.HelpResult;

/** What comes of a call at the help desk. */
final class AdminRows {
    private AdminRows() {}

    static void into(Table table) {
        table.row("H-001", STAFF, HelpResult.Done.class)
                .row("H-010", STAFF, HelpRefusal.UNFIT_REASON)
                .row("H-011", STAFF, HelpRefusal.ONESELF)
                .row("H-012", STAFF, HelpRefusal.UNKNOWN_ACTOR)
                .row("H-013", STAFF, HelpRefusal.ACTOR_NOT_USABLE)
                .row("H-014", STAFF, HelpRefusal.NOT_ALLOWED)
                .row("H-015", STAFF, HelpRefusal.MORE_PRIVILEGED)
                .row("H-016", STAFF, HelpRefusal.STORE_MISMATCH)
                .row("H-017", STAFF, HelpRefusal.PERSON_NOT_USABLE)
                .row("H-018", STAFF, HelpRefusal.NOT_REACHABLE)
                .row("H-019", STAFF, HelpRefusal.NO_SUCH_METHOD)
                .row("H-020", STAFF, HelpRefusal.TOKEN_WAITING)
                .row("H-021", STAFF, HelpRefusal.TOKEN_TAKEN)
                .row("H-022", STAFF, HelpRefusal.NOT_THEIR_NAME)
                .row("H-023", STAFF, HelpRefusal.NOT_PLUGGED_IN);
    }
}
