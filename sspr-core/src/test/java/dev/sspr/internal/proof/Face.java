package dev.sspr.internal.proof;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.SendResult;
import dev.sspr.flow.StartResult;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.unlock.AccountUnlock;
import dev.sspr.unlock.UnlockResult;
import java.util.Optional;

/** What the façades of the machine have in common, so that one test goes for each of them. */
interface Face {
    StartResult start(String login, FlowContext context);

    SendResult choose(FlowHandle handle, MethodKind method);

    SendResult resend(FlowHandle handle);

    AnswerResult answer(FlowHandle handle, Secret code);

    AnswerResult answerLink(FlowHandle handle, Secret link);

    LinkView open(Secret link, Optional<FlowHandle> handle);

    AnswerResult continueHere(Secret link);

    ReportResult report(Secret cancelLink);

    /** What it is all for; only a reset looks at the password. */
    Object complete(FlowHandle handle, Secret password);

    FlowStatus cancel(FlowHandle handle);

    FlowStatus status(FlowHandle handle);

    int sweep();

    /** Whether what the person came for is so. */
    static boolean isDone(Object completed) {
        return completed instanceof CompleteResult.Done
                || completed instanceof UnlockResult.Unlocked
                || completed instanceof UnlockResult.NotLocked;
    }

    /** Whether the handle opened nothing. */
    static boolean isGone(Object completed) {
        return completed.equals(Refused.of(Refusal.GONE)) || completed.equals(new UnlockResult.Refused(Refusal.GONE));
    }

    static Face of(PasswordReset reset) {
        return new OfReset(reset);
    }

    static Face of(AccountUnlock unlock) {
        return new OfUnlock(unlock);
    }

    /** The face of a reset. */
    record OfReset(PasswordReset reset) implements Face {
        @Override
        public StartResult start(String login, FlowContext context) {
            return reset.start(login, context);
        }

        @Override
        public SendResult choose(FlowHandle handle, MethodKind method) {
            return reset.choose(handle, method);
        }

        @Override
        public SendResult resend(FlowHandle handle) {
            return reset.resend(handle);
        }

        @Override
        public AnswerResult answer(FlowHandle handle, Secret code) {
            return reset.answer(handle, code);
        }

        @Override
        public AnswerResult answerLink(FlowHandle handle, Secret link) {
            return reset.answerLink(handle, link);
        }

        @Override
        public LinkView open(Secret link, Optional<FlowHandle> handle) {
            return reset.open(link, handle);
        }

        @Override
        public AnswerResult continueHere(Secret link) {
            return reset.continueHere(link);
        }

        @Override
        public ReportResult report(Secret cancelLink) {
            return reset.report(cancelLink);
        }

        @Override
        public Object complete(FlowHandle handle, Secret password) {
            return reset.complete(handle, password);
        }

        @Override
        public FlowStatus cancel(FlowHandle handle) {
            return reset.cancel(handle);
        }

        @Override
        public FlowStatus status(FlowHandle handle) {
            return reset.status(handle);
        }

        @Override
        public int sweep() {
            return reset.sweep();
        }
    }

    /** The face of a unlock. */
    record OfUnlock(AccountUnlock unlock) implements Face {
        @Override
        public StartResult start(String login, FlowContext context) {
            return unlock.start(login, context);
        }

        @Override
        public SendResult choose(FlowHandle handle, MethodKind method) {
            return unlock.choose(handle, method);
        }

        @Override
        public SendResult resend(FlowHandle handle) {
            return unlock.resend(handle);
        }

        @Override
        public AnswerResult answer(FlowHandle handle, Secret code) {
            return unlock.answer(handle, code);
        }

        @Override
        public AnswerResult answerLink(FlowHandle handle, Secret link) {
            return unlock.answerLink(handle, link);
        }

        @Override
        public LinkView open(Secret link, Optional<FlowHandle> handle) {
            return unlock.open(link, handle);
        }

        @Override
        public AnswerResult continueHere(Secret link) {
            return unlock.continueHere(link);
        }

        @Override
        public ReportResult report(Secret cancelLink) {
            return unlock.report(cancelLink);
        }

        @Override
        public Object complete(FlowHandle handle, Secret password) {
            return unlock.complete(handle);
        }

        @Override
        public FlowStatus cancel(FlowHandle handle) {
            return unlock.cancel(handle);
        }

        @Override
        public FlowStatus status(FlowHandle handle) {
            return unlock.status(handle);
        }

        @Override
        public int sweep() {
            return unlock.sweep();
        }
    }

    /** Another face with something of it replaced. */
    class Forwarding implements Face {
        private final Face inner;

        Forwarding(Face inner) {
            this.inner = inner;
        }

        @Override
        public StartResult start(String login, FlowContext context) {
            return inner.start(login, context);
        }

        @Override
        public SendResult choose(FlowHandle handle, MethodKind method) {
            return inner.choose(handle, method);
        }

        @Override
        public SendResult resend(FlowHandle handle) {
            return inner.resend(handle);
        }

        @Override
        public AnswerResult answer(FlowHandle handle, Secret code) {
            return inner.answer(handle, code);
        }

        @Override
        public AnswerResult answerLink(FlowHandle handle, Secret link) {
            return inner.answerLink(handle, link);
        }

        @Override
        public LinkView open(Secret link, Optional<FlowHandle> handle) {
            return inner.open(link, handle);
        }

        @Override
        public AnswerResult continueHere(Secret link) {
            return inner.continueHere(link);
        }

        @Override
        public ReportResult report(Secret cancelLink) {
            return inner.report(cancelLink);
        }

        @Override
        public Object complete(FlowHandle handle, Secret password) {
            return inner.complete(handle, password);
        }

        @Override
        public FlowStatus cancel(FlowHandle handle) {
            return inner.cancel(handle);
        }

        @Override
        public FlowStatus status(FlowHandle handle) {
            return inner.status(handle);
        }

        @Override
        public int sweep() {
            return inner.sweep();
        }
    }
}
