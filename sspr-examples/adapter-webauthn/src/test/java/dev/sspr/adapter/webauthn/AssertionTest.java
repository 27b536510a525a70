package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static dev.sspr.adapter.webauthn.Scene.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Asked;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Challenges: what proves a passkey, and what does not. */
final class AssertionTest {
    private static final CredentialVerifier.Verification WRONG =
            new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);

    private final Scene scene = new Scene();
    private final SoftAuthenticator authenticator = SoftAuthenticator.es256();
    private final Credential held = scene.enrolled(ANNA, authenticator);
    private final Asked asked = scene.asked(ANNA, held);

    private Ceremony get() {
        return authenticator.get(asked.options());
    }

    private static CredentialVerifier.Verification.Passed passed(CredentialVerifier.Verification verified) {
        assertThat(verified).isInstanceOf(CredentialVerifier.Verification.Passed.class);
        return (CredentialVerifier.Verification.Passed) verified;
    }

    @Test
    void check_rightAnswer_passesByName() {
        assertThat(passed(asked.check(get().answer())).credentialId()).isEqualTo(held.id());
    }

    @Test
    void check_secondOfTwo_passesByItsName() {
        SoftAuthenticator phone = SoftAuthenticator.of(-8);
        Credential second = scene.enrolled(ANNA, phone);

        assertThat(passed(asked.holding(held, second)
                                .check(phone.get(asked.options()).answer()))
                        .credentialId())
                .isEqualTo(second.id());
    }

    @ParameterizedTest
    @Tag("R-WA-2")
    @ValueSource(
            strings = {
                "https://example.org",
                "https://id.example.org.evil.example",
                "https://evil.example",
                "https://id.example.org:443",
                "https://id.example.org/x",
                "https://Id.example.org",
                "http://id.example.org",
                "http://localhost",
                "android:apk-key-hash:AAAA",
                ""
            })
    void check_otherOrigin_isWrong(String origin) {
        assertThat(asked.check(get().client("origin", origin).answer())).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @Tag("R-WA-2")
    @ValueSource(strings = {"webauthn.create", "webauthn.GET", "payment.get", ""})
    void check_otherType_isWrong(String type) {
        assertThat(asked.check(get().client("type", type).answer())).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-2")
    void check_insideAFrameOfAnother_isWrong() {
        assertThat(asked.check(get().client("crossOrigin", true).answer())).isEqualTo(WRONG);
        assertThat(asked.check(get().client("crossOrigin", "no").answer())).isEqualTo(WRONG);
        assertThat(asked.check(get().client("topOrigin", Scene.ORIGIN).answer()))
                .isEqualTo(WRONG);
        assertThat(asked.check(get().client("crossOrigin", true)
                        .client("topOrigin", Scene.ORIGIN)
                        .answer()))
                .isEqualTo(WRONG);
        passed(asked.check(get().clientWithout("crossOrigin").answer()));
    }

    @ParameterizedTest
    @Tag("R-WA-2")
    @ValueSource(strings = {"id.example.org", "evil.example", ""})
    void check_otherRpId_isWrong(String rpId) {
        assertThat(asked.check(get().rpId(rpId).answer())).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-1")
    void check_answerToAnotherChallenge_isWrong() {
        Challenge c = asked.challenge();
        Challenge otherFlow = scene.challenge(ANNA);
        for (Challenge other : List.of(
                otherFlow,
                with(c, otherFlow.flow(), c.purpose(), c.user(), c.generation()),
                with(c, c.flow(), Purpose.UNLOCK, c.user(), c.generation()),
                with(c, c.flow(), Purpose.REGISTER, c.user(), c.generation()),
                with(c, c.flow(), c.purpose(), BERT, c.generation()),
                with(c, c.flow(), c.purpose(), c.user(), Generation.of(2)))) {
            Asked another = scene.asked(other, held);
            assertThat(another.check(get().answer())).as("its own memo").isEqualTo(WRONG);
            assertThat(new Asked(scene, other, asked.begun(), asked.held()).check(get().answer()))
                    .as("the memo of the first")
                    .isEqualTo(WRONG);
        }
        assertThat(scene.verifier.check(c, VerifierState.EMPTY, asked.held(), get().answer(), Scene.NOW))
                .isEqualTo(WRONG);
    }

    private static Challenge with(Challenge c, FlowId flow, Purpose purpose, UserId user, Generation generation) {
        return new Challenge(
                c.id(), flow, purpose, user, generation, c.kind(), c.methodId(), c.issuedAt(), c.expiresAt());
    }

    @Test
    @Tag("R-WA-1")
    void check_fromExpiryOn_isUnusable() {
        Response answer = get().answer();

        assertThat(asked.check(answer, Scene.LATER))
                .isEqualTo(new CredentialVerifier.Verification.Failed(MfaVerifier.Result.UNUSABLE));
        passed(asked.check(answer, Scene.LATER.minusMillis(1)));
    }

    @ParameterizedTest
    @Tag("R-WA-1")
    @Tag("V-REPLAY-1")
    @ValueSource(longs = {0, 7})
    void check_sameAnswerAgain_isWrongAndNoClone(long counter) {
        SoftAuthenticator one = SoftAuthenticator.es256().counter(counter);
        Asked at = scene.asked(ANNA, scene.enrolled(ANNA, one));
        Response answer = one.get(at.options()).answer();
        Credential next = passed(at.check(answer)).next().orElseThrow();

        assertThat(at.holding(next).check(answer)).isEqualTo(WRONG);
        assertThat(at.holding(next).check(one.get(at.options()).answer()))
                .as("signed anew")
                .isEqualTo(WRONG);
        Asked later = scene.asked(ANNA, next);
        assertThat(later.check(answer)).as("for the next challenge").isEqualTo(WRONG);
        passed(later.check(one.get(later.options()).answer()));
    }

    @Test
    @Tag("R-WA-6")
    void check_passkeyOfAnotherAccount_isWrong() {
        SoftAuthenticator his = SoftAuthenticator.es256();
        Credential hisCredential = scene.enrolled(BERT, his);
        String annasHandle = Ceremony.base64url(authenticator.userHandle);

        assertThat(asked.check(his.get(asked.options()).answer())).isEqualTo(WRONG);
        assertThat(asked.check(his.get(asked.options())
                        .response("userHandle", annasHandle)
                        .answer()))
                .as("with her handle")
                .isEqualTo(WRONG);
        assertThat(asked.check(his.get(asked.options())
                        .response("userHandle", annasHandle)
                        .claimedId(authenticator.credentialId)
                        .answer()))
                .as("with her handle and her id")
                .isEqualTo(WRONG);
        assertThat(asked.holding(hisCredential).check(his.get(asked.options()).answer()))
                .as("held by her by mistake")
                .isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-6")
    void check_withoutUserHandle_isWrong() {
        assertThat(asked.check(get().responseWithout("userHandle").answer())).isEqualTo(WRONG);
        assertThat(asked.check(get().response("userHandle", "").answer())).isEqualTo(WRONG);
        assertThat(asked.check(get().response("userHandle", Ceremony.base64url(new byte[32]))
                        .answer()))
                .isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-8")
    @Tag("R-ENUM-4")
    void check_nothingHeld_isWrong() {
        assertThat(asked.holding().check(get().answer())).isEqualTo(WRONG);
        assertThat(asked.holding().check(get().claimedId(new byte[] {0}).answer()))
                .isEqualTo(WRONG);
    }

    @Test
    void check_signatureOfAnother_isWrong() {
        SoftAuthenticator thief = SoftAuthenticator.es256();
        thief.credentialId = authenticator.credentialId;
        thief.userHandle = authenticator.userHandle;

        assertThat(asked.check(thief.get(asked.options()).answer())).isEqualTo(WRONG);
        assertThat(asked.check(get().bendSignature(bytes -> new byte[0]).answer()))
                .isEqualTo(WRONG);
        assertThat(asked.check(
                        get().bendSignature(bytes -> new byte[bytes.length]).answer()))
                .isEqualTo(WRONG);
        // r = s = 0, which some verifiers took for anything (CVE-2022-21449)
        assertThat(asked.check(get().bendSignature(bytes -> new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0})
                        .answer()))
                .isEqualTo(WRONG);
    }

    @Test
    void check_theAnswerThatEnrolledIt_isWrong() {
        assertThat(asked.check(
                        authenticator.create(scene.offered(ANNA).options()).answer()))
                .isEqualTo(WRONG);
    }

    @Test
    void check_extensionsThatNobodyAskedFor_areIgnored() {
        passed(asked.check(get().extensions(Cbor.of(Map.of("example", true))).answer()));
    }

    @Test
    void check_bytesAfterTheAuthenticatorData_areWrong() {
        assertThat(asked.check(get().bendAuthenticatorData(bytes -> Ceremony.concat(bytes, new byte[] {0}))
                        .answer()))
                .isEqualTo(WRONG);
    }

    @Test
    @Tag("R-INJ-3")
    void check_otherKindsAndTooLong_areWrong() {
        Secret json = Secret.of(get().json());

        for (Response other : List.of(
                new Response.Typed(json),
                new Response.Link(json),
                new Response.Answers(List.of(json)),
                new Response.Poll(),
                new Response.PublicKey(Secret.of(get().json() + " ".repeat(Response.MAX_JSON))))) {
            assertThat(asked.check(other)).as(other.getClass().getSimpleName()).isEqualTo(WRONG);
        }
    }

    @Test
    void check_credentialThatCannotBeRead_leavesTheOthersGood() {
        Credential ofTomorrow = Credential.of("m0", new byte[] {2, 0, 0});
        Credential cut = Credential.of("m00", new byte[] {1, 0, 0});
        Credential empty = Credential.of("m000", new byte[0]);

        passed(asked.holding(ofTomorrow, cut, empty, held).check(get().answer()));
    }
}
