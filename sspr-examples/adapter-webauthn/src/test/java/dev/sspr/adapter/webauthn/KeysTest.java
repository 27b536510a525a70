package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Offered;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Finding;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that may be enrolled, and keys that may not. */
final class KeysTest {
    private final Scene scene = new Scene();
    private final SoftAuthenticator authenticator = SoftAuthenticator.es256();
    private final Offered offered = scene.offered(ANNA);

    private static CredentialVerifier.EnrolmentResult unfit(String code) {
        return new CredentialVerifier.EnrolmentResult.Rejected(List.of(Finding.of(code)));
    }

    @ParameterizedTest
    @Tag("R-WA-5")
    @ValueSource(ints = {-8, -7, -257})
    void confirm_offeredAlgorithm_isMadeAndPasses(int algorithm) {
        SoftAuthenticator one = SoftAuthenticator.of(algorithm);

        CredentialVerifier.EnrolmentResult enrolled =
                offered.confirm(one.create(offered.options()).answer());

        assertThat(enrolled).isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        Scene.Asked asked = scene.asked(ANNA, ((CredentialVerifier.EnrolmentResult.Enrolled) enrolled).credential());
        assertThat(asked.check(one.get(asked.options()).answer()))
                .isInstanceOf(CredentialVerifier.Verification.Passed.class);
    }

    @ParameterizedTest
    @Tag("R-WA-5")
    @Tag("V-ENROL-4")
    @CsvSource({"-35, EC, 384", "-36, EC, 521", "-258, RSA, 2048", "-37, RSA, 2048", "-65535, RSA, 2048"})
    void confirm_algorithmNotOffered_isUnfit(int algorithm, String family, int bits) {
        SoftAuthenticator other = SoftAuthenticator.of(algorithm, family, bits);

        assertThat(offered.confirm(other.create(offered.options()).answer())).isEqualTo(unfit("passkey.algorithm"));
    }

    @Test
    @Tag("R-WA-5")
    @Tag("V-ENROL-4")
    void confirm_algorithmWithdrawnSinceTheOffer_isUnfit() {
        Scene narrow = new Scene(PasskeyVerifier.builder(Scene.RP_ID, Scene.ORIGIN)
                .algorithms(PasskeyAlgorithm.EDDSA)
                .build());
        Offered at = narrow.offered(ANNA);

        assertThat(at.confirm(authenticator.create(at.options()).answer())).isEqualTo(unfit("passkey.algorithm"));
    }

    @ParameterizedTest
    @Tag("R-WA-5")
    @CsvSource({"-7, EC, 384", "-7, EC, 521", "-8, Ed448, 448"})
    void confirm_keyThatDoesNotSuitItsAlgorithm_isUnfit(int algorithm, String family, int bits) {
        SoftAuthenticator other = SoftAuthenticator.of(algorithm, family, bits);

        assertThat(offered.confirm(other.create(offered.options()).answer())).isEqualTo(unfit("passkey.weak-key"));
    }

    @ParameterizedTest
    @Tag("R-WA-5")
    @CsvSource({"1024, false", "2047, false", "2048, true", "4096, true", "4097, false", "8192, false"})
    void confirm_rsaKeyOfALength_isMadeFrom2048To4096Bits(int bits, boolean made) {
        SoftAuthenticator rsa = SoftAuthenticator.showingRsa(bits);

        CredentialVerifier.EnrolmentResult enrolled =
                offered.confirm(rsa.create(offered.options()).answer());

        assertThat(enrolled instanceof CredentialVerifier.EnrolmentResult.Enrolled)
                .isEqualTo(made);
        assertThat(made || enrolled.equals(unfit("passkey.weak-key"))).isTrue();
    }

    @Test
    @Tag("R-WA-5")
    void confirm_rsaKeyWithAnotherExponentThanF4_isNotMade() {
        SoftAuthenticator rsa = SoftAuthenticator.of(-257);
        rsa.publicKey.put(-2, new byte[] {3});
        assertThat(offered.confirm(rsa.create(offered.options()).answer())).isEqualTo(unfit("passkey.weak-key"));

        // everybody can sign for it
        rsa.publicKey.put(-2, new byte[] {1});
        assertThat(offered.confirm(rsa.create(offered.options()).answer()))
                .isNotInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
    }

    @Test
    void confirm_keyWithMembersToSpare_keepsTheKeyOnly() {
        authenticator.publicKey.put(2, new byte[3000]);

        CredentialVerifier.EnrolmentResult enrolled =
                offered.confirm(authenticator.create(offered.options()).answer());

        assertThat(enrolled).isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        assertThat(((CredentialVerifier.EnrolmentResult.Enrolled) enrolled)
                        .credential()
                        .data())
                .hasSizeLessThan(200);
    }

    @Test
    @Tag("R-WA-6")
    void confirm_longestId_isMadeWithAnyKey() {
        SoftAuthenticator rsa = SoftAuthenticator.showingRsa(4096);
        rsa.credentialId = new byte[1023];

        CredentialVerifier.EnrolmentResult enrolled =
                offered.confirm(rsa.create(offered.options()).answer());

        assertThat(enrolled).isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        assertThat(((CredentialVerifier.EnrolmentResult.Enrolled) enrolled)
                        .credential()
                        .data()
                        .length)
                .isLessThan(Credential.MAX_BYTES);
    }
}
