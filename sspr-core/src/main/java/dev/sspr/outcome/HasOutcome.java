package dev.sspr.outcome;

import java.util.Map;

/** A value that is one outcome of the catalogue, such as the result of a call. */
public interface HasOutcome {
    /** {@return the entry of this value in the catalogue} */
    Outcome outcome();

    /** {@return the values that the texts of the outcome mention, by parameter; empty if the texts mention none} */
    default Map<Outcome.Parameter, Object> details() {
        return Map.of();
    }

    /** {@return the outcome with the values of this result} */
    default OccurredOutcome occurred() {
        return new OccurredOutcome(outcome(), details());
    }
}
