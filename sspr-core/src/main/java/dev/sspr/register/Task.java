package dev.sspr.register;

import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What is being enrolled.
 *
 * @param id random, new for each enrolment
 * @param kind the method's kind
 * @param issuedAt when it began
 * @param expiresAt from when it can no longer be confirmed
 * @param memo what the verifier wants to be told again
 * @param destination the address or number, for a kind that has one; nothing but the confirming code goes there
 * @param extension of an office phone
 * @param replaces the method in whose place it comes, if in one's
 */
record Task(
        Digest id,
        MethodKind kind,
        Instant issuedAt,
        Instant expiresAt,
        Memo memo,
        Optional<Destination> destination,
        Optional<String> extension,
        Optional<String> replaces) {
    Task with(Memo told) {
        return new Task(id, kind, issuedAt, expiresAt, told, destination, extension, replaces);
    }
}
