package dev.sspr.adapter.webauthn;

import com.webauthn4j.converter.util.ObjectConverter;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Enrols passkeys and checks them: discoverable WebAuthn credentials with user verification.
 *
 * <p><b>Threads.</b> Immutable; any number of threads may use it at once. <b>Blocking.</b> Never: about a millisecond of
 * computing. Nothing is looked up and nobody is called.
 *
 * <p><b>Failure.</b> Whatever a browser sends is an answer, never an exception. What is understood and cannot be taken is
 * {@link CredentialVerifier.EnrolmentResult.Rejected} with one of the codes {@code passkey.no-user-verification}, {@code passkey.algorithm}, {@code
 * passkey.weak-key}, {@code passkey.already-held} and {@code passkey.id-too-long}.
 *
 * <p><b>Security duty.</b> Every rule of R-WA-1 to R-WA-8 is enforced here, whatever the page's script did. Each pass
 * changes the credential, so that a response counts once also where an authenticator does not count.
 */
public final class PasskeyVerifier implements CredentialVerifier {
    private static final CredentialVerifier.EnrolmentResult WRONG = new CredentialVerifier.EnrolmentResult.Wrong();

    private final RelyingParty party;
    private final Registration registration;
    private final Assertion assertion;

    PasskeyVerifier(RelyingParty party) {
        this.party = party;
        ObjectConverter converter = Json.converter();
        this.registration = new Registration(party, converter);
        this.assertion = new Assertion(party, converter);
    }

    /**
     * Begins the settings with the two that have no default.
     *
     * @param rpId the relying party's id: the host's registrable domain or a subdomain of it, or {@code localhost}. A
     *     passkey belongs to it for life
     * @param origin where the page is that enrols and asks, such as {@code https://id.example.org}; see {@link
     *     PasskeyVerifierBuilder#origin}
     * @return a builder
     * @throws IllegalArgumentException if one of them is not of that form or they do not fit; the message says which
     */
    public static PasskeyVerifierBuilder builder(String rpId, String origin) {
        return new PasskeyVerifierBuilder(rpId, origin);
    }

    /** Passkeys. */
    @Override
    public MethodKind kind() {
        return MethodKind.PASSKEY;
    }

    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        byte[] challenge = Binding.challenge(party, enrolment);
        return new CredentialVerifier.EnrolmentOffer(
                VerifierState.of(challenge), Optional.of(Options.create(party, enrolment, challenge)));
    }

    @Override
    public CredentialVerifier.EnrolmentResult confirm(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        byte[] challenge = Binding.challenge(party, enrolment);
        Objects.requireNonNull(response, "response");
        boolean known = MessageDigest.isEqual(challenge, verifierState.bytes());
        if (!now.isBefore(enrolment.expiresAt())) {
            return new CredentialVerifier.EnrolmentResult.Expired();
        }
        if (!known || !isPublicKey(response)) {
            return WRONG;
        }
        try {
            return registration.verify(enrolment, challenge, response.secret().exposeTo(Answer::read));
        } catch (RuntimeException e) {
            // the parsers and verifiers below throw a score of types; to the caller they are all the same (K8)
            return WRONG;
        }
    }

    @Override
    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
        Objects.requireNonNull(held, "held");
        byte[] bytes = Binding.challenge(party, challenge);
        return new MfaVerifier.PreparedChallenge(
                VerifierState.of(bytes), Optional.empty(), Optional.of(Options.get(party, challenge, bytes)));
    }

    @Override
    public CredentialVerifier.Verification check(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        byte[] bytes = Binding.challenge(party, challenge);
        Objects.requireNonNull(held, "held");
        Objects.requireNonNull(response, "response");
        boolean known = MessageDigest.isEqual(bytes, verifierState.bytes());
        if (!now.isBefore(challenge.expiresAt())) {
            return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.UNUSABLE);
        }
        if (!known || !isPublicKey(response)) {
            return Assertion.WRONG;
        }
        try {
            return assertion.verify(challenge, bytes, held, response.secret().exposeTo(Answer::read));
        } catch (RuntimeException | GeneralSecurityException e) {
            // as above
            return Assertion.WRONG;
        }
    }

    private static boolean isPublicKey(Response response) {
        return response instanceof Response.PublicKey && response.fits();
    }

    /** The relying party's id. */
    @Override
    public String toString() {
        return "PasskeyVerifier[" + party.rpId() + "]";
    }
}
