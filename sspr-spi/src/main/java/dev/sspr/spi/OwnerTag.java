package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;

/**
 * Which account a flow belongs to, as a keyed digest: equal for two flows of one account, and meaningless outside sspr.
 *
 * @param digest the digest
 */
public record OwnerTag(@NotNull Digest digest) {
    /** Checks the digest. */
    public OwnerTag {
        Objects.requireNonNull(digest, "digest");
    }
}
