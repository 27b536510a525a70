package dev.sspr.internal.registration;

import dev.sspr.internal.verification.work.ResetCapability;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MethodKind;
import java.util.Map;

/** The parts of a registration beside the environment. {@code capability} knows what a reset needs. */
public record RegistrationParts(
        Map<MethodKind, CredentialVerifier> credentials,
        AccessPasses passes,
        AddressReader addresses,
        String service,
        ResetCapability capability) {
    /** Copies the map. */
    public RegistrationParts {
        credentials = Map.copyOf(credentials);
    }
}
