package dev.sspr.spi.kit;

/** The reason why a response cannot prove twice (K5). */
public enum Repeats {
    /** The challenge: the response answers only this one, as a signature does. */
    BOUND,
    /** The credential, which advances: past a time step, past a counter, without the used code. */
    BURNED,
    /** None in the verifier: something that the user knows is the same each time. */
    KNOWN
}
