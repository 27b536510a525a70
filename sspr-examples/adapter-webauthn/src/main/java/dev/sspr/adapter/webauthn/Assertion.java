package dev.sspr.adapter.webauthn;

import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.CollectedClientDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import com.webauthn4j.verifier.AuthenticationDataVerifier;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MfaVerifier;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;

/** The authentication ceremony (WebAuthn level 3 section 7.2). */
final class Assertion {
    static final CredentialVerifier.Verification WRONG =
            new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);

    private final RelyingParty party;
    private final CollectedClientDataConverter clientData;
    private final AuthenticatorDataConverter authenticatorData;
    private final AuthenticationDataVerifier verifier = new AuthenticationDataVerifier();
    private final Passkey nobodys = nobodys();

    Assertion(RelyingParty party, ObjectConverter converter) {
        this.party = party;
        this.clientData = new CollectedClientDataConverter(converter);
        this.authenticatorData = new AuthenticatorDataConverter(converter);
    }

    /**
     * Checks an answer against the passkey it names; one that nobody here holds costs as much as a wrong one (K9).
     *
     * @throws RuntimeException if the answer is malformed or breaks a rule
     */
    CredentialVerifier.Verification verify(Challenge challenge, byte[] bytes, List<Credential> held, Answer answer)
            throws GeneralSecurityException {
        byte[] client = answer.bytes("clientDataJSON");
        if (!ClientData.matches(client, ClientData.GET, bytes, party)) {
            return WRONG;
        }
        // without a list of credentials the authenticator must tell whose passkey it is (section 7.2 step 6)
        Optional<byte[]> user = answer.userHandle();
        if (user.isEmpty() || !MessageDigest.isEqual(user.get(), Binding.userHandle(party, challenge.user()))) {
            return WRONG;
        }
        Passkey passkey = held.stream()
                .flatMap(one -> Passkey.read(one).stream())
                .filter(one -> one.is(answer.credentialId()))
                .findFirst()
                .orElse(nobodys);
        byte[] authenticator = answer.bytes("authenticatorData");
        AuthenticatorData<AuthenticationExtensionAuthenticatorOutput> seen = authenticatorData.convert(authenticator);
        AuthenticationData data = new AuthenticationData(
                answer.credentialId(),
                user.get(),
                seen,
                authenticator,
                clientData.convert(client),
                client,
                null,
                answer.bytes("signature"));
        boolean wentBack = false;
        try {
            verifier.verify(
                    data, new AuthenticationParameters(party.server(bytes), passkey.record(), null, true, true));
        } catch (MaliciousCounterValueException e) {
            wentBack = true;
        }
        if (passkey == nobodys || passkey.hasMet(bytes)) {
            return WRONG;
        }
        if (wentBack) {
            return new CredentialVerifier.Verification.Cloned(passkey.id());
        }
        Passkey next = passkey.seen(new Passkey.Sighting(seen.isFlagBE(), seen.isFlagBS(), seen.getSignCount()), bytes);
        return new CredentialVerifier.Verification.Passed(passkey.id(), Optional.of(next.credential()));
    }

    /** A passkey whose private key is thrown away here. */
    private static Passkey nobodys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return Passkey.registered(
                    "nobody's",
                    new byte[] {0},
                    PasskeyAlgorithm.ES256,
                    generator.generateKeyPair().getPublic().getEncoded(),
                    new Passkey.Sighting(false, false, 0),
                    new byte[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
