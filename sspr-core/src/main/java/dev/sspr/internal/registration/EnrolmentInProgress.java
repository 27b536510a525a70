package dev.sspr.internal.registration;

import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.Optional;

/**
 * What is being enrolled.
 *
 * @param id random, new for each enrolment
 * @param kind the method's kind
 * @param issuedAt when it began
 * @param expiresAt from when it can no longer be confirmed
 * @param verifierState what the verifier wants to be told again
 * @param destination the address or number, for a kind that has one; nothing but the confirming code goes there
 * @param extension of an office phone
 * @param replaces the method in whose place it comes, if in one's
 */
record EnrolmentInProgress(
        Digest id,
        MethodKind kind,
        Instant issuedAt,
        Instant expiresAt,
        VerifierState verifierState,
        Optional<Destination> destination,
        Optional<String> extension,
        Optional<String> replaces) {
    EnrolmentInProgress with(VerifierState told) {
        return new EnrolmentInProgress(id, kind, issuedAt, expiresAt, told, destination, extension, replaces);
    }
}
