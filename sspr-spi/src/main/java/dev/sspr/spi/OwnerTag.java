package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;

/**
 * Identifies the account of a flow by a keyed digest: equal for two flows of one account, and meaningless outside sspr.
 *
 * @param digest the digest
 */
public record OwnerTag(@NotNull Digest digest) {
    /** Checks that there is a digest. */
    public OwnerTag {
        Objects.requireNonNull(digest, "digest");
    }
}
