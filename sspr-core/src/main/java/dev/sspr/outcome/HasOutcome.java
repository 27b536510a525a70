package dev.sspr.outcome;

import java.util.Map;

/** A value that is one outcome of the catalogue, such as the result of a call. */
public interface HasOutcome {
    /**
     * Returns the outcome that this value is.
     *
     * @return its entry in the catalogue
     */
    Outcome outcome();

    /**
     * Returns the values that the texts of the outcome mention.
     *
     * @return by parameter; empty if the texts mention none
     */
    default Map<Outcome.Parameter, Object> details() {
        return Map.of();
    }

    /**
     * Returns the outcome with the values of this result, to show to a reader.
     *
     * @return the outcome and its values
     */
    default OccurredOutcome occurred() {
        return new OccurredOutcome(outcome(), details());
    }
}
