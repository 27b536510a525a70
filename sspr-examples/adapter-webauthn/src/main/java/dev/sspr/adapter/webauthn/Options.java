package dev.sspr.adapter.webauthn;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Options for the browser, as {@code PublicKeyCredential.parse…OptionsFromJSON} reads them. */
final class Options {
    /** What {@link Prompt.PublicKey} takes. */
    private static final int MAX_LENGTH = 2048;
    /** WebAuthn level 3 section 15.1: 5 to 10 minutes where the person has to be verified. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Options() {}

    static Prompt create(RelyingParty party, Enrolment enrolment, byte[] challenge) {
        ObjectNode options = Json.mapper().createObjectNode();
        options.putObject("rp").put("id", party.rpId()).put("name", enrolment.service());
        options.putObject("user")
                .put("id", Json.base64url(Binding.userHandle(party, enrolment.user())))
                .put("name", enrolment.accountName())
                .put("displayName", enrolment.accountName());
        options.put("challenge", Json.base64url(challenge));
        ArrayNode parameters = options.putArray("pubKeyCredParams");
        for (PasskeyAlgorithm algorithm : party.algorithms()) {
            parameters.addObject().put("type", "public-key").put("alg", algorithm.cose());
        }
        options.put("timeout", timeout(enrolment.issuedAt(), enrolment.expiresAt()));
        // level 1 browsers know requireResidentKey only
        options.putObject("authenticatorSelection")
                .put("residentKey", "required")
                .put("requireResidentKey", true)
                .put("userVerification", "required");
        options.put("attestation", "none");
        exclude(options, enrolment.held());
        return prompt(options);
    }

    /**
     * No list of credentials: the authenticator finds its own by the relying party's id, and a stranger's options look
     * like everybody's (R-WA-8).
     */
    static Prompt get(RelyingParty party, Challenge challenge, byte[] bytes) {
        ObjectNode options = Json.mapper().createObjectNode();
        options.put("challenge", Json.base64url(bytes));
        options.put("timeout", timeout(challenge.issuedAt(), challenge.expiresAt()));
        options.put("rpId", party.rpId());
        options.putArray("allowCredentials");
        options.put("userVerification", "required");
        return prompt(options);
    }

    /**
     * Passkeys held already, as far as there is room: one that is left out is at worst replaced on its authenticator by
     * the new one.
     */
    private static void exclude(ObjectNode options, List<Credential> held) {
        ArrayNode excluded = options.putArray("excludeCredentials");
        for (Credential credential : held) {
            Optional<Passkey> passkey = Passkey.read(credential);
            if (passkey.isPresent()) {
                excluded.addObject()
                        .put("type", "public-key")
                        .put("id", Json.base64url(passkey.get().credentialId()));
                if (text(options).length() > MAX_LENGTH) {
                    excluded.remove(excluded.size() - 1);
                }
            }
        }
    }

    private static long timeout(Instant issuedAt, Instant expiresAt) {
        long millis = Duration.between(issuedAt, expiresAt).toMillis();
        return Math.max(1, Math.min(millis, LONGEST.toMillis()));
    }

    private static Prompt prompt(ObjectNode options) {
        return new Prompt.PublicKey(text(options));
    }

    /** A page may carry the text inside a script element: no name may end it. */
    private static String text(ObjectNode options) {
        return options.toString().replace("<", "\\u003c");
    }
}
