package dev.sspr.internal.engine;

/** The result of applying a rule: the stored state and the rule's answer. */
public record Applied<S, A>(StoredState<S> now, A answer) {}
