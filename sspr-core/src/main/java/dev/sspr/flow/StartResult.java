package dev.sspr.flow;

import java.time.Instant;
import java.util.List;

/** What {@code start} answers: the same for every name, known or not (R-ENUM-1). */
public sealed interface StartResult permits StartResult.Started, Refused {
    /**
     * A reset has begun. If only one kind of method is offered, it was chosen already.
     *
     * @param handle to keep until the end
     * @param offers the kinds to choose from, equal for everybody
     * @param expiresAt from when nothing of this reset works
     */
    record Started(FlowHandle handle, List<MethodOffer> offers, Instant expiresAt) implements StartResult {
        /** Copies the offers. */
        public Started {
            offers = List.copyOf(offers);
        }
    }
}
