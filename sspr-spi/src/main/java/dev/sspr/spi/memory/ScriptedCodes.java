package dev.sspr.spi.memory;

import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes derived from a challenge and a random key, so that none needs to be stored. */
final class ScriptedCodes {
    static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    ScriptedCodes() {
        this(randomKey());
    }

    ScriptedCodes(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    static byte[] randomKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /** Derives another key. */
    byte[] keyFor(String text) {
        return mac("key", text);
    }

    Secret digits(Challenge challenge) {
        return digits(textOf(challenge));
    }

    Secret digits(String text) {
        return Secret.of(decimal("code", text, 8));
    }

    /** The two digits for the page, which the user types on a device. */
    String number(Challenge challenge) {
        return decimal("number", textOf(challenge), 2);
    }

    private String decimal(String label, String text, int length) {
        long uniform = ByteBuffer.wrap(mac(label, text)).getLong();
        char[] digits = new char[length];
        for (int i = length - 1; i >= 0; i--) {
            digits[i] = (char) ('0' + Long.remainderUnsigned(uniform, 10));
            uniform = Long.divideUnsigned(uniform, 10);
        }
        return String.valueOf(digits);
    }

    Secret link(Challenge challenge) {
        return Secret.of(base64(mac("link", textOf(challenge))));
    }

    AuthMethod decoy(MethodKind kind, Digest seed) {
        String id = base64(Arrays.copyOf(mac("decoy", seed.hex()), 12));
        return new AuthMethod(kind, id, "decoy:" + id, "•••", Optional.empty());
    }

    /** A typed code without the spaces and hyphens that users put between digits (R-OTP-6). */
    static Secret typed(Secret text) {
        return text.exposeTo(chars -> {
            int length = 0;
            for (char c : chars) {
                if (c != ' ' && c != '-') {
                    chars[length++] = c;
                }
            }
            return Secret.of(CharBuffer.wrap(chars, 0, length));
        });
    }

    /** The challenge as text. No part can contain a line feed, so different challenges give different texts. */
    static String textOf(Challenge challenge) {
        return String.join(
                "\n",
                challenge.id().hex(),
                challenge.flow().digest().hex(),
                challenge.purpose().name(),
                challenge.user().value(),
                challenge.generation().value(),
                challenge.kind().value(),
                challenge.methodId(),
                challenge.issuedAt().toString(),
                challenge.expiresAt().toString());
    }

    /** The enrolment as text: two lines, whereas a challenge has nine. */
    static String textOf(Enrolment enrolment) {
        return enrolment.id().hex() + "\n" + enrolment.user().value();
    }

    private byte[] mac(String label, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((label + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
