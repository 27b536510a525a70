package dev.sspr.outcome;

import static dev.sspr.outcome.Outcome.Disclosure.STAFF;

/** Outcomes of help desk calls. */
final class AdminRows {
    private AdminRows() {}

    static void into(Table table) {
        table.row("A-001", STAFF)
                .row("A-010", STAFF)
                .row("A-011", STAFF)
                .row("A-012", STAFF)
                .row("A-013", STAFF)
                .row("A-014", STAFF)
                .row("A-015", STAFF)
                .row("A-016", STAFF)
                .row("A-017", STAFF)
                .row("A-018", STAFF)
                .row("A-019", STAFF)
                .row("A-020", STAFF)
                .row("A-021", STAFF)
                .row("A-022", STAFF)
                .row("A-023", STAFF)
                .row("A-024", STAFF)
                .row("A-025", STAFF);
    }
}
