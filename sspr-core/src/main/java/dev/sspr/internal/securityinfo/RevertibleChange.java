package dev.sspr.internal.securityinfo;

import dev.sspr.spi.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * A change that can still be undone from another address.
 *
 * @param change the change's id
 * @param until the time from which the change is final
 * @param before the method before the change, if there was one
 * @param after the key of the method after the change, if there is one
 */
public record RevertibleChange(
        Digest change, Instant until, Optional<RegisteredMethod> before, Optional<String> after) {}
