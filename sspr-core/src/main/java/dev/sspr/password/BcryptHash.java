package dev.sspr.password;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A bcrypt hash: {@code $2b$12$} and 53 characters, read for migration only (R-HASH-3).
 *
 * <p>bcrypt stops at the first NUL and after 72 bytes. Longer passwords and passwords with a NUL therefore never match;
 * otherwise every text after that point would match too (V-HASH-1, V-HASH-2). Version {@code 2x} is refused, because it
 * stands for hashes of a broken implementation.
 */
final class BcryptHash implements StoredHash {

    /** The highest cost, which takes less than a second (R-HASH-7). Each step doubles the time. */
    private static final int MOST_COST = 14;

    private static final int LEAST_COST = 4;
    private static final int MOST_PASSWORD = 72;
    private static final int SALT_CHARS = 22;
    private static final int TAG_CHARS = 31;

    /** The 24th byte of the result is never written. */
    private static final int TAG_BYTES = 23;

    private static final String DIGITS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final int cost;
    private final byte[] salt;
    private final byte[] tag;

    private BcryptHash(int cost, byte[] salt, byte[] tag) {
        this.cost = cost;
        this.salt = salt;
        this.tag = tag;
    }

    static StoredHash parse(String text) {
        List<String> fields = HashFields.of("bcrypt", text, 3);
        String cost = fields.get(1);
        String body = fields.get(2);
        if (cost.length() != 2 || body.length() != SALT_CHARS + TAG_CHARS) {
            throw new PasswordHasher.UnreadableHashException(
                    "bcrypt must have a cost of 2 digits, and 53 characters behind it");
        }
        return new BcryptHash(
                HashFields.number(
                        "bcrypt cost", cost.startsWith("0") ? cost.substring(1) : cost, LEAST_COST, MOST_COST),
                decoded(body.substring(0, SALT_CHARS)),
                decoded(body.substring(SALT_CHARS)));
    }

    /** Decodes six bits a character, the highest first. Bits that do not fill a byte are dropped. */
    private static byte[] decoded(String text) {
        byte[] bytes = new byte[text.length() * 6 / 8];
        int bits = 0;
        int held = 0;
        int filled = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new PasswordHasher.UnreadableHashException("bcrypt must be written with ./A-Za-z0-9");
            }
            bits = bits << 6 | digit;
            held += 6;
            if (held >= 8) {
                held -= 8;
                bytes[filled++] = (byte) (bits >> held);
            }
        }
        return bytes;
    }

    @Override
    public int memory() {
        return 4;
    }

    @Override
    public boolean matches(byte[] password, Optional<Pepper> pepper) {
        return password.length <= MOST_PASSWORD
                && MessageDigest.isEqual(tag, Arrays.copyOf(Kdf.bcrypt(password, salt, cost), TAG_BYTES));
    }
}
