package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import java.util.Objects;
import java.util.function.Function;

/** The result of changing security info. */
public sealed interface ChangeResult extends FlowResult permits ChangeResult.Changed, Refused {
    /**
     * The change is stored.
     *
     * @param info what the account holds now
     */
    record Changed(SecurityInfoView info) implements ChangeResult {
        /** Checks that the view is not null. */
        public Changed {
            Objects.requireNonNull(info, "info");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-016");
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param changed for {@link Changed}
     * @param refused for {@link Refused}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(ChangeResult result, Function<Changed, T> changed, Function<Refused, T> refused) {
        return result instanceof Changed it ? changed.apply(it) : refused.apply((Refused) result);
    }
}
