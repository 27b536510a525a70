package dev.sspr.spi;

import java.util.Objects;
import java.util.Set;

/**
 * All security info of one account in one sealed body: the store learns neither what it is nor how much.
 *
 * @param user whose it is
 * @param version 1 for the first, one more each time
 * @param claims digests that no other account's set may hold, at most {@value #MAX_CLAIMS}
 * @param body what the engine sealed
 */
public record MethodSet(UserId user, long version, Set<Digest> claims, SealedBody body) {
    /** The most claims a set can have. */
    public static final int MAX_CLAIMS = 64;

    /**
     * Checks the parts and copies the claims.
     *
     * @param user as above
     * @param version as above
     * @param claims as above
     * @param body as above
     * @throws IllegalArgumentException if the version is below 1 or there are too many claims
     */
    public MethodSet {
        Objects.requireNonNull(user, "user");
        claims = Set.copyOf(claims);
        Objects.requireNonNull(body, "body");
        if (version < 1 || claims.size() > MAX_CLAIMS) {
            throw new IllegalArgumentException("a method set has version 1 or more and at most " + MAX_CLAIMS
                    + " claims, not version " + version + " and " + claims.size());
        }
    }
}
