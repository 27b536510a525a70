package dev.sspr.spi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * One flow as a store keeps it. Its content is in the sealed body.
 *
 * @param id the key
 * @param owner the tag of its owner; it changes once, when the engine has identified the account
 * @param purpose the purpose of the flow
 * @param version 1 when inserted, one more with each replacement
 * @param expiresAt the time from which the store may remove it; whole milliseconds
 * @param wakeAt the time at which the engine's sweeper next handles it, if there is one; whole milliseconds
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
     * Checks the version and cuts both instants to milliseconds, which every backend can keep.
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
