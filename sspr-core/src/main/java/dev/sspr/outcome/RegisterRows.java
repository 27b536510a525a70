package dev.sspr.outcome;

import static dev.sspr.outcome.Outcome.Disclosure.OWNER;

/** Outcomes of registering security info, and of access passes. */
final class RegisterRows {
    private RegisterRows() {}

    static void into(Table table) {
        table.row("G-001", OWNER)
                .row("G-002", OWNER)
                .row("G-003", OWNER)
                .row("G-010", OWNER)
                .row("G-011", OWNER)
                .row("G-012", OWNER)
                .row("G-013", OWNER)
                .row("G-014", OWNER)
                .row("G-015", OWNER)
                .row("G-016", OWNER);
        denials(table);
        table.row("G-040", OWNER)
                .row("G-041", OWNER)
                .row("G-042", OWNER)
                .row("G-043", OWNER)
                .row("G-044", OWNER)
                .row("G-050", OWNER)
                .row("G-051", OWNER)
                .row("G-052", OWNER, "AADSTS50125")
                .row("G-053", OWNER, "AADSTS50125")
                .row("G-054", OWNER);
        handouts(table);
    }

    private static void denials(Table table) {
        table.row("G-020", OWNER)
                .row("G-021", OWNER)
                .row("G-022", OWNER, "SSPR_0009", "SSPR_0012", "SSPR_0013")
                .row("G-023", OWNER)
                .row("G-024", OWNER)
                .row("G-036", OWNER)
                .row("G-037", OWNER)
                .row("G-025", OWNER)
                .row("G-026", OWNER)
                .row("G-038", OWNER)
                .row("G-039", OWNER)
                .row("G-027", OWNER)
                .row("G-028", OWNER)
                .row("G-029", OWNER)
                .row("G-030", OWNER)
                .row("G-031", OWNER)
                .row("G-032", OWNER)
                .row("G-033", OWNER)
                .row("G-034", OWNER)
                .row("G-035", OWNER);
    }

    private static void handouts(Table table) {
        table.row("G-070", OWNER)
                .row("G-071", OWNER)
                .row("G-072", OWNER)
                .row("G-080", OWNER)
                .row("G-081", OWNER)
                .row("G-082", OWNER)
                .row("G-083", OWNER)
                .row("G-084", OWNER)
                .row("G-085", OWNER);
    }
}
