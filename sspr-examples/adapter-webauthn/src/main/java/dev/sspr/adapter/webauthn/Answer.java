package dev.sspr.adapter.webauthn;

import java.io.CharArrayReader;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A {@code PublicKeyCredential} as its {@code toJSON} writes it (WebAuthn level 3 section 5.1). Members that repeat what
 * the signed bytes say, such as {@code publicKey}, are not looked at, and neither are client extensions.
 */
final class Answer {
    private final byte[] credentialId;
    private final JsonNode response;

    private Answer(byte[] credentialId, JsonNode response) {
        this.credentialId = credentialId;
        this.response = response;
    }

    /**
     * Reads the frame.
     *
     * @throws RuntimeException if it is anything else
     */
    static Answer read(char[] json) {
        JsonNode root = Json.mapper().readTree(new CharArrayReader(json));
        byte[] id = Json.bytes(root, "rawId");
        if (!Json.text(root, "type").equals("public-key") || !Arrays.equals(id, Json.bytes(root, "id"))) {
            throw new IllegalArgumentException("no public-key credential with one id");
        }
        JsonNode response = root.get("response");
        if (response == null || !response.isObject()) {
            throw new IllegalArgumentException("no response");
        }
        return new Answer(id, response);
    }

    byte[] credentialId() {
        return credentialId.clone();
    }

    byte[] bytes(String member) {
        return Json.bytes(response, member);
    }

    Optional<byte[]> userHandle() {
        return Json.has(response, "userHandle") ? Optional.of(bytes("userHandle")) : Optional.empty();
    }
}
