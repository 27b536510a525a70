package dev.sspr.internal.engine;

/**
 * What came of applying a rule: the state as it is stored now, and the rule's answer.
 *
 * @param <S> the flow's states
 * @param <A> the rule's answers
 */
public record Applied<S, A>(StoredState<S> now, A answer) {}
