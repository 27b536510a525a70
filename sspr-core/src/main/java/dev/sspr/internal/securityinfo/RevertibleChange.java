package dev.sspr.internal.securityinfo;

import dev.sspr.spi.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * A change that another address can still undo: the method before it, and the key of the method after it. {@code
 * stronger} says that an address was removed with a stronger proof than the address itself.
 */
public record RevertibleChange(
        Digest change, Instant until, Optional<RegisteredMethod> before, Optional<String> after, boolean stronger) {
    public RevertibleChange(Digest change, Instant until, Optional<RegisteredMethod> before, Optional<String> after) {
        this(change, until, before, after, false);
    }
}
