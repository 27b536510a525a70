package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static dev.sspr.adapter.webauthn.Scene.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Asked;
import dev.sspr.adapter.webauthn.Scene.Offered;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's page in Chromium, led astray: on the wrong page, for the wrong question, with the wrong passkey. */
final class ChromiumAstrayTest extends InChromium {
    @Test
    @Tag("R-WA-2")
    void page_onAnotherOrigin_isWrong() {
        Asked asked = scene.asked(ANNA, enrol(ANNA));
        Offered offered = scene.offered(BERT);
        chromium.open(otherSite.origin("localhost"));

        assertThat(asked.check(get(asked))).isEqualTo(WRONG);
        assertThat(offered.confirm(create(offered))).isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
    }

    @Test
    @Tag("R-WA-2")
    void page_onAnAllowedSubdomain_provesItselfUnlessForAnotherRpId() {
        Scene sub = new Scene(PasskeyVerifier.builder("app.localhost", site.origin("id.app.localhost"))
                .build());
        chromium.open(site.origin("id.app.localhost"));
        Offered offered = sub.offered(ANNA);
        Credential held = ((CredentialVerifier.EnrolmentResult.Enrolled) offered.confirm(create(offered))).credential();
        Asked asked = sub.asked(ANNA, held);
        Offered his = sub.offered(BERT);

        assertThat(asked.check(get(asked))).isInstanceOf(CredentialVerifier.Verification.Passed.class);
        assertThat(his.confirm(answer("create", his.options(), ChromiumAstrayTest::forTheSubdomain)))
                .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
        assertThat(asked.check(answer("get", asked.options(), ChromiumAstrayTest::forTheSubdomain)))
                .isEqualTo(WRONG);
    }

    private static String forTheSubdomain(String json) {
        return json.replace("\"app.localhost\"", "\"id.app.localhost\"");
    }

    @Test
    @Tag("R-WA-2")
    void page_inAFrameOfAnotherOrigin_isWrong() {
        Asked asked = scene.asked(ANNA, enrol(ANNA));
        chromium.open(frame.origin("localhost"));
        chromium.enterFrame();

        Response answer = get(asked);

        String json = answer.secret().exposeTo(String::new);
        byte[] clientData = Json.bytes(Json.mapper().readTree(json).get("response"), "clientDataJSON");
        assertThat(new String(clientData, StandardCharsets.UTF_8)).contains("\"crossOrigin\":true");
        assertThat(asked.check(answer)).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-1")
    void answer_toAnotherFlowOrForTheSecondTime_isWrong() {
        Asked asked = scene.asked(ANNA, enrol(ANNA));
        Asked otherFlow = scene.asked(ANNA, asked.held().get(0));
        Response answer = get(asked);

        assertThat(otherFlow.check(answer)).isEqualTo(WRONG);
        CredentialVerifier.Verification verified = asked.check(answer);
        assertThat(verified).isInstanceOf(CredentialVerifier.Verification.Passed.class);
        Credential next =
                ((CredentialVerifier.Verification.Passed) verified).next().orElseThrow();
        assertThat(asked.holding(next).check(answer)).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-2")
    void answer_ofTheOtherCeremony_isWrong() {
        Offered offered = scene.offered(ANNA);
        Response created = create(offered);
        Credential held = ((CredentialVerifier.EnrolmentResult.Enrolled) offered.confirm(created)).credential();
        Asked asked = scene.asked(ANNA, held);

        assertThat(asked.check(created)).isEqualTo(WRONG);
        assertThat(scene.offered(ANNA).confirm(get(asked))).isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
    }

    @Test
    @Tag("R-WA-6")
    void answer_withAnotherAccountsPasskey_isWrong() {
        Credential annas = enrol(ANNA);
        chromium.plugIn();
        Credential berts = enrol(BERT);
        Asked asked = scene.asked(ANNA, annas);
        Response answer = get(asked);

        assertThat(asked.check(answer)).isEqualTo(WRONG);
        assertThat(asked.holding(annas, berts).check(answer)).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @Tag("R-WA-7")
    @CsvSource({"0, true", "-1, true", "-2, true", "1, false"})
    void counter_ofACopiedAuthenticator_isCloned(int difference, boolean cloned) {
        Credential kept = enrol(ANNA);
        for (int i = 0; i < 3; i++) {
            Asked asked = scene.asked(ANNA, kept);
            kept = ((CredentialVerifier.Verification.Passed) asked.check(get(asked)))
                    .next()
                    .orElseThrow();
        }
        org.openqa.selenium.virtualauthenticator.Credential original =
                chromium.authenticator().getCredentials().get(0);
        chromium.plugIn();
        // the authenticator adds 1 before it signs
        chromium.authenticator()
                .addCredential(org.openqa.selenium.virtualauthenticator.Credential.createResidentCredential(
                        original.getId(),
                        original.getRpId(),
                        original.getPrivateKey(),
                        original.getUserHandle(),
                        original.getSignCount() + difference - 1));

        Asked again = scene.asked(ANNA, kept);

        CredentialVerifier.Verification second = again.check(get(again));
        assertThat(second.equals(new CredentialVerifier.Verification.Cloned(kept.id())))
                .isEqualTo(cloned);
        assertThat(second instanceof CredentialVerifier.Verification.Passed).isEqualTo(!cloned);
    }
}
