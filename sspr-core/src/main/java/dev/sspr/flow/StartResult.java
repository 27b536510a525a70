package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The result of {@code start}: the same for every name, known or unknown (R-ENUM-1). */
public sealed interface StartResult extends FlowResult permits StartResult.Started, Refused {
    /**
     * A flow has begun. If only one kind of method is offered, it is chosen already.
     *
     * @param handle the handle to keep until the end
     * @param offers the kinds to choose from, equal for every name
     * @param nextSendAt when the next message may be requested
     * @param expiresAt from when nothing of this flow works
     */
    record Started(FlowHandle handle, List<MethodOffer> offers, Instant nextSendAt, Instant expiresAt)
            implements StartResult {
        /** Copies the offers and checks that no part is null. */
        public Started {
            Objects.requireNonNull(handle, "handle");
            offers = List.copyOf(offers);
            Objects.requireNonNull(nextSendAt, "nextSendAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("R-001");
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param started for {@link Started}
     * @param refused for {@link Refused}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(StartResult result, Function<Started, T> started, Function<Refused, T> refused) {
        return result instanceof Started it ? started.apply(it) : refused.apply((Refused) result);
    }
}
