package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.Prompt;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The result of beginning an enrolment. */
public sealed interface EnrolResult extends FlowResult permits EnrolResult.Sent, EnrolResult.Show, Refused {
    /**
     * A code was sent to the address or number.
     *
     * @param to the address or number, masked
     * @param nextSendAt when the next message may be requested
     * @param expiresAt from when the enrolment can no longer be confirmed
     */
    record Sent(String to, Instant nextSendAt, Instant expiresAt) implements EnrolResult {
        /** Checks that no part is null. */
        public Sent {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(nextSendAt, "nextSendAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-010");
        }

        @Override
        public Map<Outcome.Parameter, Object> details() {
            return Map.of(Outcome.Parameter.NEXT_SEND_AT, nextSendAt);
        }
    }

    /**
     * The page shows what the user needs.
     *
     * @param prompt what to show, once; empty if a device is simply tried
     * @param expiresAt from when the enrolment can no longer be confirmed
     */
    record Show(Optional<Prompt> prompt, Instant expiresAt) implements EnrolResult {
        /** Checks that no part is null. */
        public Show {
            Objects.requireNonNull(prompt, "prompt");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-011");
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param sent for {@link Sent}
     * @param show for {@link Show}
     * @param refused for {@link Refused}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(
            EnrolResult result, Function<Sent, T> sent, Function<Show, T> show, Function<Refused, T> refused) {
        if (result instanceof Sent it) {
            return sent.apply(it);
        }
        return result instanceof Show it ? show.apply(it) : refused.apply((Refused) result);
    }
}
