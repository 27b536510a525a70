package dev.sspr.outcome;

import static dev.sspr.outcome.Outcome.Disclosure.ANYONE;
import static dev.sspr.outcome.Outcome.Disclosure.OWNER;

import dev.sspr.spi.MessageContent.ResetNotPossible;

/** Outcomes of flows that require proofs. */
final class ResetRows {
    private ResetRows() {}

    static void into(Table table) {
        table.row("R-001", ANYONE)
                .row("R-002", ANYONE)
                .row("R-003", OWNER)
                .row("R-004", OWNER)
                .row("R-005", ANYONE)
                .row("R-006", ANYONE)
                .row("R-007", OWNER)
                .row("R-010", ANYONE)
                .row("R-011", ANYONE)
                .row("R-012", ANYONE)
                .row("R-013", ANYONE)
                .row("R-014", ANYONE)
                .row("R-015", ANYONE)
                .row("R-016", ANYONE)
                .row("R-017", ANYONE)
                .row("R-018", ANYONE);
        ends(table);
    }

    private static void ends(Table table) {
        table.row("R-020", OWNER)
                .row("R-021", OWNER)
                .row("R-022", OWNER)
                .row("R-023", OWNER, "AADSTS120014")
                .row("R-024", OWNER)
                .row("R-025", OWNER)
                .row("R-026", OWNER)
                .row("R-027", OWNER, "AADSTS120005")
                .row("R-028", OWNER)
                .row("R-029", OWNER)
                .row("R-030", ANYONE)
                .row("R-031", OWNER)
                .row("R-032", OWNER)
                .row("R-033", OWNER)
                .row("R-034", ANYONE)
                .row("R-035", ANYONE)
                .row("R-036", ANYONE)
                .row("R-040", ANYONE)
                .row("R-041", ANYONE)
                .row("R-042", ANYONE)
                .row("R-050", OWNER)
                .row("R-051", OWNER)
                .row("R-052", OWNER)
                .row("R-053", ANYONE)
                .row("R-060", OWNER, "AADSTS120014")
                .of(ResetNotPossible.Reason.ACCOUNT_OFF)
                .row("R-061", OWNER, "SSPR_0010", "AADSTS120012")
                .of(ResetNotPossible.Reason.MANAGED_ELSEWHERE)
                .row("R-062", OWNER, "SSPR_0009", "SSPR_0011", "SSPR_0012", "SSPR_0013")
                .of(ResetNotPossible.Reason.SELF_SERVICE_OFF)
                .row("R-063", OWNER, "SSPR_0014")
                .of(ResetNotPossible.Reason.TOO_FEW_METHODS);
    }
}
