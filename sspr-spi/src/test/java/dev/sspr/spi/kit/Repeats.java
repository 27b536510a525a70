package dev.sspr.spi.kit;

/** What keeps a response from proving twice (K5). */
public enum Repeats {
    /** The challenge: the response answers it and no other, as a signature does. */
    BOUND,
    /** The credential, which goes on: past a time step, past a counter, without the code that was used up. */
    BURNED,
    /** Nothing the verifier could do: what a person knows is the same each time. */
    KNOWN
}
