package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.Secret;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The result of lifting a lock. The user has proven ownership, so the result hides nothing. */
public sealed interface UnlockResult extends FlowResult
        permits UnlockResult.Unlocked, UnlockResult.NotLocked, UnlockResult.InProgress, NotPossible, Refused {
    /**
     * The lock is lifted. The password stays the same, and there is no session: the user signs in.
     *
     * @param recoveryCode a new code in place of the recovery code that proved this flow, to show once (R-OTP-8)
     */
    record Unlocked(Optional<Secret> recoveryCode) implements UnlockResult {
        /** Checks that the code is not null. */
        public Unlocked {
            Objects.requireNonNull(recoveryCode, "recoveryCode");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("U-001");
        }
    }

    /**
     * The account is not locked, nor is its sign-in locked by a smart lockout that an unlock clears. Nothing was done, and
     * the flow stays open. A user who cannot sign in may want a reset.
     */
    record NotLocked() implements UnlockResult {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("U-002");
        }
    }

    /** Another call is lifting the lock at this moment; {@code status} says how it ends. */
    record InProgress() implements UnlockResult {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("U-006");
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param unlocked for {@link Unlocked}
     * @param notLocked for {@link NotLocked}
     * @param inProgress for {@link InProgress}
     * @param notPossible for {@link NotPossible}
     * @param refused for {@link Refused}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(
            UnlockResult result,
            Function<Unlocked, T> unlocked,
            Function<NotLocked, T> notLocked,
            Function<InProgress, T> inProgress,
            Function<NotPossible, T> notPossible,
            Function<Refused, T> refused) {
        if (result instanceof Unlocked it) {
            return unlocked.apply(it);
        }
        if (result instanceof NotLocked it) {
            return notLocked.apply(it);
        }
        if (result instanceof InProgress it) {
            return inProgress.apply(it);
        }
        return result instanceof NotPossible it ? notPossible.apply(it) : refused.apply((Refused) result);
    }
}
