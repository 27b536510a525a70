package dev.sspr.outcome;

import static dev.sspr.outcome.Disclosure.ANYONE;
import static dev.sspr.outcome.Disclosure.OWNER;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.CompleteResult.Done.Sessions;
import dev.sspr.flow.CompleteResult.NotPossible.Reason;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.SendResult;
import dev.sspr.flow.StartResult;
import dev.sspr.spi.MessageContent.ResetNotPossible;
import java.util.List;

/** What comes of a flow that asks for proofs: a reset, and those that go the same way. */
final class ResetRows {
    private ResetRows() {}

    static void into(Table table) {
        table.row("R-001", ANYONE, StartResult.Started.class)
                .row("R-002", ANYONE, SendResult.Asked.class)
                .row("R-003", OWNER, AnswerResult.Proven.class)
                .row("R-004", OWNER, AnswerResult.MoreNeeded.class)
                .row("R-005", ANYONE, AnswerResult.NotProven.class)
                .row("R-006", ANYONE, AnswerResult.Waiting.class)
                .row("R-007", OWNER, AnswerResult.Moved.class)
                .row("R-010", ANYONE, Refusal.GONE)
                .row("R-011", ANYONE, Refusal.NOT_NOW)
                .row("R-012", ANYONE, Refusal.METHOD_NOT_OFFERED)
                .row("R-013", ANYONE, Refusal.CHALLENGE_EXPIRED)
                .row("R-014", ANYONE, Refusal.TOO_MANY_TRIES)
                .row("R-015", ANYONE, Refusal.TRY_LATER)
                .row("R-016", ANYONE, Refusal.MALFORMED_NAME)
                .row("R-017", ANYONE, Refusal.STORE_UNAVAILABLE);
        ends(table);
    }

    private static void ends(Table table) {
        table.row("R-020", OWNER, Sessions.ENDED)
                .row("R-021", OWNER, Sessions.PENDING)
                .row("R-022", OWNER, CompleteResult.Rejected.class)
                .row("R-023", OWNER, List.of("AADSTS120014"), Reason.ACCOUNT_NOT_USABLE)
                .row("R-024", OWNER, Reason.SUPERSEDED)
                .row("R-025", OWNER, Reason.MORE_PROOFS_NEEDED)
                .row("R-026", OWNER, CompleteResult.InProgress.class)
                .row("R-027", OWNER, List.of("AADSTS120005"), CompleteResult.DonePartly.class)
                .row("R-030", ANYONE, FlowStatus.WAITING_FOR_PROOF)
                .row("R-031", OWNER, FlowStatus.PROVEN)
                .row("R-032", OWNER, FlowStatus.IN_PROGRESS)
                .row("R-033", OWNER, FlowStatus.DONE)
                .row("R-034", ANYONE, FlowStatus.ENDED)
                .row("R-035", ANYONE, FlowStatus.UNKNOWN)
                .row("R-036", ANYONE, FlowStatus.WAITING_PERIOD)
                .row("R-040", ANYONE, LinkView.HERE)
                .row("R-041", ANYONE, LinkView.ELSEWHERE)
                .row("R-042", ANYONE, LinkView.ENDED)
                .row("R-050", OWNER, ReportResult.REPORTED)
                .row("R-051", OWNER, ReportResult.SECURED)
                .row("R-052", OWNER, ReportResult.TOO_LATE)
                .row("R-053", ANYONE, ReportResult.GONE)
                .row("R-060", OWNER, List.of("AADSTS120014"), ResetNotPossible.Reason.ACCOUNT_OFF)
                .row("R-061", OWNER, List.of("SSPR_0010", "AADSTS120012"), ResetNotPossible.Reason.MANAGED_ELSEWHERE)
                .row(
                        "R-062",
                        OWNER,
                        List.of("SSPR_0009", "SSPR_0011", "SSPR_0012", "SSPR_0013"),
                        ResetNotPossible.Reason.SELF_SERVICE_OFF)
                .row("R-063", OWNER, List.of("SSPR_0014"), ResetNotPossible.Reason.TOO_FEW_METHODS);
    }
}
