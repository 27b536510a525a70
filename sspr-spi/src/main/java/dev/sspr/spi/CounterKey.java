package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;

/**
 * The store's key of one counter: a keyed digest of tenant, purpose, and what is counted.
 *
 * @param digest the digest
 */
public record CounterKey(@NotNull Digest digest) {
    /** Checks the digest. */
    public CounterKey {
        Objects.requireNonNull(digest, "digest");
    }
}
