package dev.sspr.adapter.webauthn;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * What the browser says of the page that asked (WebAuthn level 3 section 5.8.1), compared as text: no default port, letter
 * case or path is forgiven, since a browser writes an origin in one way only (R-WA-2).
 */
final class ClientData {
    static final String CREATE = "webauthn.create";
    static final String GET = "webauthn.get";

    private ClientData() {}

    /**
     * Whether the bytes are of this ceremony, on a page of the relying party that stands in no frame of another.
     *
     * @throws RuntimeException if they are no client data at all
     */
    static boolean matches(byte[] json, String type, byte[] challenge, RelyingParty party) {
        JsonNode data = Json.mapper().readTree(utf8(json));
        JsonNode crossOrigin = data.get("crossOrigin");
        return Json.text(data, "type").equals(type)
                && Json.text(data, "challenge").equals(Json.base64url(challenge))
                && party.origins().contains(Json.text(data, "origin"))
                && (crossOrigin == null || (crossOrigin.isBoolean() && !crossOrigin.booleanValue()))
                && !Json.has(data, "topOrigin");
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("client data is not UTF-8", e);
        }
    }
}
