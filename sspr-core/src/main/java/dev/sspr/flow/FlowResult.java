package dev.sspr.flow;

import dev.sspr.outcome.HasOutcome;

/**
 * The result of a call of a flow. Each kind of call has its own sealed type with one record for each case; all of them
 * include {@link Refused}. On Java 21 and later a {@code switch} over a result is exhaustive. On Java 17 the static
 * {@code fold} of each type requires a function for every case.
 *
 * <p><b>Security duty.</b> Show an anonymous caller only outcomes whose disclosure is {@link
 * dev.sspr.outcome.Outcome.Disclosure#ANYONE}.
 */
public sealed interface FlowResult extends HasOutcome
        permits StartResult,
                SendResult,
                AnswerResult,
                PasswordChangeResult,
                UnlockResult,
                ChangeStartResult,
                ReportResult,
                BeginResult,
                EnrolResult,
                ConfirmResult,
                ChangeResult,
                UndoResult,
                AccessPassResult,
                HelpDeskResult {}
