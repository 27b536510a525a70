package dev.sspr.adapter.webauthn;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A relying party, its verifier, and the engine's side of a ceremony. */
final class Scene {
    static final String RP_ID = "example.org";
    static final String ORIGIN = "https://id.example.org";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant LATER = NOW.plusSeconds(300);
    static final UserId ANNA = new UserId("u-anna");
    static final UserId BERT = new UserId("u-bert");

    private static final PasskeyVerifier USUAL =
            PasskeyVerifier.builder(RP_ID, ORIGIN).build();

    final PasskeyVerifier verifier;
    private int ids;

    Scene() {
        this(USUAL);
    }

    Scene(PasskeyVerifier verifier) {
        this.verifier = verifier;
    }

    Enrolment enrolment(UserId user, List<Credential> held) {
        return new Enrolment(
                digest(), user, "anna@example.org", "Example", Locale.ENGLISH, held, Optional.empty(), NOW, LATER);
    }

    Challenge challenge(UserId user) {
        return new Challenge(
                digest(),
                new FlowId(digest()),
                Purpose.RESET,
                user,
                Generation.of(1),
                MethodKind.PASSKEY,
                "m1",
                NOW,
                LATER);
    }

    private Digest digest() {
        return new Digest(0x5eed, ++ids);
    }

    /** An enrolment under way. */
    record Offered(Scene scene, Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer) {
        Prompt options() {
            return offer.prompt().orElseThrow();
        }

        CredentialVerifier.EnrolmentResult confirm(Response response) {
            return confirm(response, NOW);
        }

        CredentialVerifier.EnrolmentResult confirm(Response response, Instant now) {
            return scene.verifier.confirm(enrolment, offer.verifierState(), response, now);
        }
    }

    /** A challenge under way. */
    record Asked(Scene scene, Challenge challenge, MfaVerifier.PreparedChallenge begun, List<Credential> held) {
        Prompt options() {
            return begun.prompt().orElseThrow();
        }

        CredentialVerifier.Verification check(Response response) {
            return check(response, NOW);
        }

        CredentialVerifier.Verification check(Response response, Instant now) {
            return scene.verifier.check(challenge, begun.verifierState(), held, response, now);
        }

        Asked holding(Credential... other) {
            return new Asked(scene, challenge, begun, List.of(other));
        }
    }

    Offered offered(UserId user, Credential... held) {
        Enrolment enrolment = enrolment(user, List.of(held));
        return new Offered(this, enrolment, verifier.offer(enrolment));
    }

    Credential enrolled(UserId user, SoftAuthenticator authenticator) {
        Offered offered = offered(user);
        CredentialVerifier.EnrolmentResult enrolled =
                offered.confirm(authenticator.create(offered.options()).answer());
        if (enrolled instanceof CredentialVerifier.EnrolmentResult.Enrolled made) {
            return made.credential();
        }
        throw new IllegalStateException("not enrolled: " + enrolled);
    }

    Asked asked(UserId user, Credential... held) {
        return asked(challenge(user), held);
    }

    Asked asked(Challenge challenge, Credential... held) {
        return new Asked(this, challenge, verifier.ask(challenge, List.of(held)), List.of(held));
    }
}
