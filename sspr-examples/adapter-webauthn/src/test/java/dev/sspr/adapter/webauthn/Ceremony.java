package dev.sspr.adapter.webauthn;

import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One {@code create} or {@code get}, which a test may bend before the answer is made. */
final class Ceremony {
    private static final JsonMapper JSON = new JsonMapper();

    private final SoftAuthenticator authenticator;
    private final boolean creating;
    /** In the order in which a browser writes them. */
    private final Map<String, Object> client = new LinkedHashMap<>();

    private String rpId;
    private int flags;
    private long counter;
    private byte[] extensions = {};
    private Object attestation = Map.of();
    private String format = "none";
    private byte[] claimedId;
    private UnaryOperator<byte[]> bendAuthenticatorData = bytes -> bytes;
    private UnaryOperator<byte[]> bendAttestation = bytes -> bytes;
    private UnaryOperator<byte[]> bendClientData = bytes -> bytes;
    private UnaryOperator<byte[]> bendSignature = bytes -> bytes;
    private final Map<String, Object> response = new LinkedHashMap<>();
    private final Map<String, Object> frame = new LinkedHashMap<>();

    private Ceremony(SoftAuthenticator authenticator, boolean creating, JsonNode options, String rpId) {
        this.authenticator = authenticator;
        this.creating = creating;
        this.rpId = rpId;
        this.flags = authenticator.flags;
        this.claimedId = authenticator.credentialId;
        client.put("type", creating ? "webauthn.create" : "webauthn.get");
        client.put("challenge", options.get("challenge").stringValue());
        client.put("origin", Scene.ORIGIN);
        client.put("crossOrigin", false);
    }

    static Ceremony creating(SoftAuthenticator authenticator, Prompt prompt) {
        JsonNode options = options(prompt);
        authenticator.userHandle =
                Base64.getUrlDecoder().decode(options.get("user").get("id").stringValue());
        Ceremony ceremony = new Ceremony(
                authenticator, true, options, options.get("rp").get("id").stringValue());
        ceremony.counter = authenticator.counter;
        return ceremony;
    }

    static Ceremony getting(SoftAuthenticator authenticator, Prompt prompt) {
        JsonNode options = options(prompt);
        Ceremony ceremony =
                new Ceremony(authenticator, false, options, options.get("rpId").stringValue());
        ceremony.counter = authenticator.counter == 0 ? 0 : ++authenticator.counter;
        ceremony.response.put("userHandle", base64url(authenticator.userHandle));
        return ceremony;
    }

    static JsonNode options(Prompt prompt) {
        return JSON.readTree(((Prompt.PublicKey) prompt).json());
    }

    /** Sets a member of the client data. */
    Ceremony client(String name, Object value) {
        client.put(name, value);
        return this;
    }

    Ceremony clientWithout(String name) {
        client.remove(name);
        return this;
    }

    /** Sets a member of the credential itself. */
    Ceremony frame(String name, Object value) {
        frame.put(name, value);
        return this;
    }

    /** Sets a member of the response. */
    Ceremony response(String name, Object value) {
        response.put(name, value);
        return this;
    }

    Ceremony responseWithout(String name) {
        response.remove(name);
        return this;
    }

    Ceremony rpId(String other) {
        rpId = other;
        return this;
    }

    Ceremony flags(int other) {
        flags = other;
        return this;
    }

    Ceremony counter(long other) {
        counter = other;
        return this;
    }

    Ceremony claimedId(byte[] other) {
        claimedId = other;
        return this;
    }

    /** Adds authenticator extensions, as CBOR. */
    Ceremony extensions(byte[] cbor) {
        extensions = cbor;
        flags |= 0x80;
        return this;
    }

    Ceremony attestation(String otherFormat, Object statement) {
        format = otherFormat;
        attestation = statement;
        return this;
    }

    /** Changes what is signed before it is signed. */
    Ceremony bendAuthenticatorData(UnaryOperator<byte[]> bend) {
        bendAuthenticatorData = bend;
        return this;
    }

    Ceremony bendAttestation(UnaryOperator<byte[]> bend) {
        bendAttestation = bend;
        return this;
    }

    Ceremony bendClientData(UnaryOperator<byte[]> bend) {
        bendClientData = bend;
        return this;
    }

    Ceremony bendSignature(UnaryOperator<byte[]> bend) {
        bendSignature = bend;
        return this;
    }

    Response answer() {
        return new Response.PublicKey(Secret.of(json()));
    }

    String json() {
        byte[] clientData = bendClientData.apply(JSON.writeValueAsString(client).getBytes(StandardCharsets.UTF_8));
        byte[] authenticatorData = bendAuthenticatorData.apply(authenticatorData());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("clientDataJSON", base64url(clientData));
        if (creating) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("fmt", format);
            object.put("attStmt", attestation);
            object.put("authData", authenticatorData);
            members.put("attestationObject", base64url(bendAttestation.apply(Cbor.of(object))));
        } else {
            members.put("authenticatorData", base64url(authenticatorData));
            byte[] signature = authenticator.sign(concat(authenticatorData, sha256(clientData)));
            members.put("signature", base64url(bendSignature.apply(signature)));
        }
        members.putAll(response);
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("id", base64url(claimedId));
        credential.put("rawId", base64url(claimedId));
        credential.put("type", "public-key");
        credential.put("response", members);
        credential.put("clientExtensionResults", Map.of());
        credential.put("authenticatorAttachment", "platform");
        credential.putAll(frame);
        return JSON.writeValueAsString(credential);
    }

    private byte[] authenticatorData() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(sha256(rpId.getBytes(StandardCharsets.UTF_8)));
        out.write(creating ? flags | 0x40 : flags);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
        if (creating) {
            byte[] id = authenticator.credentialId;
            out.writeBytes(new byte[16]);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
            out.writeBytes(id);
            out.writeBytes(Cbor.of(authenticator.publicKey));
        }
        out.writeBytes(extensions);
        return out.toByteArray();
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
