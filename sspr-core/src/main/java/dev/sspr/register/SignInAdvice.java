package dev.sspr.register;

import dev.sspr.outcome.HasOutcome;
import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The advice for a host after its own sign-in: the request about security info to show the user (REG-02, REG-09,
 * CAM-01).
 */
public sealed interface SignInAdvice extends HasOutcome {
    /** There is nothing to ask. */
    record Nothing() implements SignInAdvice {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-050");
        }
    }

    /**
     * The user should register, and may snooze the request.
     *
     * @param missing how many methods are missing, 1 or more
     * @param kinds which kinds would do, the strongest first
     * @param snoozesLeft how often it may still be snoozed; empty for any number
     */
    record MaySnooze(int missing, List<MethodKind> kinds, OptionalInt snoozesLeft) implements SignInAdvice {
        /** Copies the list. */
        public MaySnooze {
            kinds = List.copyOf(kinds);
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-051");
        }

        @Override
        public Map<Outcome.Parameter, Object> details() {
            return Map.of(Outcome.Parameter.MISSING, missing);
        }
    }

    /**
     * The user must register before the sign-in continues.
     *
     * @param missing how many methods are missing, 1 or more
     * @param kinds which kinds would do, the strongest first
     * @param why why it cannot be snoozed
     */
    record MustRegister(int missing, List<MethodKind> kinds, Why why) implements SignInAdvice {
        /** Why a request to register cannot be snoozed. */
        public enum Why {
            /** It was snoozed as often as it may be. */
            NO_SNOOZES_LEFT("G-052"),
            /** The help desk requires it. */
            REQUIRED("G-053");

            private final String id;

            Why(String id) {
                this.id = id;
            }
        }

        /** Copies the list. */
        public MustRegister {
            kinds = List.copyOf(kinds);
            Objects.requireNonNull(why, "why");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId(why.id);
        }

        @Override
        public Map<Outcome.Parameter, Object> details() {
            return Map.of(Outcome.Parameter.MISSING, missing);
        }
    }

    /**
     * The user should review the security info and confirm that it is still right.
     *
     * @param lastReviewed when that was last done
     */
    record Reconfirm(Instant lastReviewed) implements SignInAdvice {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-054");
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param advice the advice
     * @param nothing for {@link Nothing}
     * @param maySnooze for {@link MaySnooze}
     * @param mustRegister for {@link MustRegister}
     * @param reconfirm for {@link Reconfirm}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(
            SignInAdvice advice,
            Function<Nothing, T> nothing,
            Function<MaySnooze, T> maySnooze,
            Function<MustRegister, T> mustRegister,
            Function<Reconfirm, T> reconfirm) {
        if (advice instanceof Nothing it) {
            return nothing.apply(it);
        }
        if (advice instanceof MaySnooze it) {
            return maySnooze.apply(it);
        }
        return advice instanceof MustRegister it ? mustRegister.apply(it) : reconfirm.apply((Reconfirm) advice);
    }
}
