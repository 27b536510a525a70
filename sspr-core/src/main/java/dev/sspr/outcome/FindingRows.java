package dev.sspr.outcome;

import static dev.sspr.outcome.Outcome.Disclosure.OWNER;
import static dev.sspr.outcome.Outcome.Disclosure.STAFF;

/** Reasons why an input is rejected. */
final class FindingRows {
    private static final String WEAK = "AADSTS120002";
    private static final String[] FUZZY = {"AADSTS120018", "FuzzyPolicyViolationInvalidPassword"};
    private static final String[] STORE = {
        "AADSTS120004", "Event 33008 ADPasswordPolicyError", "Event 31003 PasswordResetFail"
    };

    private FindingRows() {}

    static void into(Table table) {
        table.row("P-001", OWNER).of("password.empty");
        table.row("P-002", OWNER, WEAK).of("password.too-short");
        table.row("P-003", OWNER, WEAK).of("password.too-long");
        table.row("P-004", OWNER, WEAK).of("password.forbidden-character");
        table.row("P-005", OWNER, WEAK).of("password.outside-alphabet");
        table.row("P-006", OWNER, WEAK).of("password.too-few-classes");
        table.row("P-007", OWNER).of("password.sequence");
        table.row("P-008", OWNER).of("password.repeated-character");
        table.row("P-009", OWNER).of("password.repetitive");
        table.row("P-010", OWNER, FUZZY).of("password.common");
        table.row("P-011", OWNER).of("password.context-word");
        table.row("P-012", OWNER, "AADSTS120003").of("password.contains-name");
        table.row("P-013", OWNER, FUZZY).of("password.contains-term");
        table.row("P-014", OWNER, FUZZY).of("password.too-predictable");
        table.row("P-015", OWNER, FUZZY).of("password.banned-by-organisation");
        table.row("P-016", OWNER).of("password.same-as-current");
        table.row("P-017", OWNER).of("password.similar-to-current");
        table.row("P-018", OWNER, STORE).of("password.used-before");
        table.row("P-019", OWNER, STORE).of("password.too-soon");
        table.row("P-020", OWNER).of("password.breached");
        table.row("P-021", OWNER, STORE).of("password.refused-by-store");
        table.row("P-022", OWNER).of("password.breach-check-unavailable");
        table.row("P-030", OWNER).of(Outcomes.HOSTS_OWN);
        typed(table);
        files(table);
    }

    private static void typed(Table table) {
        table.row("P-040", OWNER)
                .of("questions.number")
                .row("P-041", OWNER)
                .of("questions.unknown")
                .row("P-042", OWNER)
                .of("questions.repeated")
                .row("P-043", OWNER)
                .of("answer.repeated")
                .row("P-044", OWNER)
                .of("answer.forbidden-character")
                .row("P-045", OWNER)
                .of("answer.too-short")
                .row("P-046", OWNER)
                .of("answer.too-long")
                .row("P-047", OWNER)
                .of("answer.in-question")
                .row("P-048", OWNER)
                .of("answer.identifier")
                .row("P-049", OWNER)
                .of("answer.common")
                .row("P-050", OWNER)
                .of("oath-token.not-imported")
                .row("P-051", OWNER)
                .of("access-pass.not-enrolled");
    }

    private static void files(Table table) {
        table.row("P-060", STAFF)
                .of("oath-csv.empty", "oath-csv.too-long", "oath-csv.column-missing", "oath-csv.column-twice")
                .row("P-061", STAFF)
                .of(
                        "oath-csv.quotes",
                        "oath-csv.cells",
                        "oath-csv.missing",
                        "oath-csv.cell-too-long",
                        "oath-csv.control-character",
                        "oath-csv.not-allowed")
                .row("P-062", STAFF)
                .of("oath-csv.secret-too-long", "oath-csv.secret-not-base32", "oath-csv.secret-too-short")
                .row("P-063", STAFF)
                .of("oath-csv.serial-twice", "oath-csv.secret-twice");
    }
}
