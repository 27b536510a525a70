package dev.sspr.internal.engine;

import java.util.List;

/**
 * What a state decides: the next state, the answer for whoever asked, and what to do once the next state is stored.
 *
 * @param next the next state; the very same object if nothing changes, and then nothing is written
 * @param answer what the command tells its caller
 * @param effects what to do afterwards, in order; a value, so that a test compares lists
 * @param <S> the flow's states
 * @param <A> the command's answers
 */
public record Step<S, A>(S next, A answer, List<Effect> effects) {
    /** A step with effects. */
    public static <S, A> Step<S, A> to(S next, A answer, Effect... effects) {
        return new Step<>(next, answer, List.of(effects));
    }
}
