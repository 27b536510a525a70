package dev.sspr.adapter.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are taken, and what the refusal of the others says. */
final class PasskeyVerifierBuilderTest {
    @ParameterizedTest
    @CsvSource({
        "example.org, https://example.org",
        "example.org, https://id.example.org",
        "example.org, https://a.b.example.org:8443",
        "id.example.org, https://id.example.org",
        "xn--bcher-kva.example, https://xn--bcher-kva.example",
        "localhost, http://localhost:8080",
        "app.localhost, http://app.localhost",
        "app.localhost, http://id.app.localhost:8080",
        "localhost, https://localhost"
    })
    void builder_rpIdAndOriginThatFit_areTaken(String rpId, String origin) {
        assertThat(PasskeyVerifier.builder(rpId, origin).build()).hasToString("PasskeyVerifier[" + rpId + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example",
                "Example.org",
                "https://example.org",
                "example.org:443",
                "example.org/",
                ".example.org",
                "example.org.",
                "exa_mple.org",
                "192.0.2.1",
                "[::1]",
                "b\u00fccher.example",
                "*.example.org"
            })
    void builder_badRpId_isRefusedByName(String rpId) {
        assertThatThrownBy(() -> PasskeyVerifier.builder(rpId, "https://example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("rpId '" + rpId + "' ");
    }

    @ParameterizedTest
    @Tag("R-WA-2")
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.com | is not on the rpId",
                "https://notexample.org | is not on the rpId",
                "https://org | is not on the rpId",
                "http://example.org | must be https",
                "https://example.org/ | nothing after it",
                "https://example.org/reset | nothing after it",
                "https://Example.org | in lower case",
                "https://*.example.org | must be scheme",
                "https://user@example.org | must be scheme",
                "example.org | must be scheme",
                "https://example.org:443 | must leave out its port",
                "https://example.org:65536 | port above 65535",
                "https://example.org:0 | must be scheme",
                "https://a..example.org | not a domain name",
                "https://-.example.org | not a domain name",
                "null | must be scheme",
                "'' | must be scheme"
            })
    void builder_badOrigin_isRefusedByName(String origin, String why) {
        assertThatThrownBy(() -> PasskeyVerifier.builder("example.org", origin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("origin '" + origin + "' ")
                .hasMessageContaining(why);
    }

    @Test
    void origin_localhostWithItsDefaultPort_isRefused() {
        assertThatThrownBy(() -> PasskeyVerifier.builder("localhost", "http://localhost:80"))
                .hasMessageContaining("must leave out its port");
    }

    @Test
    void origin_subdomainOfLocalhostWithRpIdLocalhost_isRefusedAsBrowsersDo() {
        assertThatThrownBy(() -> PasskeyVerifier.builder("localhost", "http://app.localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs the rpId app.localhost");
    }

    @Test
    void origin_twice_isRefused() {
        PasskeyVerifierBuilder builder = PasskeyVerifier.builder(Scene.RP_ID, Scene.ORIGIN);

        assertThatThrownBy(() -> builder.origin(Scene.ORIGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("origin 'https://id.example.org' is set twice");
    }

    @Test
    void algorithms_noneOrTwice_areRefused() {
        PasskeyVerifierBuilder builder = PasskeyVerifier.builder(Scene.RP_ID, Scene.ORIGIN);

        assertThatThrownBy(builder::algorithms).hasMessage("algorithms must have at least one");
        assertThatThrownBy(() -> builder.algorithms(PasskeyAlgorithm.ES256, PasskeyAlgorithm.ES256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("algorithms has one twice");
        builder.algorithms(PasskeyAlgorithm.ES256);
        assertThatThrownBy(() -> builder.algorithms(PasskeyAlgorithm.EDDSA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("algorithms is set twice");
    }

    @Test
    void builder_null_isRefused() {
        assertThatThrownBy(() -> PasskeyVerifier.builder(null, Scene.ORIGIN)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> PasskeyVerifier.builder(Scene.RP_ID, null)).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @CsvSource({"EDDSA, -8", "ES256, -7", "ES384, -35", "ES512, -36", "RS256, -257"})
    void cose_isTheRegisteredNumber(PasskeyAlgorithm algorithm, int cose) {
        assertThat(algorithm.cose()).isEqualTo(cose);
    }
}
