package dev.sspr.internal.registration;

import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PhoneNumbers;
import java.util.Map;

/**
 * What the builder tells this room beside the host's plugs.
 *
 * @param credentials verifiers of the kinds whose credentials the library keeps
 * @param passes access passes
 * @param numbers which phone numbers there are
 * @param service what the host calls itself
 * @param toReset how many proofs a reset takes
 */
public record RegistrationParts(
        Map<MethodKind, CredentialVerifier> credentials,
        AccessPasses passes,
        PhoneNumbers numbers,
        String service,
        int toReset) {
    /** Copies the map. */
    public RegistrationParts {
        credentials = Map.copyOf(credentials);
    }
}
