package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;

/**
 * The store's key of one flow: 128 random bits. It grants no access: a handle or a link needs 256 more bits that no
 * store ever sees (R-TOK-2).
 *
 * @param digest the random bits
 */
public record FlowId(@NotNull Digest digest) {
    /** Checks that there is a digest. */
    public FlowId {
        Objects.requireNonNull(digest, "digest");
    }
}
