package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Asked;
import dev.sspr.adapter.webauthn.Scene.Offered;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers bent at random, at every level: never an exception, and never a pass for other bytes than were signed. */
@Tag("R-INJ-3")
@Tag("V-TYPE-8")
final class FuzzTest {
    /** More with {@code -Dsspr.fuzz.rounds}. */
    private static final int ROUNDS = Integer.getInteger("sspr.fuzz.rounds", 150);

    private static final CredentialVerifier.Verification WRONG =
            new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);
    private static final List<String> SHARDS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "-1",
            "1e999",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "\u00e9",
            "\"id\":\"AA\",",
            "\"response\":[],",
            "9".repeat(2000),
            "[".repeat(2000),
            "{\"a\":".repeat(500));

    private final Scene scene = new Scene();
    private final SoftAuthenticator authenticator = SoftAuthenticator.es256();

    @ParameterizedTest
    @ValueSource(longs = 20260301)
    void check_bentJson_neverThrowsAndPassesOnlyWhatIsSaidTheSame(long seed) {
        Random random = new Random(seed);
        Asked asked = asked();
        String json = authenticator.get(asked.options()).json();
        for (int i = 0; i < ROUNDS; i++) {
            String bent = bendText(random, json);
            CredentialVerifier.Verification verified = asked.check(new Response.PublicKey(Secret.of(bent)));
            // a member that nobody reads may say anything, so a pass proves nothing here; see the signed parts below
            assertThat(verified instanceof CredentialVerifier.Verification.Passed || verified.equals(WRONG))
                    .as("seed %d round %d", seed, i)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 20260302)
    void check_bentClientDataThatIsSigned_passesOnlyWithTypeOriginAndChallengeUntouched(long seed) {
        Random random = new Random(seed);
        Asked asked = asked();
        String challenge = Ceremony.options(asked.options()).get("challenge").stringValue();
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder sent = new StringBuilder();
            CredentialVerifier.Verification verified = asked.check(authenticator
                    .get(asked.options())
                    .bendClientData(bytes -> {
                        byte[] bent = other(random, bytes);
                        sent.append(new String(bent, StandardCharsets.UTF_8));
                        return bent;
                    })
                    .answer());
            if (verified instanceof CredentialVerifier.Verification.Passed) {
                assertThat(sent.toString())
                        .as("seed %d round %d", seed, i)
                        .contains("\"webauthn.get\"", "\"" + Scene.ORIGIN + "\"", "\"" + challenge + "\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 20260303)
    void check_bentAfterSigning_isWrong(long seed) {
        Random random = new Random(seed);
        Asked asked = asked();
        String member = "authenticatorData";
        for (int i = 0; i < ROUNDS; i++) {
            Ceremony ceremony = authenticator.get(asked.options());
            byte[] signed = Json.bytes(Json.mapper().readTree(ceremony.json()).get("response"), member);
            Response answer = ceremony.response(member, Ceremony.base64url(other(random, signed)))
                    .answer();
            assertThat(asked.check(answer)).as("seed %d round %d", seed, i).isEqualTo(WRONG);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 20260304)
    void check_bentSignature_neverThrows(long seed) {
        Random random = new Random(seed);
        Asked asked = asked();
        for (int i = 0; i < ROUNDS; i++) {
            Response answer = authenticator
                    .get(asked.options())
                    .bendSignature(bytes -> other(random, bytes))
                    .answer();
            assertThat(asked.check(answer)).as("seed %d round %d", seed, i).isEqualTo(WRONG);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 20260305)
    void check_bentAuthenticatorDataThatIsSigned_neverThrows(long seed) {
        Random random = new Random(seed);
        Asked asked = asked();
        byte[] extensions = Cbor.of(Map.of("credProtect", 3, "example", new byte[] {1, 2, 3}));
        for (int i = 0; i < ROUNDS; i++) {
            CredentialVerifier.Verification verified = asked.check(authenticator
                    .get(asked.options())
                    .extensions(extensions)
                    .bendAuthenticatorData(bytes -> other(random, bytes))
                    .answer());
            assertThat(verified).as("seed %d round %d", seed, i).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 20260306)
    void confirm_bentAttestation_neverThrowsAndWhatIsMadeNeverThrowsLater(long seed) {
        Random random = new Random(seed);
        Offered offered = scene.offered(ANNA);
        for (int i = 0; i < ROUNDS; i++) {
            SoftAuthenticator one = random.nextBoolean() ? authenticator : SoftAuthenticator.of(-8);
            boolean inside = random.nextBoolean();
            Ceremony ceremony = one.create(offered.options());
            CredentialVerifier.EnrolmentResult enrolled = offered.confirm((inside
                            ? ceremony.bendAuthenticatorData(bytes -> other(random, bytes))
                            : ceremony.bendAttestation(bytes -> other(random, bytes)))
                    .answer());
            if (enrolled instanceof CredentialVerifier.EnrolmentResult.Enrolled made) {
                Asked asked = scene.asked(ANNA, made.credential());
                assertThat(asked.check(one.get(asked.options()).answer()))
                        .as("seed %d round %d", seed, i)
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 20260307)
    void confirm_bentJson_neverThrows(long seed) {
        Random random = new Random(seed);
        Offered offered = scene.offered(ANNA);
        String json = authenticator.create(offered.options()).json();
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(offered.confirm(new Response.PublicKey(Secret.of(bendText(random, json)))))
                    .as("seed %d round %d", seed, i)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 20260308)
    void check_bentCredential_neverThrows(long seed) {
        Random random = new Random(seed);
        Credential credential = scene.enrolled(ANNA, authenticator);
        Asked asked = scene.asked(ANNA, credential);
        Response answer = authenticator.get(asked.options()).answer();
        for (int i = 0; i < ROUNDS; i++) {
            Credential bent = Credential.of(credential.id(), other(random, credential.data()));
            assertThat(asked.holding(bent).check(answer))
                    .as("seed %d round %d", seed, i)
                    .isNotNull();
            assertThat(scene.offered(ANNA, bent).options()).isNotNull();
        }
    }

    @Test
    void confirm_deepCbor_isWrong() {
        byte[] arrays = new byte[8000];
        Arrays.fill(arrays, (byte) 0x81);
        byte[] hugeText = {0x7b, 0x7f, -1, -1, -1, -1, -1, -1, -1};
        Offered offered = scene.offered(ANNA);
        for (byte[] bomb : List.of(arrays, hugeText)) {
            assertThat(offered.confirm(authenticator
                            .create(offered.options())
                            .bendAttestation(bytes -> bomb)
                            .answer()))
                    .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
            assertThat(offered.confirm(authenticator
                            .create(offered.options())
                            .extensions(bomb)
                            .answer()))
                    .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
        }
    }

    private Asked asked() {
        return scene.asked(ANNA, scene.enrolled(ANNA, authenticator));
    }

    private static String bendText(Random random, String text) {
        StringBuilder bent = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(bent.length() + 1);
            int end = Math.min(bent.length(), at + random.nextInt(random.nextInt(8) == 0 ? 200 : 3));
            String shard = random.nextBoolean()
                    ? SHARDS.get(random.nextInt(SHARDS.size()))
                    : String.valueOf((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
            bent.replace(at, end, random.nextInt(3) == 0 ? "" : shard);
        }
        return bent.toString();
    }

    /** The same bytes with a few flipped, cut, put in or doubled; never equal to what they were. */
    private static byte[] other(Random random, byte[] bytes) {
        byte[] bent = bytes;
        while (Arrays.equals(bent, bytes)) {
            bent = bent.clone();
            int at = random.nextInt(Math.max(1, bent.length));
            switch (random.nextInt(4)) {
                case 0 -> bent = Arrays.copyOf(bent, at);
                case 1 ->
                    bent = Ceremony.concat(Arrays.copyOf(bent, at), Arrays.copyOfRange(bytes, at / 2, bytes.length));
                default -> {
                    if (bent.length > 0) {
                        bent[at] = (byte) random.nextInt(256);
                    }
                }
            }
        }
        return bent;
    }
}
