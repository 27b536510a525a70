package dev.sspr.internal.engine;

import java.time.Instant;
import java.util.Optional;

/** Encodes the states of a flow; each flow package has its own codec. */
public interface Codec<S> {
    /** Writes a state, padded so that its size does not reveal the account. */
    byte[] write(S state);

    /** Reads a state of this or any earlier release. */
    S read(byte[] bytes);

    /** Returns when the sweeper should look at a flow in this state, if ever. */
    Optional<Instant> wakeAt(S state);

    /** Returns the time from which a flow in this state may be purged. */
    Instant keepUntil(S state);
}
