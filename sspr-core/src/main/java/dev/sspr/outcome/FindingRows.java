package dev.sspr.outcome;

import static dev.sspr.outcome.Disclosure.OWNER;
import static dev.sspr.outcome.Disclosure.STAFF;

import dev.sspr.password.PasswordReason;
import java.util.List;

/** Why something that was typed is not taken. */
final class FindingRows {
    private static final List<String> WEAK = List.of("AADSTS120002");
    private static final List<String> FUZZY = List.of("AADSTS120018", "FuzzyPolicyViolationInvalidPassword");
    private static final List<String> STORE =
            List.of("AADSTS120004", "Event 33008 ADPasswordPolicyError", "Event 31003 PasswordResetFail");

    private FindingRows() {}

    static void into(Table table) {
        row(table, "P-001", List.of(), PasswordReason.EMPTY);
        row(table, "P-002", WEAK, PasswordReason.TOO_SHORT);
        row(table, "P-003", WEAK, PasswordReason.TOO_LONG);
        row(table, "P-004", WEAK, PasswordReason.FORBIDDEN_CHARACTER);
        row(table, "P-005", WEAK, PasswordReason.OUTSIDE_ALPHABET);
        row(table, "P-006", WEAK, PasswordReason.TOO_FEW_CLASSES);
        row(table, "P-007", List.of(), PasswordReason.SEQUENCE);
        row(table, "P-008", List.of(), PasswordReason.REPEATED_CHARACTER);
        row(table, "P-009", List.of(), PasswordReason.REPETITIVE);
        row(table, "P-010", FUZZY, PasswordReason.COMMON);
        row(table, "P-011", List.of(), PasswordReason.CONTEXT_WORD);
        row(table, "P-012", List.of("AADSTS120003"), PasswordReason.CONTAINS_NAME);
        row(table, "P-013", FUZZY, PasswordReason.CONTAINS_TERM);
        row(table, "P-014", FUZZY, PasswordReason.TOO_PREDICTABLE);
        row(table, "P-015", FUZZY, PasswordReason.BANNED_BY_ORGANISATION);
        row(table, "P-016", List.of(), PasswordReason.SAME_AS_CURRENT);
        row(table, "P-017", List.of(), PasswordReason.SIMILAR_TO_CURRENT);
        row(table, "P-018", STORE, PasswordReason.USED_BEFORE);
        row(table, "P-019", STORE, PasswordReason.TOO_SOON);
        row(table, "P-020", List.of(), PasswordReason.BREACHED);
        row(table, "P-021", STORE, PasswordReason.REFUSED_BY_STORE);
        row(table, "P-022", List.of(), PasswordReason.BREACH_CHECK_UNAVAILABLE);
        table.row("P-030", OWNER, Outcomes.HOSTS_OWN);
        typed(table);
        files(table);
    }

    private static void row(Table table, String id, List<String> entra, PasswordReason reason) {
        table.row(id, OWNER, entra, reason.code(), reason);
    }

    private static void typed(Table table) {
        table.row("P-040", OWNER, "questions.number")
                .row("P-041", OWNER, "questions.unknown")
                .row("P-042", OWNER, "questions.repeated")
                .row("P-043", OWNER, "answer.repeated")
                .row("P-044", OWNER, "answer.forbidden-character")
                .row("P-045", OWNER, "answer.too-short")
                .row("P-046", OWNER, "answer.too-long")
                .row("P-047", OWNER, "answer.in-question")
                .row("P-048", OWNER, "answer.identifier")
                .row("P-049", OWNER, "answer.common")
                .row("P-050", OWNER, "oath-token.not-imported")
                .row("P-051", OWNER, "access-pass.not-enrolled");
    }

    private static void files(Table table) {
        table.row(
                        "P-060",
                        STAFF,
                        List.of(),
                        "oath-csv.empty",
                        "oath-csv.too-long",
                        "oath-csv.column-missing",
                        "oath-csv.column-twice")
                .row(
                        "P-061",
                        STAFF,
                        List.of(),
                        "oath-csv.quotes",
                        "oath-csv.cells",
                        "oath-csv.missing",
                        "oath-csv.cell-too-long",
                        "oath-csv.control-character",
                        "oath-csv.not-allowed")
                .row(
                        "P-062",
                        STAFF,
                        List.of(),
                        "oath-csv.secret-too-long",
                        "oath-csv.secret-not-base32",
                        "oath-csv.secret-too-short")
                .row("P-063", STAFF, List.of(), "oath-csv.serial-twice", "oath-csv.secret-twice");
    }
}
