package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Asked;
import dev.sspr.adapter.webauthn.Scene.Offered;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Finding;
import dev.sspr.spi.UserId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the README's page does in Chromium, and what the browser refuses by itself. */
final class ChromiumTest extends InChromium {
    private static CredentialVerifier.EnrolmentResult unfit(String code) {
        return new CredentialVerifier.EnrolmentResult.Rejected(List.of(Finding.of(code)));
    }

    @Test
    void passkey_enrolledInTheBrowser_provesItselfAgainAndAgain() {
        Credential kept = enrol(ANNA);
        for (int i = 0; i < 3; i++) {
            Asked asked = scene.asked(ANNA, kept);
            CredentialVerifier.Verification verified = asked.check(get(asked));
            assertThat(verified).isInstanceOf(CredentialVerifier.Verification.Passed.class);
            kept = ((CredentialVerifier.Verification.Passed) verified).next().orElseThrow();
        }
    }

    @Test
    void passkey_inABrowserWithoutJsonMethods_worksByTheFallback() {
        chromium.run("delete PublicKeyCredential.parseCreationOptionsFromJSON;"
                + "delete PublicKeyCredential.parseRequestOptionsFromJSON;"
                + "delete PublicKeyCredential.prototype.toJSON;");

        Credential kept = enrol(ANNA);
        Asked asked = scene.asked(ANNA, kept);

        assertThat(asked.check(get(asked))).isInstanceOf(CredentialVerifier.Verification.Passed.class);
        assertThat(chromium.call("create", text(scene.offered(ANNA, kept).options())))
                .isEqualTo("InvalidStateError");
    }

    @Test
    @Tag("F2-P7")
    @DisplayName("F2-P7: a passkey whose toJSON throws, as that of some password managers, works by the fallback")
    void passkey_whoseToJsonThrows_worksByTheFallback() {
        chromium.run("PublicKeyCredential.prototype.toJSON = () => { throw new TypeError('Illegal invocation'); };");

        Asked asked = scene.asked(ANNA, enrol(ANNA));

        assertThat(asked.check(get(asked))).isInstanceOf(CredentialVerifier.Verification.Passed.class);
    }

    @ParameterizedTest
    @Tag("R-WA-5")
    @EnumSource(names = {"ES256", "RS256"})
    void passkey_ofAnAlgorithm_provesItself(PasskeyAlgorithm algorithm) {
        Scene one = new Scene(PasskeyVerifier.builder("localhost", site.origin("localhost"))
                .algorithms(algorithm)
                .build());
        Offered offered = one.offered(ANNA);
        CredentialVerifier.EnrolmentResult enrolled = offered.confirm(create(offered));
        assertThat(enrolled).isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);

        Asked asked = one.asked(ANNA, ((CredentialVerifier.EnrolmentResult.Enrolled) enrolled).credential());

        assertThat(asked.check(get(asked))).isInstanceOf(CredentialVerifier.Verification.Passed.class);
    }

    @Test
    @Tag("R-WA-6")
    void create_passkeyHeldAlready_isRefusedByTheBrowser() {
        Credential held = enrol(ANNA);

        assertThat(chromium.call("create", text(scene.offered(ANNA, held).options())))
                .isEqualTo("InvalidStateError");
    }

    @Test
    @Tag("R-WA-3")
    void create_personNotVerified_isRefusedByTheBrowserAndByTheServer() {
        chromium.plugInWithoutVerification();
        Offered offered = scene.offered(ANNA);

        assertThat(chromium.call("create", text(offered.options()))).isEqualTo("NotAllowedError");
        assertThat(offered.confirm(answer("create", offered.options(), ChromiumTest::withoutVerification)))
                .isEqualTo(unfit("passkey.no-user-verification"));
    }

    @Test
    @Tag("R-WA-3")
    void get_personNotVerified_isRefusedByTheBrowserAndByTheServer() {
        Asked asked = scene.asked(ANNA, enrol(ANNA));
        chromium.authenticator().setUserVerified(false);

        assertThat(chromium.call("get", text(asked.options()))).isEqualTo("NotAllowedError");
        assertThat(asked.check(answer("get", asked.options(), ChromiumTest::withoutVerification)))
                .isEqualTo(WRONG);
    }

    private static String withoutVerification(String json) {
        return json.replace("\"userVerification\":\"required\"", "\"userVerification\":\"discouraged\"");
    }

    @Test
    @Tag("R-WA-5")
    void create_algorithmThatTheScriptPutIn_isUnfit() {
        Scene narrow = new Scene(PasskeyVerifier.builder("localhost", site.origin("localhost"))
                .algorithms(PasskeyAlgorithm.ES512)
                .build());
        Offered offered = narrow.offered(ANNA);

        assertThat(offered.confirm(
                        answer("create", offered.options(), json -> json.replace("\"alg\":-36", "\"alg\":-7"))))
                .isEqualTo(unfit("passkey.algorithm"));
    }

    @Test
    @Tag("R-WA-8")
    void get_withoutAnyPasskey_isRefusedByTheBrowserOnly() {
        Asked stranger = scene.asked(new UserId("decoy"));

        assertThat(chromium.call("get", text(stranger.options()))).isEqualTo("NotAllowedError");
    }
}
