package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static dev.sspr.adapter.webauthn.Scene.BERT;
import static dev.sspr.adapter.webauthn.SoftAuthenticator.UP;
import static dev.sspr.adapter.webauthn.SoftAuthenticator.UV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Offered;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enrolments: what makes a passkey, and what does not. */
final class RegistrationTest {
    private final Scene scene = new Scene();
    private final SoftAuthenticator authenticator = SoftAuthenticator.es256();
    private final Offered offered = scene.offered(ANNA);

    private Ceremony create() {
        return authenticator.create(offered.options());
    }

    private static CredentialVerifier.EnrolmentResult unfit(String code) {
        return new CredentialVerifier.EnrolmentResult.Rejected(List.of(Finding.of(code)));
    }

    private static final CredentialVerifier.EnrolmentResult WRONG = new CredentialVerifier.EnrolmentResult.Wrong();

    @Test
    @Tag("R-WA-6")
    void confirm_rightAnswer_claimsTheCredentialIdUnderTheEnrolmentsId() {
        CredentialVerifier.EnrolmentResult.Enrolled made =
                (CredentialVerifier.EnrolmentResult.Enrolled) offered.confirm(create().answer());

        assertThat(made.claim()).contains(CredentialVerifier.EnrolmentResult.Claim.of(authenticator.credentialId));
        assertThat(made.credential().id()).isEqualTo(offered.enrolment().id().hex());
        assertThat(made.label()).isEqualTo("Passkey");
    }

