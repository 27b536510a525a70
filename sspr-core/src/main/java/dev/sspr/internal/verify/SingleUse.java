package dev.sspr.internal.verify;

import dev.sspr.spi.Credential;
import java.time.Duration;
import java.util.Optional;

/** A built-in verifier whose right responses count once. */
interface SingleUse {
    /** How long a code without an end stays marked as used. */
    Duration YEAR = Duration.ofDays(365);

    /**
     * What a right response has used up.
     *
     * @param what the same each time, for this credential
     * @param window how long it could pass again
     */
    record Used(String what, Duration window) {}

    /** Returns what a response has used up, by the credential before and after it; empty if nothing. */
    Optional<Used> used(Credential before, Credential after);
}
