package dev.sspr.adapter.webauthn;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An attestation object whose statement is not believed. A format that the registration does not know is taken as none, because
 * no attestation was asked for (WebAuthn level 3 section 8.7).
 */
final class Attestation {
    private static final String FORMAT = "fmt";
    private static final Set<String> KNOWN = Set.of("none", "packed", "fido-u2f", "tpm", "android-key", "apple");

    private Attestation() {}

    /**
     * Returns the object with a statement that can be read.
     *
     * @throws RuntimeException if it is no attestation object
     */
    static byte[] readable(byte[] object) {
        JsonNode read = Json.cbor().readTree(object);
        if (!(read instanceof ObjectNode attestation)
                || !attestation.path(FORMAT).isString()
                || !attestation.path("attStmt").isObject()
                || KNOWN.contains(attestation.path(FORMAT).stringValue())) {
            return object;
        }
        attestation.put(FORMAT, "none");
        attestation.set("attStmt", Json.cbor().createObjectNode());
        return Json.cbor().writeValueAsBytes(attestation);
    }
}
