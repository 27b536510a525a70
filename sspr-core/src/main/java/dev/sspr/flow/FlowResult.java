package dev.sspr.flow;

import dev.sspr.outcome.HasOutcome;

/**
 * What a call of a flow returns. Each kind of call has a sealed type of its own with one record a case; {@link Refused} is
 * a case of all of them. On Java 21 and later a {@code switch} over a result is exhaustive. On Java 17 the static
 * {@code fold} of each type takes one function a case, so the compiler holds a host to every case.
 *
 * <p><b>Security duty.</b> Show an anonymous caller only outcomes whose disclosure is
 * {@link dev.sspr.outcome.Outcome.Disclosure#ANYONE}.
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
