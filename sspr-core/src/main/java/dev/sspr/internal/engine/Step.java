package dev.sspr.internal.engine;

import java.util.List;

/**
 * The decision of a state, with the effects that run after the next state is stored.
 *
 * @param next the next state; if it is the same object, nothing is written
 * @param answer the answer of the command to its caller
 * @param effects the effects in order; a value, so that a test compares lists
 */
public record Step<S, A>(S next, A answer, List<Effect> effects) {
    public static <S, A> Step<S, A> to(S next, A answer, Effect... effects) {
        return new Step<>(next, answer, List.of(effects));
    }
}
