package dev.sspr.register;

import dev.sspr.spi.Prompt;
import dev.sspr.spi.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app that has scanned what the page showed: written from RFC 6238, not from our code. */
final class Phone {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private final byte[] seed;

    private Phone(byte[] seed) {
        this.seed = seed;
    }

    static Phone scanned(Prompt prompt) {
        String uri = ((Prompt.OtpAuth) prompt).uri().exposeTo(String::new);
        Matcher secret = Pattern.compile("[?&]secret=([A-Z2-7]+)").matcher(uri);
        if (!secret.find()) {
            throw new AssertionError("no seed in the URI");
        }
        return new Phone(decoded(secret.group(1)));
    }

    private static byte[] decoded(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            buffer = (buffer << 5 | BASE32.indexOf(text.charAt(i))) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }

    Secret code(Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "RAW"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            String digits = String.valueOf(number % 1_000_000);
            return Secret.of("0".repeat(6 - digits.length()) + digits);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
