package dev.sspr.spi.memory;

import dev.sspr.spi.Credential;
import java.util.Optional;

/** Devices that an administrator put in place. */
class ScriptedCredentialsHandedOutTest extends ScriptedCredentialsTest {
    @Override
    protected Optional<Credential> given() {
        return Optional.of(verifier.hand(samples.unique("token-")));
    }
}
