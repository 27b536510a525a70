package dev.sspr.internal.secret;

import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The text of a handle or a link: 22 characters that name the flow, and 43 that open it. It is base64url without
 * padding (RFC 4648 section 5). A text that is not canonical is refused (R-TOK-3).
 *
 * @param flow the flow
 * @param secret the 43 characters that only the rightful holder has: 256 bits
 */
public record Token(FlowId flow, Secret secret) {
    /** The number of characters of the text. */
    public static final int LENGTH = 65;

    private static final int NAME = 22;
    private static final int SECRET_BYTES = 32;

    /** Writes the secret part. */
    public static Secret secretOf(byte[] random) {
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(random, SECRET_BYTES)));
    }

    /** Parses a text; empty for any text that this class did not write. No look-up is needed for that. */
    public static Optional<Token> parse(Secret text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        return text.exposeTo(chars -> {
            Optional<byte[]> name = canonical(Arrays.copyOfRange(chars, 0, NAME));
            Optional<byte[]> opens = canonical(Arrays.copyOfRange(chars, NAME, LENGTH));
            return opens.isEmpty()
                    ? Optional.empty()
                    : name.map(bytes -> new Token(
                            new FlowId(Digest.of(bytes)), Secret.of(Arrays.copyOfRange(chars, NAME, LENGTH))));
        });
    }

    /** Returns the whole text. */
    public Secret text() {
        String name = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(flow.digest().bytes());
        return secret.exposeTo(chars -> Secret.of(name + new String(chars)));
    }

    /** The JDK's decoder takes "QQ" and "QR" for the same byte, so the result is written again and compared. */
    private static Optional<byte[]> canonical(char[] chars) {
        byte[] ascii = new byte[chars.length];
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] > 0x7f) {
                return Optional.empty();
            }
            ascii[i] = (byte) chars[i];
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(ascii);
            byte[] again = Base64.getUrlEncoder().withoutPadding().encode(bytes);
            return Arrays.equals(ascii, again) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
