package dev.sspr.outcome;

import static dev.sspr.outcome.Outcome.Disclosure.ANYONE;
import static dev.sspr.outcome.Outcome.Disclosure.OWNER;

import dev.sspr.spi.PasswordVerifier;

/** Outcomes of changing a known password, and of typing one at sign-in. */
final class ChangeRows {
    private static final String LOCKED = "AADSTS50053";

    private ChangeRows() {}

    static void into(Table table) {
        table.row("C-001", OWNER)
                .row("C-002", OWNER, "AADSTS120014")
                .row("C-003", OWNER, LOCKED)
                .row("C-004", OWNER)
                .row("C-005", OWNER)
                .row("C-006", OWNER)
                .row("C-007", OWNER)
                .row("C-010", OWNER, "AADSTS120000", "Event 33007 ADUserIncorrectPassword")
                .row("C-011", OWNER, LOCKED)
                .row("L-001", OWNER)
                .of(PasswordVerifier.Result.RIGHT)
                .row("L-002", ANYONE, "AADSTS50126")
                .of(PasswordVerifier.Result.WRONG)
                .row("L-003", ANYONE, LOCKED)
                .of(PasswordVerifier.Result.LOCKED)
                .row("L-004", OWNER)
                .of(PasswordVerifier.Result.NOT_USABLE)
                .row("L-005", ANYONE, LOCKED)
                .row("L-006", ANYONE);
    }
}
