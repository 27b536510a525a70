package dev.sspr.internal.securityinfo;

import dev.sspr.spi.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * A change that can still be undone from another address.
 *
 * @param change the change's id
 * @param until from when it stands
 * @param before what the method was, if there was one
 * @param after the key of what it became, if there is one
 */
public record RevertibleChange(
        Digest change, Instant until, Optional<RegisteredMethod> before, Optional<String> after) {}
