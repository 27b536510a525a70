package dev.sspr.internal.registration;

import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.util.Optional;

/**
 * A change of security info that is decided and about to be stored. At least one of the two is there.
 *
 * @param id random, new for each change
 * @param kind the kind of method it is about
 * @param goes the key of the method that goes
 * @param comes the method that comes
 */
record MethodChange(Digest id, MethodKind kind, Optional<String> goes, Optional<RegisteredMethod> comes) {}
