package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;

/**
 * The store's key of one counter: a keyed digest of the tenant, the purpose and the counted thing.
 *
 * @param digest the digest
 */
public record CounterKey(@NotNull Digest digest) {
    /** Checks that there is a digest. */
    public CounterKey {
        Objects.requireNonNull(digest, "digest");
    }
}
