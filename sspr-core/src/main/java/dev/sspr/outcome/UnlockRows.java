package dev.sspr.outcome;

import static dev.sspr.outcome.Outcome.Disclosure.OWNER;

/** Outcomes of unlocking an account. */
final class UnlockRows {
    private UnlockRows() {}

    static void into(Table table) {
        table.row("U-001", OWNER)
                .row("U-002", OWNER)
                .row("U-003", OWNER, "AADSTS120014")
                .row("U-004", OWNER)
                .row("U-005", OWNER)
                .row("U-006", OWNER);
    }
}
