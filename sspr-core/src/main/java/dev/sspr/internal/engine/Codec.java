package dev.sspr.internal.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * How a flow's states are kept: one room's own business, so that a new field changes that room and nothing else.
 *
 * @param <S> the flow's states
 */
public interface Codec<S> {
    /** Writes a state, padded so that its size does not tell whose it is. */
    byte[] write(S state);

    /** Reads a state of this or any earlier release. */
    S read(byte[] bytes);

    /** When the sweeper should look at a flow in this state, if ever. */
    Optional<Instant> wakeAt(S state);

    /** From when a flow in this state may be forgotten. */
    Instant keepUntil(S state);
}
