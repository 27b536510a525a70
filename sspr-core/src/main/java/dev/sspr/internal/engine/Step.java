package dev.sspr.internal.engine;

import java.util.List;

/**
 * The decision of a state: the next state, the answer to the caller, and the effects that run after the next state is
 * stored.
 *
 * @param next the next state; the same object if nothing changes, and then nothing is written
 * @param answer the answer of the command to its caller
 * @param effects the effects to run afterwards, in order; a value, so that a test compares lists
 * @param <S> the flow's states
 * @param <A> the command's answers
 */
public record Step<S, A>(S next, A answer, List<Effect> effects) {
    /** Makes a step with effects. */
    public static <S, A> Step<S, A> to(S next, A answer, Effect... effects) {
        return new Step<>(next, answer, List.of(effects));
    }
}
