package dev.sspr.lockout;

import dev.sspr.outcome.HasOutcome;
import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.PasswordVerifier;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The result of a guarded password check. Show the same words for a lock and for a wrong password: the sign-in may be locked, and a remedy (SL-07, LCK-17).
 */
public sealed interface GuardResult extends HasOutcome {
    /**
     * The password was checked.
     *
     * @param result what the check returned
     */
    record Checked(PasswordVerifier.Result result) implements GuardResult {
        /** Checks that the result is not null. */
        public Checked {
            Objects.requireNonNull(result, "result");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.of(result);
        }
    }

    /**
     * The password was not checked.
     *
     * @param until when one will be checked again
     * @param why why not
     */
    record Locked(Instant until, Why why) implements GuardResult {
        /** The reason why no password is checked. */
        public enum Why {
            /** Too many wrong passwords; Entra's AADSTS50053. */
            TOO_MANY_WRONG("L-005"),
            /** Failures plus checks in flight have reached the threshold; in a second it is known whether it locks. */
            TOO_MANY_AT_ONCE("L-006");

            private final String id;

            Why(String id) {
                this.id = id;
            }
        }

        /** Checks that no part is null. */
        public Locked {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId(why.id);
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
     * @param checked for {@link Checked}
     * @param locked for {@link Locked}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(GuardResult result, Function<Checked, T> checked, Function<Locked, T> locked) {
        return result instanceof Checked it ? checked.apply(it) : locked.apply((Locked) result);
    }
}