    @ParameterizedTest
    @Tag("R-WA-2")
    @ValueSource(
            strings = {
                "https://example.org",
                "https://id.example.org.evil.example",
                "https://evil.example",
                "https://id.example.org:443",
                "https://id.example.org:8443",
                "https://id.example.org/",
                "https://ID.example.org",
                "HTTPS://id.example.org",
                "http://id.example.org",
                "https://evil@id.example.org",
                "https://id.example.org.",
                "null",
                ""
            })
    void confirm_otherOrigin_isWrong(String origin) {
        assertThat(offered.confirm(create().client("origin", origin).answer())).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-2")
    void confirm_secondOriginAllowed_isMade() {
        Scene two = new Scene(PasskeyVerifier.builder(Scene.RP_ID, Scene.ORIGIN)
                .origin("https://example.org:8443")
                .build());
        Offered at = two.offered(ANNA);

        assertThat(at.confirm(authenticator
                        .create(at.options())
                        .client("origin", "https://example.org:8443")
                        .answer()))
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
    }

    @ParameterizedTest
    @Tag("R-WA-2")
    @ValueSource(strings = {"webauthn.get", "webauthn.Create", "payment.get", "", "create"})
    void confirm_otherType_isWrong(String type) {
        assertThat(offered.confirm(create().client("type", type).answer())).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-2")
    void confirm_insideAFrameOfAnother_isWrong() {
        assertThat(offered.confirm(create().client("crossOrigin", true).answer()))
                .isEqualTo(WRONG);
        assertThat(offered.confirm(create().client("crossOrigin", "false").answer()))
                .isEqualTo(WRONG);
        assertThat(offered.confirm(
                        create().client("topOrigin", "https://evil.example").answer()))
                .isEqualTo(WRONG);
        assertThat(offered.confirm(create().client("topOrigin", Scene.ORIGIN).answer()))
                .isEqualTo(WRONG);
        assertThat(offered.confirm(create().clientWithout("crossOrigin").answer()))
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
    }

    @ParameterizedTest
    @Tag("R-WA-2")
    @ValueSource(strings = {"id.example.org", "evil.example", "EXAMPLE.ORG", "https://example.org", ""})
    void confirm_otherRpId_isWrong(String rpId) {
        assertThat(offered.confirm(create().rpId(rpId).answer())).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-1")
    void confirm_challengeOfAnotherEnrolment_isWrong() {
        Offered other = scene.offered(ANNA);
        Offered his = scene.offered(BERT);

        assertThat(other.confirm(create().answer())).isEqualTo(WRONG);
        assertThat(his.confirm(create().answer())).isEqualTo(WRONG);
        assertThat(scene.verifier.confirm(
                        offered.enrolment(), other.offer().verifierState(), create().answer(), Scene.NOW))
                .isEqualTo(WRONG);
        assertThat(scene.verifier.confirm(offered.enrolment(), VerifierState.EMPTY, create().answer(), Scene.NOW))
                .isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-1")
    void confirm_challengeOfAReset_isWrong() {
        Scene.Asked asked = scene.asked(ANNA);
        String challenge = Ceremony.options(asked.options()).get("challenge").stringValue();

        assertThat(offered.confirm(create().client("challenge", challenge).answer()))
                .isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-1")
    void confirm_fromExpiryOn_isOver() {
        Response answer = create().answer();

        assertThat(offered.confirm(answer, Scene.LATER.minusMillis(1)))
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        assertThat(offered.confirm(answer, Scene.LATER)).isEqualTo(new CredentialVerifier.EnrolmentResult.Expired());
        assertThat(offered.confirm(answer, Scene.LATER.plusSeconds(1)))
                .isEqualTo(new CredentialVerifier.EnrolmentResult.Expired());
    }

    @Test
    @Tag("R-WA-3")
    void confirm_userNotVerified_isUnfit() {
        assertThat(offered.confirm(create().flags(UP).answer())).isEqualTo(unfit("passkey.no-user-verification"));
    }

    @Test
    @Tag("R-WA-3")
    void confirm_userNotPresent_isWrong() {
        assertThat(offered.confirm(create().flags(UV).answer())).isEqualTo(WRONG);
        assertThat(offered.confirm(create().flags(0).answer())).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-6")
    void confirm_idTooLongOrEmpty_isNotMade() {
        authenticator.credentialId = new byte[1024];
        assertThat(offered.confirm(create().answer())).isEqualTo(unfit("passkey.id-too-long"));

        authenticator.credentialId = new byte[0];
        assertThat(offered.confirm(create().answer())).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-6")
    void confirm_idOfTheFrameIsNotTheAttestedOne_isWrong() {
        byte[] other = new byte[16];

        assertThat(offered.confirm(create().claimedId(other).answer())).isEqualTo(WRONG);
        assertThat(offered.confirm(
                        create().frame("id", Ceremony.base64url(other)).answer()))
                .isEqualTo(WRONG);
        assertThat(offered.confirm(create().frame("type", "password").answer())).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-6")
    void confirm_passkeyHeldAlready_isUnfit() {
        Credential held = scene.enrolled(ANNA, authenticator);
        Offered again = scene.offered(ANNA, held);

        assertThat(again.confirm(authenticator.create(again.options()).answer()))
                .isEqualTo(unfit("passkey.already-held"));
    }

    @Test
    void confirm_statementOfAnAuthenticatorsMake_isNotBelievedAndDoesNoHarm() {
        Map<String, Object> statement = Map.of("alg", -7, "sig", new byte[] {1, 2, 3});

        assertThat(offered.confirm(create().attestation("packed", statement).answer()))
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        assertThat(offered.confirm(create().attestation("packed", Map.of()).answer()))
                .isEqualTo(WRONG);
    }

    @Test
    void confirm_extensionsThatNobodyAskedFor_areIgnored() {
        byte[] known = Cbor.of(Map.of("credProtect", 3));
        byte[] unknown = Cbor.of(Map.of("example", true));

        assertThat(offered.confirm(create().extensions(known).answer()))
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        assertThat(offered.confirm(create().extensions(unknown).answer()))
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        assertThat(offered.confirm(create().frame("clientExtensionResults", Map.of("appid", 7))
                        .answer()))
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
    }

    @Test
    @Tag("R-INJ-3")
    void confirm_otherKindsAndTooLong_areWrong() {
        Secret json = Secret.of(create().json());

        for (Response other : List.of(
                new Response.Typed(json),
                new Response.Link(json),
                new Response.Answers(List.of(json)),
                new Response.Poll(),
                new Response.PublicKey(Secret.of(create().json() + " ".repeat(Response.MAX_JSON))))) {
            assertThat(offered.confirm(other))
                    .as(other.getClass().getSimpleName())
                    .isEqualTo(WRONG);
        }
    }

    @ParameterizedTest
    @Tag("F2-P8")
    @ValueSource(strings = {"android-safetynet", "compound", "org.example.later", "", "NONE"})
    @DisplayName("F2-P8: a format of attestation that is not known is taken as none")
    void confirm_unknownFormat_isMade(String format) {
        assertThat(offered.confirm(create().attestation(format, Map.of("ver", "1", "response", new byte[] {1}))
                        .answer()))
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
    }
}
