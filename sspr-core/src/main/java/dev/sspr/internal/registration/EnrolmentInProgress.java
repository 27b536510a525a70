package dev.sspr.internal.registration;

import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.Optional;

/** The method that is being enrolled. {@code destination} gets nothing but the confirming code. */
record EnrolmentInProgress(
        Digest id,
        MethodKind kind,
        Instant issuedAt,
        Instant expiresAt,
        VerifierState verifierState,
        Optional<Destination> destination,
        Optional<String> extension,
        Optional<String> replaces) {
    /** Returns a copy that no clock shows as fresh. */
    EnrolmentInProgress over() {
        return new EnrolmentInProgress(
                id, kind, issuedAt, Instant.EPOCH, verifierState, destination, extension, replaces);
    }

    EnrolmentInProgress with(VerifierState told) {
        return new EnrolmentInProgress(id, kind, issuedAt, expiresAt, told, destination, extension, replaces);
    }
}
