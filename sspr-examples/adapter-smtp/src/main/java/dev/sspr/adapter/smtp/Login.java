package dev.sspr.adapter.smtp;

import dev.sspr.spi.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Who signs in to the mail server. The password stays in arrays that are wiped; it never is a String. */
record Login(String user, Secret password) {
    private static final byte[] PLAIN = "AUTH PLAIN ".getBytes(StandardCharsets.US_ASCII);

    /** The one line of AUTH PLAIN with its initial response (RFC 4616, RFC 4954). The caller wipes it. */
    byte[] plain() {
        return password.exposeTo(secret -> {
            char[] both = new char[user.length() + secret.length + 2];
            user.getChars(0, user.length(), both, 1);
            System.arraycopy(secret, 0, both, user.length() + 2, secret.length);
            byte[] response = base64(both);
            byte[] line = Arrays.copyOf(PLAIN, PLAIN.length + response.length);
            System.arraycopy(response, 0, line, PLAIN.length, response.length);
            Arrays.fill(response, (byte) 0);
            return line;
        });
    }

    /** The first answer of AUTH LOGIN. */
    byte[] loginUser() {
        return base64(user.toCharArray());
    }

    /** The second answer of AUTH LOGIN. The caller wipes it. */
    byte[] loginPassword() {
        return password.exposeTo(secret -> base64(secret.clone()));
    }

    /** Wipes what it is given, and what it needed on the way. */
    private static byte[] base64(char[] text) {
        byte[] room = new byte[text.length * 3];
        ByteBuffer buffer = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(text), buffer, true);
        byte[] octets = Arrays.copyOf(room, buffer.position());
        byte[] encoded = Base64.getEncoder().encode(octets);
        Arrays.fill(text, '\0');
        Arrays.fill(room, (byte) 0);
        Arrays.fill(octets, (byte) 0);
        return encoded;
    }

    /** The user's name is no secret, but it is nobody's business either. */
    @Override
    public String toString() {
        return "Login[hidden]";
    }
}
