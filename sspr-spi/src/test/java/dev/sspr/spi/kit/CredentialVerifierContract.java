package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The clauses of {@link CredentialVerifier}; K1 to K3 are in {@link CredentialEnrolmentContract}, K4 to K8 in {@link
 * CredentialResponseContract}. The kit does not measure the cost of a wrong response (K9): none of its tests asserts a
 * time.
 */
public abstract class CredentialVerifierContract extends CredentialResponseContract {
    private static final Pattern MEMBER = Pattern.compile("\"([A-Za-z]+)\"\\s*:");

    /** For vendors to extend. */
    protected CredentialVerifierContract() {}

    /**
     * The visible shape of a challenge, by which an attacker who guesses login names could tell accounts apart (K9).
     *
     * @param begun the result of ask
     * @return equal for two challenges that look alike; by default the kind of prompt, the number of questions or
     *     digits, and the member names of public key options
     */
    protected Object shape(MfaVerifier.PreparedChallenge begun) {
        return List.of(begun.code().isPresent(), begun.prompt().map(this::shape).orElse("nothing"));
    }

    private String shape(Prompt prompt) {
        String kind = prompt.getClass().getSimpleName();
        if (prompt instanceof Prompt.Questions questions) {
            return kind + " " + questions.choose() + " of "
                    + questions.questions().size();
        }
        if (prompt instanceof Prompt.MatchNumber match) {
            return kind + " " + match.number().length();
        }
        if (prompt instanceof Prompt.PublicKey key) {
            return MEMBER.matcher(key.json())
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(" ", kind + " ", ""));
        }
        return kind;
    }

    @Test
    @Tag("R-ENUM-4")
    @Tag("R-WA-8")
    @DisplayName("K9: if no credential is held, ask has the same shape and every response is WRONG")
    void k9_stranger_looksAlikeAndIsWrong() {
        Owned anna = enrolled("K9");
        later();
        Put hers = put(anna.user(), List.of(anna.credential()));
        UserId nobody = user();
        Put decoy = put(nobody, List.of());
        assertThat(shape(decoy.begun()))
                .as("K9: the shape for an unknown account")
                .isEqualTo(shape(hers.begun()));
        Response response = right(hers, anna.credential(), now());
        List<Put> puts = List.of(
                decoy,
                new Put(decoy.challenge(), List.of(), hers.begun()),
                new Put(hers.challenge(), List.of(), hers.begun()));
        for (Put put : puts) {
            assertThat(check(put, List.of(), response, now()))
                    .as("K9: an account's response where no credential is held")
                    .isEqualTo(new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG));
        }
        for (int i = 0; i < 50; i++) {
            Secret guess = Secret.of(String.format(Locale.ROOT, "%06d", i));
            assertThat(check(decoy, List.of(), new Response.Typed(guess), now()))
                    .as("K9: a guess where no credential is held")
                    .isEqualTo(new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG));
        }
        assertPassed("K9: the account itself", check(hers, hers.held(), response, now()));
    }

    @Test
    @DisplayName("K10: ask again returns the same, for a known and an unknown account, and changes nothing")
    void k10_askedAgain_isTheSame() {
        Owned anna = enrolled("K10");
        later();
        Put put = put(anna.user(), List.of(anna.credential()));
        Response response = right(put, anna.credential(), now());
        MfaVerifier.PreparedChallenge again = verifier().ask(put.challenge(), put.held());
        assertThat(again).as("K10: asked again").isEqualTo(put.begun());
        assertThat(otherNode().ask(put.challenge(), put.held()))
                .as("K10: asked again on another node")
                .isEqualTo(put.begun());
        put(anna.user(), put.held());
        assertPassed("K10: a response to the first", check(put, put.held(), response, now()));
        Put decoy = put(user(), List.of());
        assertThat(verifier().ask(decoy.challenge(), List.of()))
                .as("K10: an unknown account asked again")
                .isEqualTo(decoy.begun());
    }

    @Test
    @Tag("R-LOG-1")
    @DisplayName("K11: no label, finding or toString contains a secret")
    void k11_texts_holdNoSecret() {
        Offered offered = offered(user(), List.of());
        Response confirmation = right(offered, now());
        List<String> texts = new ArrayList<>(List.of(offered.offer().toString()));
        for (Response spoilt : HostileResponses.spoilt(confirmation)) {
            CredentialVerifier.EnrolmentResult refused = confirm(offered, spoilt, now());
            for (String secret : secrets(spoilt)) {
                assertThat(refused.toString())
                        .as("K11: why a response is refused")
                        .doesNotContain(secret);
            }
        }
        CredentialVerifier.EnrolmentResult.Enrolled made =
                (CredentialVerifier.EnrolmentResult.Enrolled) confirm(offered, confirmation, now());
        Credential credential = made.credential();
        later();
        Put put = put(offered.enrolment().user(), List.of(credential));
        Response response = right(put, credential, now());
        CredentialVerifier.Verification verified = check(put, put.held(), response, now());
        List<String> secrets = new ArrayList<>(secrets(confirmation));
        secrets.addAll(secrets(response));
        secrets.addAll(encodings(credential.data()));
        offered.offer().prompt().ifPresent(prompt -> secrets.addAll(secrets(prompt)));
        texts.add(made.label());
        for (Object part : new Object[] {made, credential, put.begun(), verified, verifier()}) {
            texts.add(part.toString());
        }
        for (String text : texts) {
            for (String secret : secrets) {
                assertThat(text).as("K11: what may be logged").doesNotContain(secret);
            }
        }
    }

    /** Only texts that are too long to be found by chance. */
    private static List<String> secrets(Response response) {
        List<Secret> parts = response instanceof Response.Answers a ? a.answers() : List.of(response.secret());
        return parts.stream()
                .map(secret -> secret.exposeTo(String::new))
                .filter(text -> text.length() > 3)
                .toList();
    }

    private static List<String> secrets(Prompt prompt) {
        if (prompt instanceof Prompt.OtpAuth app) {
            String uri = app.uri().exposeTo(String::new);
            String seed = uri.replaceFirst(".*[?&]secret=([^&]*).*", "$1");
            return List.of(uri, seed);
        }
        if (prompt instanceof Prompt.Codes codes) {
            return codes.codes().stream()
                    .map(code -> code.exposeTo(String::new))
                    .toList();
        }
        return List.of();
    }

    private static List<String> encodings(byte[] data) {
        if (data.length < 8) {
            return List.of();
        }
        return List.of(
                HexFormat.of().formatHex(data),
                Base64.getEncoder().withoutPadding().encodeToString(data),
                Base64.getUrlEncoder().withoutPadding().encodeToString(data),
                new String(data, StandardCharsets.ISO_8859_1));
    }

    @Test
    @DisplayName("K12: null is refused")
    void k12_null_isRefused() {
        Offered offered = offered(user(), List.of());
        Response confirmation = right(offered, now());
        Enrolment enrolment = offered.enrolment();
        VerifierState verifierState = offered.offer().verifierState();
        Credential credential =
                ((CredentialVerifier.EnrolmentResult.Enrolled) confirm(offered, confirmation, now())).credential();
        later();
        Put put = put(enrolment.user(), List.of(credential));
        Response response = right(put, credential, now());
        Challenge challenge = put.challenge();
        VerifierState asked = put.begun().verifierState();
        CredentialVerifier verifier = verifier();
        refusesNull(
                "K12",
                () -> verifier.offer(null),
                () -> verifier.confirm(null, verifierState, confirmation, now()),
                () -> verifier.confirm(enrolment, null, confirmation, now()),
                () -> verifier.confirm(enrolment, verifierState, null, now()),
                () -> verifier.confirm(enrolment, verifierState, confirmation, null),
                () -> verifier.ask(null, put.held()),
                () -> verifier.ask(challenge, null),
                () -> verifier.check(null, asked, put.held(), response, now()),
                () -> verifier.check(challenge, null, put.held(), response, now()),
                () -> verifier.check(challenge, asked, null, response, now()),
                () -> verifier.check(challenge, asked, put.held(), null, now()),
                () -> verifier.check(challenge, asked, put.held(), response, null));
        assertPassed("K12: the challenge afterwards", check(put, put.held(), response, now()));
        assertThat(Optional.of(verifier.kind())).as("K12: the kind").contains(challenge.kind());
    }
}
