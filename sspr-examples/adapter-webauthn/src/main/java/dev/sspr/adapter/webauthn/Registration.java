package dev.sspr.adapter.webauthn;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.CollectedClientDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.verifier.RegistrationDataVerifier;
import com.webauthn4j.verifier.attestation.statement.androidkey.NullAndroidKeyAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.apple.NullAppleAnonymousAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.NullPackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.tpm.NullTPMAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.u2f.NullFIDOU2FAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.NullSelfAttestationTrustworthinessVerifier;
import com.webauthn4j.verifier.exception.CredentialIdTooLongException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Finding;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The registration ceremony (WebAuthn level 3 section 7.1). Which model of authenticator it is stays unknown: none is asked
 * for, and a statement that comes all the same is not believed.
 */
final class Registration {
    private static final CredentialVerifier.EnrolmentResult WRONG = new CredentialVerifier.EnrolmentResult.Wrong();

    private final RelyingParty party;
    private final CollectedClientDataConverter clientData;
    private final AttestationObjectConverter attestation;
    private final RegistrationDataVerifier verifier;

    Registration(RelyingParty party, ObjectConverter converter) {
        this.party = party;
        this.clientData = new CollectedClientDataConverter(converter);
        this.attestation = new AttestationObjectConverter(converter);
        this.verifier = new RegistrationDataVerifier(
                List.of(
                        new NoneAttestationStatementVerifier(),
                        new NullPackedAttestationStatementVerifier(),
                        new NullFIDOU2FAttestationStatementVerifier(),
                        new NullTPMAttestationStatementVerifier(),
                        new NullAndroidKeyAttestationStatementVerifier(),
                        new NullAppleAnonymousAttestationStatementVerifier()),
                new NullCertPathTrustworthinessVerifier(),
                new NullSelfAttestationTrustworthinessVerifier(),
                List.of(),
                converter);
    }

    /**
     * Makes a credential of an answer.
     *
     * @throws RuntimeException if the answer is malformed or breaks a rule
     */
    CredentialVerifier.EnrolmentResult verify(Enrolment enrolment, byte[] challenge, Answer answer) {
        byte[] client = answer.bytes("clientDataJSON");
        if (!ClientData.matches(client, ClientData.CREATE, challenge, party)) {
            return WRONG;
        }
        byte[] object = Attestation.readable(answer.bytes("attestationObject"));
        AttestationObject attested = attestation.convert(object);
        try {
            // client extensions and transports are not asked for and not looked at
            RegistrationData data =
                    new RegistrationData(attested, object, clientData.convert(client), client, null, null);
            verifier.verify(data, new RegistrationParameters(party.server(challenge), party.parameters(), true, true));
        } catch (UserNotVerifiedException e) {
            return unfit("passkey.no-user-verification");
        } catch (NotAllowedAlgorithmException e) {
            return unfit("passkey.algorithm");
        } catch (CredentialIdTooLongException e) {
            return unfit("passkey.id-too-long");
        }
        return made(enrolment, challenge, answer, attested.getAuthenticatorData());
    }

    private CredentialVerifier.EnrolmentResult made(
            Enrolment enrolment, byte[] challenge, Answer answer, AuthenticatorData<?> authenticator) {
        AttestedCredentialData attested = authenticator.getAttestedCredentialData();
        byte[] credentialId = attested.getCredentialId();
        PublicKey key = attested.getCOSEKey().getPublicKey();
        Optional<PasskeyAlgorithm> algorithm =
                PasskeyAlgorithm.of(attested.getCOSEKey().getAlgorithm().getValue());
        if (!Arrays.equals(credentialId, answer.credentialId()) || algorithm.isEmpty()) {
            return WRONG;
        }
        if (!algorithm.get().accepts(key)) {
            return unfit("passkey.weak-key");
        }
        if (enrolment.held().stream()
                .flatMap(held -> Passkey.read(held).stream())
                .anyMatch(held -> held.is(credentialId))) {
            return unfit("passkey.already-held");
        }
        Passkey passkey = Passkey.registered(
                enrolment.given().map(Credential::id).orElse(enrolment.id().hex()),
                credentialId,
                algorithm.get(),
                // as X.509: without what else the authenticator put into its COSE map
                key.getEncoded(),
                new Passkey.Sighting(authenticator.isFlagBE(), authenticator.isFlagBS(), authenticator.getSignCount()),
                challenge);
        return new CredentialVerifier.EnrolmentResult.Enrolled(
                passkey.credential(),
                "Passkey",
                Optional.of(CredentialVerifier.EnrolmentResult.Claim.of(credentialId)));
    }

    private static CredentialVerifier.EnrolmentResult unfit(String code) {
        return new CredentialVerifier.EnrolmentResult.Rejected(List.of(Finding.of(code)));
    }
}
