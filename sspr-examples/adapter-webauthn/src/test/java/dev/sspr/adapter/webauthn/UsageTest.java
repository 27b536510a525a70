package dev.sspr.adapter.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.MethodKind;
import org.junit.jupiter.api.Test;

/** The lines that the README prints. */
final class UsageTest {
    @Test
    void usage_ofTheReadme_isAVerifierOfPasskeys() {
        PasskeyVerifier passkeys =
                PasskeyVerifier.builder("example.org", "https://id.example.org").build();

        assertThat(passkeys.kind()).isEqualTo(MethodKind.PASSKEY);
    }
}
