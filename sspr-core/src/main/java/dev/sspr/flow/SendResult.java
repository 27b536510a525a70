package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The result of {@code choose} and {@code resend}. */
public sealed interface SendResult extends FlowResult permits SendResult.Asked, Refused {
    /**
     * The challenge is requested. If the account holds the method, its message is sent.
     *
     * @param nextSendAt when the next message may be requested
     */
    record Asked(Instant nextSendAt) implements SendResult {
        /** Checks that the time is not null. */
        public Asked {
            Objects.requireNonNull(nextSendAt, "nextSendAt");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("R-002");
        }

        @Override
        public Map<Outcome.Parameter, Object> details() {
            return Map.of(Outcome.Parameter.NEXT_SEND_AT, nextSendAt);
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param asked for {@link Asked}
     * @param refused for {@link Refused}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(SendResult result, Function<Asked, T> asked, Function<Refused, T> refused) {
        return result instanceof Asked it ? asked.apply(it) : refused.apply((Refused) result);
    }
}
