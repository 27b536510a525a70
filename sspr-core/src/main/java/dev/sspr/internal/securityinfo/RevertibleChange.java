package dev.sspr.internal.securityinfo;

import dev.sspr.spi.Digest;
import java.time.Instant;
import java.util.Optional;

/** A change that another address can still undo: the method before it, and the key of the method after it. */
public record RevertibleChange(
        Digest change, Instant until, Optional<RegisteredMethod> before, Optional<String> after) {}
