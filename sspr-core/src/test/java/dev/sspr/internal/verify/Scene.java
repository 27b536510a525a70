package dev.sspr.internal.verify;

import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.Mint;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One person, one time, and what is asked of her. */
final class Scene {
    static final Instant NOW = Instant.parse("2031-05-06T07:08:09.123Z");
    static final Mint MINT = new Mint(new SecureRandom());
    static final KeyRing KEYS = KeyRing.derive(
            "scene",
            new KeyRing.Raw((byte) 1, "a key of thirty-two characters!!".getBytes(StandardCharsets.US_ASCII)),
            Optional.empty(),
            MINT);
    static final UserId ANNA = new UserId("anna");
    static final UserId BERT = new UserId("bert");

    private Scene() {}

    static Enrolment enrolment(UserId user) {
        return new Enrolment(
                MINT.digest(),
                user,
                user.value() + "@example.org",
                "Example",
                Locale.ENGLISH,
                List.of(),
                Optional.empty(),
                NOW,
                NOW.plus(Duration.ofMinutes(10)));
    }

    static Enrolment activating(Credential given) {
        Enrolment any = enrolment(ANNA);
        return new Enrolment(
                any.id(),
                any.user(),
                any.accountName(),
                any.service(),
                any.locale(),
                List.of(),
                Optional.of(given),
                any.issuedAt(),
                any.expiresAt());
    }

    static Challenge challenge(MethodKind kind, Instant at) {
        return new Challenge(
                MINT.digest(),
                new FlowId(MINT.digest()),
                Purpose.RESET,
                ANNA,
                Generation.of(1),
                kind,
                "1",
                at,
                at.plus(Duration.ofMinutes(5)));
    }

    static Response typed(String text) {
        return new Response.Typed(Secret.of(text));
    }

    static Response typed(char[] text) {
        return new Response.Typed(Secret.of(text));
    }

    static Digest id() {
        return MINT.digest();
    }
}
