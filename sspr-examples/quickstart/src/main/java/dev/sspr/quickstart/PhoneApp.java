package dev.sspr.quickstart;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The authenticator app of the played person: RFC 6238 with SHA-1, six digits and half minutes. */
final class PhoneApp {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]+)");

    private final byte[] seed;

    private PhoneApp(byte[] seed) {
        this.seed = seed;
    }

    static PhoneApp scanned(String uri) {
        Matcher secret = SECRET.matcher(uri);
        if (!secret.find()) {
            throw new IllegalArgumentException("no otpauth address");
        }
        String text = secret.group(1);
        ByteBuffer seed = ByteBuffer.allocate(text.length() * 5 / 8);
        long bits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            bits = bits << 5 | ALPHABET.indexOf(text.charAt(i));
            count += 5;
            if (count >= 8) {
                count -= 8;
                seed.put((byte) (bits >> count));
            }
        }
        return new PhoneApp(seed.array());
    }

    String code(Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / 30)
                    .array());
            int at = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(at) & Integer.MAX_VALUE;
            String digits = String.valueOf(number % 1_000_000);
            return "0".repeat(6 - digits.length()) + digits;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
