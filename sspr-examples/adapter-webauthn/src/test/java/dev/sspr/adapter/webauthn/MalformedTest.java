package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Asked;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that two readers could take for two things. */
@Tag("V-TYPE-8")
final class MalformedTest {
    private static final CredentialVerifier.Verification WRONG =
            new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);

    private final Scene scene = new Scene();
    private final SoftAuthenticator authenticator = SoftAuthenticator.es256();
    private final Asked asked = scene.asked(ANNA, scene.enrolled(ANNA, authenticator));

    private Ceremony get() {
        return authenticator.get(asked.options());
    }

    private CredentialVerifier.Verification check(String json) {
        return asked.check(new Response.PublicKey(Secret.of(json)));
    }

    @Test
    void check_nameTwice_isWrong() {
        String json = get().json();

        assertThat(check("{\"type\":\"public-key\"," + json.substring(1))).isEqualTo(WRONG);
        assertThat(check(json.replace("\"response\":{", "\"response\":{\"signature\":\"AA\",")))
                .isEqualTo(WRONG);
        assertThat(check(json)).isInstanceOf(CredentialVerifier.Verification.Passed.class);
    }

    @Test
    @Tag("R-WA-2")
    void check_nameTwiceInSignedClientData_isWrong() {
        for (String twice : List.of(
                "\"origin\":\"https://evil.example\",", "\"type\":\"webauthn.create\",", "\"crossOrigin\":true,")) {
            assertThat(asked.check(get().bendClientData(text(json -> "{" + twice + json.substring(1)))
                            .answer()))
                    .isEqualTo(WRONG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " 1", "]", ",", "\u0000", "//"})
    void check_somethingAfterTheEnd_isWrong(String more) {
        assertThat(check(get().json() + more)).isEqualTo(WRONG);
        assertThat(asked.check(get().bendClientData(text(json -> json + more)).answer()))
                .isEqualTo(WRONG);
    }

    @Test
    void check_base64ThatIsNotTheOneForm_isWrong() {
        String id = Ceremony.base64url(authenticator.credentialId);
        for (String other : List.of(id + "==", id + "=", id + "\n", " " + id, id.substring(0, 21) + "_", "")) {
            assertThat(asked.check(
                            get().frame("id", other).frame("rawId", other).answer()))
                    .as(other)
                    .isEqualTo(WRONG);
        }
    }

    @Test
    void check_clientDataThatIsNotUtf8_isWrong() {
        assertThat(asked.check(get().client("extra", "x")
                        .bendClientData(bytes -> {
                            byte[] bent = bytes.clone();
                            bent[bent.length - 3] = (byte) 0xff;
                            return bent;
                        })
                        .answer()))
                .isEqualTo(WRONG);
    }

    @Test
    void check_membersThatBrowsersAddFromTimeToTime_areIgnored() {
        assertThat(asked.check(get().client("other_keys_can_be_added_here", "do not compare")
                        .client("extra", Map.of("a", List.of(1, 2)))
                        .frame("new", "x")
                        .response("new", 1)
                        .answer()))
                .isInstanceOf(CredentialVerifier.Verification.Passed.class);
    }

    @Test
    void check_memberOfAnotherType_isWrong() {
        for (Object value : List.of(1, true, Map.of(), List.of("webauthn.get"))) {
            assertThat(asked.check(get().client("type", value).answer())).isEqualTo(WRONG);
            assertThat(asked.check(get().client("origin", value).answer())).isEqualTo(WRONG);
            assertThat(asked.check(get().client("challenge", value).answer())).isEqualTo(WRONG);
            assertThat(asked.check(get().response("signature", value).answer())).isEqualTo(WRONG);
            assertThat(asked.check(get().frame("response", value).answer())).isEqualTo(WRONG);
        }
    }

    private static UnaryOperator<byte[]> text(UnaryOperator<String> bend) {
        return bytes -> bend.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
