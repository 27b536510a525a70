package dev.sspr.spi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * One flow as a store keeps it. Everything that means something is inside the sealed body.
 *
 * @param id the key
 * @param owner whose flow it is; it changes once, when the engine learns who the person says to be
 * @param purpose what the flow is for
 * @param version 1 when inserted, one more with each replacement
 * @param expiresAt from when the store may forget it; whole milliseconds
 * @param wakeAt when the engine's sweeper wants to see it next, if ever; whole milliseconds
 * @param body the sealed state
 */
public record StoredFlow(
        FlowId id,
        OwnerTag owner,
        Purpose purpose,
        long version,
        Instant expiresAt,
        Optional<Instant> wakeAt,
        SealedBody body) {
    /**
     * Checks the parts and cuts both instants to milliseconds, which every backend can keep.
     *
     * @throws IllegalArgumentException if the version is below 1
     */
    public StoredFlow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(purpose, "purpose");
        if (version < 1) {
            throw new IllegalArgumentException("a version is 1 or more, this is " + version);
        }
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
        wakeAt = wakeAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        Objects.requireNonNull(body, "body");
    }
}
