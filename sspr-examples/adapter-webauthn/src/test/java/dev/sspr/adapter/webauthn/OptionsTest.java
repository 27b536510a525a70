package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static dev.sspr.adapter.webauthn.Scene.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the browser is told. */
final class OptionsTest {
    private final Scene scene = new Scene();

    private static String text(Prompt prompt) {
        return ((Prompt.PublicKey) prompt).json();
    }

    @Test
    @Tag("R-WA-3")
    @Tag("R-WA-5")
    void offer_defaults_askForADiscoverablePasskeyWithVerification() {
        JsonNode options = Ceremony.options(scene.offered(ANNA).options());

        assertThat(options.at("/rp").toString()).isEqualTo("{\"id\":\"example.org\",\"name\":\"Example\"}");
        assertThat(options.at("/user/name").stringValue()).isEqualTo("anna@example.org");
        assertThat(options.at("/authenticatorSelection").toString())
                .isEqualTo("{\"residentKey\":\"required\",\"requireResidentKey\":true,"
                        + "\"userVerification\":\"required\"}");
        assertThat(options.at("/attestation").stringValue()).isEqualTo("none");
        assertThat(options.at("/pubKeyCredParams").findValues("alg").toString()).isEqualTo("[-8, -7, -257]");
        assertThat(options.at("/timeout").intValue()).isEqualTo(300_000);
        assertThat(options.at("/excludeCredentials").size()).isZero();
    }

    @Test
    @Tag("R-WA-1")
    void challenges_areOf32BytesAndNeverTwoEqual() {
        TreeSet<String> seen = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            seen.add(challenge(scene.offered(ANNA).options()));
            seen.add(challenge(scene.asked(ANNA).options()));
        }

        assertThat(seen)
                .hasSize(40)
                .allSatisfy(
                        one -> assertThat(Base64.getUrlDecoder().decode(one)).hasSize(32));
    }

    @Test
    @Tag("R-WA-1")
    @Tag("R-TOK-4")
    void ask_anyPartOfTheChallengeDiffers_asksForOtherBytes() {
        Challenge c = scene.challenge(ANNA);
        Challenge other = scene.challenge(ANNA);
        Generation g = c.generation();
        TreeSet<String> seen = new TreeSet<>();
        for (Challenge one : List.of(
                c,
                other,
                with(c, other.flow(), c.purpose(), ANNA, g, "m1", c.expiresAt()),
                with(c, c.flow(), Purpose.UNLOCK, ANNA, g, "m1", c.expiresAt()),
                with(c, c.flow(), c.purpose(), BERT, g, "m1", c.expiresAt()),
                with(c, c.flow(), c.purpose(), ANNA, Generation.of(2), "m1", c.expiresAt()),
                with(c, c.flow(), c.purpose(), ANNA, g, "m2", c.expiresAt()),
                with(c, c.flow(), c.purpose(), ANNA, g, "m1", c.expiresAt().plusMillis(1)))) {
            seen.add(challenge(scene.asked(one).options()));
        }

        assertThat(seen).hasSize(8);
    }

    private static Challenge with(
            Challenge c,
            FlowId flow,
            Purpose purpose,
            UserId user,
            Generation generation,
            String methodId,
            Instant expiresAt) {
        return new Challenge(c.id(), flow, purpose, user, generation, c.kind(), methodId, c.issuedAt(), expiresAt);
    }

    private static String challenge(Prompt prompt) {
        return Ceremony.options(prompt).get("challenge").stringValue();
    }

    @Test
    @Tag("R-WA-8")
    @Tag("R-ENUM-4")
    void ask_stranger_isToldTheSameByteForByte() {
        Challenge challenge = scene.challenge(ANNA);
        Credential held = scene.enrolled(ANNA, SoftAuthenticator.es256());

        Prompt known = scene.asked(challenge, held).options();

        assertThat(scene.asked(challenge).options()).isEqualTo(known);
        assertThat(Ceremony.options(known).get("allowCredentials").size()).isZero();
        assertThat(text(scene.asked(BERT).options())).hasSameSizeAs(text(known));
    }

    @Test
    void userHandle_isTheSameEachTimeAndDoesNotTellTheUserId() {
        String handle = handle(scene, ANNA);

        assertThat(handle(scene, ANNA)).isEqualTo(handle);
        assertThat(handle(scene, BERT)).isNotEqualTo(handle);
        assertThat(handle(
                        new Scene(PasskeyVerifier.builder("example.com", "https://example.com")
                                .build()),
                        ANNA))
                .isNotEqualTo(handle);
        assertThat(Base64.getUrlDecoder().decode(handle)).hasSize(32);
        assertThat(text(scene.offered(ANNA).options())).doesNotContain(ANNA.value());
    }

    private static String handle(Scene scene, UserId user) {
        return Ceremony.options(scene.offered(user).options()).at("/user/id").stringValue();
    }

    @Test
    void offer_passkeysHeld_areExcludedAsFarAsThereIsRoom() {
        List<Credential> held = new ArrayList<>();
        for (int size : new int[] {64, 900, 600, 16}) {
            SoftAuthenticator one = SoftAuthenticator.es256();
            one.credentialId = new byte[size];

            held.add(scene.enrolled(ANNA, one));
        }

        Prompt options = scene.offered(ANNA, held.toArray(Credential[]::new)).options();

        assertThat(Ceremony.options(options).get("excludeCredentials").findValues("id"))
                .extracting(id -> Base64.getUrlDecoder().decode(id.stringValue()).length)
                .containsExactly(64, 900, 16);
    }

    @Test
    void offer_longestNamesOfTheWorstCharacters_fits() {
        String rpId = ("a".repeat(60) + ".").repeat(4) + "example";
        Scene longest = new Scene(PasskeyVerifier.builder(rpId, "https://" + rpId)
                .algorithms(PasskeyAlgorithm.values())
                .build());
        Enrolment usual = longest.enrolment(ANNA, List.of());
        Enrolment enrolment = new Enrolment(
                usual.id(),
                usual.user(),
                "<".repeat(64),
                "\"".repeat(64),
                Locale.ENGLISH,
                List.of(),
                Optional.empty(),
                usual.issuedAt(),
                usual.expiresAt().plusSeconds(86_400));

        Prompt options = longest.verifier.offer(enrolment).prompt().orElseThrow();

        assertThat(text(options)).doesNotContain("<");
        assertThat(Ceremony.options(options).at("/user/name").stringValue()).isEqualTo("<".repeat(64));
        assertThat(Ceremony.options(options).get("timeout").intValue()).isEqualTo(600_000);
    }

    @Test
    void offer_serviceOfTheWorstCharacters_fits() {
        String rpId = ("a".repeat(60) + ".").repeat(4) + "example";
        Scene longest = new Scene(PasskeyVerifier.builder(rpId, "https://" + rpId)
                .algorithms(PasskeyAlgorithm.values())
                .build());
        Enrolment usual = longest.enrolment(ANNA, List.of());

        Prompt options = longest.verifier
                .offer(new Enrolment(
                        usual.id(),
                        usual.user(),
                        "<".repeat(64),
                        "<".repeat(64),
                        Locale.ENGLISH,
                        List.of(),
                        Optional.empty(),
                        usual.issuedAt(),
                        usual.expiresAt()))
                .prompt()
                .orElseThrow();

        assertThat(text(options).length()).isLessThanOrEqualTo(2048);
    }
}
