package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A result of setting a password, or of checking the current one. After {@link CompleteResult.Done} all sessions have
 * ended, the user's own too: the host gives this browser a new session with a new id at once (R-SESS-1).
 */
public sealed interface PasswordChangeResult extends FlowResult
        permits CompleteResult, PasswordChangeResult.WrongPassword, PasswordChangeResult.LockedOut {
    /** The current password is wrong. Nothing else was checked (CHG-08). */
    record WrongPassword() implements PasswordChangeResult {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("C-010");
        }
    }

    /**
     * Too many wrong passwords were given, here or at sign-in. Even the right one is not accepted now.
     *
     * @param until when it may be tried again
     */
    record LockedOut(Instant until) implements PasswordChangeResult {
        /** Checks that the time is not null. */
        public LockedOut {
            Objects.requireNonNull(until, "until");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("C-011");
        }

        @Override
        public Map<Outcome.Parameter, Object> details() {
            return Map.of(Outcome.Parameter.RETRY_AT, until);
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param wrongPassword for {@link WrongPassword}
     * @param lockedOut for {@link LockedOut}
     * @param complete for a result of setting the password
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(
            PasswordChangeResult result,
            Function<WrongPassword, T> wrongPassword,
            Function<LockedOut, T> lockedOut,
            Function<CompleteResult, T> complete) {
        if (result instanceof WrongPassword it) {
            return wrongPassword.apply(it);
        }
        return result instanceof LockedOut it ? lockedOut.apply(it) : complete.apply((CompleteResult) result);
    }
}
