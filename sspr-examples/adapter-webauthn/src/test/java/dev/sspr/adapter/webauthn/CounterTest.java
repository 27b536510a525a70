package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Asked;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MfaVerifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signature counter, where an authenticator has one. */
@Tag("R-WA-7")
final class CounterTest {
    private final Scene scene = new Scene();
    private final SoftAuthenticator authenticator = SoftAuthenticator.es256();

    @Test
    void check_noCounter_passesEachTime() {
        Credential kept = scene.enrolled(ANNA, authenticator);
        for (int i = 0; i < 3; i++) {
            Asked asked = scene.asked(ANNA, kept);
            CredentialVerifier.Verification verified =
                    asked.check(authenticator.get(asked.options()).answer());
            assertThat(verified).isInstanceOf(CredentialVerifier.Verification.Passed.class);
            kept = ((CredentialVerifier.Verification.Passed) verified).next().orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 4294967295", "5, 6", "5, 2147483648", "2147483647, 2147483648"})
    void check_counterGoesOn_passesAndIsKept(long kept, long shown) {
        Asked asked = scene.asked(ANNA, scene.enrolled(ANNA, authenticator.counter(kept)));

        CredentialVerifier.Verification verified =
                asked.check(authenticator.get(asked.options()).counter(shown).answer());

        assertThat(verified).isInstanceOf(CredentialVerifier.Verification.Passed.class);
        Credential next =
                ((CredentialVerifier.Verification.Passed) verified).next().orElseThrow();
        Asked again = scene.asked(ANNA, next);
        assertThat(again.check(authenticator.get(again.options()).counter(shown).answer()))
                .as("the same again")
                .isEqualTo(cloned(next));
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "5, 4", "5, 1", "5, 0", "1, 0", "4294967295, 4294967295", "4294967295, 1"})
    void check_counterGoesBackOrStandsStill_isCloned(long kept, long shown) {
        Credential credential = scene.enrolled(ANNA, authenticator.counter(kept));
        Asked asked = scene.asked(ANNA, credential);

        assertThat(asked.check(authenticator.get(asked.options()).counter(shown).answer()))
                .isEqualTo(cloned(credential));
    }

    @Test
    void check_counterGoesBackInAForgery_isOnlyWrong() {
        Asked asked = scene.asked(ANNA, scene.enrolled(ANNA, authenticator.counter(5)));

        assertThat(asked.check(authenticator
                        .get(asked.options())
                        .counter(4)
                        .bendSignature(bytes -> new byte[bytes.length])
                        .answer()))
                .isEqualTo(new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG));
        assertThat(asked.check(authenticator
                        .get(asked.options())
                        .counter(4)
                        .flags(SoftAuthenticator.UP)
                        .answer()))
                .isEqualTo(new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG));
    }

    private static CredentialVerifier.Verification cloned(Credential credential) {
        return new CredentialVerifier.Verification.Cloned(credential.id());
    }
}
