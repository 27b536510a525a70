package dev.sspr.internal.verify;

import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.MfaVerifierContract;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** The built-in codes by e-mail have no privilege: they keep the contract of every verifier. */
public class MailCodesTest extends MfaVerifierContract {
    private static final KeyRing KEYS = KeyRing.derive(
            "kit",
            new KeyRing.Raw((byte) 1, "a key of thirty-two characters!!".getBytes(StandardCharsets.US_ASCII)),
            List.of(),
            new RandomSource(new SecureRandom()));

    @SuppressWarnings("this-escape") // the method overridden needs no field
    private final MfaVerifier verifier = verifier(KEYS);

    MfaVerifier verifier(KeyRing keys) {
        return new MessageCodes(MethodKind.EMAIL_CODE, Channel.EMAIL, CodeFormat.unambiguous(10), keys);
    }

    Destination destination(String id) {
        return new Destination(id, Channel.EMAIL, id + "@example.org");
    }

    /** As long an id as a decoy has. */
    private Account with(List<Destination> destinations) {
        Account any = samples.account();
        return new Account(
                any.id(), any.status(), any.privilege(), any.generation(), any.locale(), destinations, any.words());
    }

    @Override
    protected MfaVerifier verifier() {
        return verifier;
    }

    @Override
    protected Account holder() {
        return with(List.of(destination(samples.unique("d-")), destination(samples.unique("d-"))));
    }

    @Override
    protected Account stranger() {
        return with(List.of());
    }

    @Override
    protected Response answer(
            Challenge challenge, AuthMethod method, MfaVerifier.PreparedChallenge begun, Instant now) {
        return new Response.Typed(
                begun.code().map(MfaVerifier.PreparedChallenge.CodeToSend::code).orElse(Secret.of("AAAAAAAAAA")));
    }

    @Override
    protected boolean hasBackend() {
        return false;
    }

    @Override
    protected void outage(boolean on) {
        throw new AssertionError("there is no backend");
    }
}
