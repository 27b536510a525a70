package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The result of setting a new password. The user has proven ownership, so the result hides nothing. */
public sealed interface CompleteResult extends PasswordChangeResult
        permits CompleteResult.Done,
                CompleteResult.PartlyDone,
                CompleteResult.Rejected,
                CompleteResult.InProgress,
                CompleteResult.NotConfirmed,
                NotPossible,
                Refused {
    /**
     * The password that was given is set. There is no session: the user signs in with it (R-TOK-12).
     *
     * @param sessions whether all earlier sessions are known to have ended
     * @param recoveryCode a new code in place of the recovery code that proved this flow, to show once (R-OTP-8)
     */
    record Done(Sessions sessions, Optional<Secret> recoveryCode) implements CompleteResult {
        /** Checks that no part is null. */
        public Done {
            Objects.requireNonNull(sessions, "sessions");
            Objects.requireNonNull(recoveryCode, "recoveryCode");
        }

        /**
         * Creates a result without a new recovery code.
         *
         * @param sessions whether all earlier sessions are known to have ended
         */
        public Done(Sessions sessions) {
            this(sessions, Optional.empty());
        }

        /** Whether the sessions of the account have ended. */
        public enum Sessions {
            /** All have ended. */
            ENDED("R-020"),
            /** It is not confirmed yet; the library tries again. */
            PENDING("R-021");

            private final String id;

            Sessions(String id) {
                this.id = id;
            }
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId(sessions.id);
        }
    }

    /**
     * The password is set in one of two stores, and the other store is not known to have it. It may take some minutes until
     * the new password works everywhere; if it does not, a new flow sets it again (RST-22).
     *
     * @param sessions whether all earlier sessions are known to have ended
     * @param recoveryCode as for {@link Done}
     */
    record PartlyDone(Done.Sessions sessions, Optional<Secret> recoveryCode) implements CompleteResult {
        /** Checks that no part is null. */
        public PartlyDone {
            Objects.requireNonNull(sessions, "sessions");
            Objects.requireNonNull(recoveryCode, "recoveryCode");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("R-027");
        }
    }

    /**
     * The password is rejected. The flow stays open, and the user may try another one at once.
     *
     * @param findings every reason, at least one
     */
    record Rejected(List<Finding> findings) implements CompleteResult {
        /** Copies the findings. */
        public Rejected {
            findings = List.copyOf(findings);
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("R-022");
        }
    }

    /** Another call is setting the password at this moment; {@code status} says how it ends. */
    record InProgress() implements CompleteResult {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("R-026");
        }
    }

    /**
     * The flow is over, and the password that was given now is not known to be the account's password (F2-S13, F2-R8).
     *
     * @param reason what is known of it
     */
    record NotConfirmed(Reason reason) implements CompleteResult {
        /** What is known of the password that was given. */
        public enum Reason {
            /** It is not the password of the account: the flow has set another one before, or none. */
            OTHER_PASSWORD("R-028"),
            /** Neither the store's write ids nor its {@link dev.sspr.spi.PasswordVerifier} can say. */
            UNKNOWN("R-029");

            private final String id;

            Reason(String id) {
                this.id = id;
            }
        }

        /** Checks that the reason is not null. */
        public NotConfirmed {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId(reason.id);
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param done for {@link Done}
     * @param partlyDone for {@link PartlyDone}
     * @param rejected for {@link Rejected}
     * @param inProgress for {@link InProgress}
     * @param notConfirmed for {@link NotConfirmed}
     * @param notPossible for {@link NotPossible}
     * @param refused for {@link Refused}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(
            CompleteResult result,
            Function<Done, T> done,
            Function<PartlyDone, T> partlyDone,
            Function<Rejected, T> rejected,
            Function<InProgress, T> inProgress,
            Function<NotConfirmed, T> notConfirmed,
            Function<NotPossible, T> notPossible,
            Function<Refused, T> refused) {
        if (result instanceof Done it) {
            return done.apply(it);
        }
        if (result instanceof PartlyDone it) {
            return partlyDone.apply(it);
        }
        if (result instanceof Rejected it) {
            return rejected.apply(it);
        }
        if (result instanceof InProgress it) {
            return inProgress.apply(it);
        }
        if (result instanceof NotConfirmed it) {
            return notConfirmed.apply(it);
        }
        return result instanceof NotPossible it ? notPossible.apply(it) : refused.apply((Refused) result);
    }
}
