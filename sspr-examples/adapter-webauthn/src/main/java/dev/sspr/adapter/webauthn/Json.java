package dev.sspr.adapter.webauthn;

import com.webauthn4j.converter.util.ObjectConverter;
import java.util.Base64;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Strict reading of what browsers send: one value, no name twice, shallow. WebAuthn4J reads with the same mappers, so
 * that no text means one thing here and another there.
 */
final class Json {
    /** A credential nests 3 deep, its extensions a little more; a parser gone deeper is being attacked (R-INJ-3). */
    private static final StreamReadConstraints SHALLOW =
            StreamReadConstraints.builder().maxNestingDepth(16).build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(SHALLOW).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final CBORMapper CBOR_MAPPER = CBORMapper.builder(
                    CBORFactory.builder().streamReadConstraints(SHALLOW).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    static ObjectConverter converter() {
        return new ObjectConverter(MAPPER, CBOR_MAPPER);
    }

    static CBORMapper cbor() {
        return CBOR_MAPPER;
    }

    static String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException("no text " + name);
        }
        return value.stringValue();
    }

    static boolean has(JsonNode object, String name) {
        return object.get(name) != null;
    }

    static byte[] bytes(JsonNode object, String name) {
        String text = text(object, name);
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!base64url(bytes).equals(text)) {
            throw new IllegalArgumentException("base64url of " + name + " is padded or has stray bits");
        }
        return bytes;
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
