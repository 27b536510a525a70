package dev.sspr.internal.registration;

import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.util.Optional;

/**
 * A decided change of security info that is about to be stored. At least one of {@code goes} and {@code comes} is
 * present.
 */
record MethodChange(Digest id, MethodKind kind, Optional<String> goes, Optional<RegisteredMethod> comes) {}
