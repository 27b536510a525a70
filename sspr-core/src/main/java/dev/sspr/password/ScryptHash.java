package dev.sspr.password;

import static dev.sspr.password.HashFields.named;
import static dev.sspr.password.HashFields.number;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An scrypt hash (RFC 7914), read for migration only: the PHC form {@code $scrypt$ln=17,r=8,p=1$salt$tag}, the {@code $7$}
 * of crypt(3), and Spring Security's {@code $e0801$salt$tag}.
 */
final class ScryptHash implements StoredHash {

    private static final int MOST_BYTES = 64;
    private static final int LEAST_SALT = 8;
    private static final int LEAST_TAG = 16;

    /** The digits of crypt(3), the lowest bits first. */
    private static final String DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int CRYPT_TAG_CHARS = 43;
    private static final int CRYPT_TAG_BYTES = 32;

    private final ScryptCost cost;
    private final byte[] salt;
    private final byte[] tag;

    private ScryptHash(ScryptCost cost, byte[] salt, byte[] tag) {
        this.cost = cost;
        this.salt = salt;
        this.tag = tag;
    }

    static StoredHash parsePhc(String text) {
        List<String> fields = HashFields.of("scrypt", text, 4);
        String[] costs = fields.get(1).split(",", -1);
        if (costs.length != 3) {
            throw new PasswordHasher.UnreadableHashException("scrypt parameters must be written as ln=…,r=…,p=…");
        }
        return new ScryptHash(
                new ScryptCost(
                        logN(number("scrypt log N", named("scrypt log N", "ln", costs[0]), 1, 1 << 24)),
                        number("scrypt r", named("scrypt r", "r", costs[1]), 1, 64),
                        number("scrypt p", named("scrypt p", "p", costs[2]), 1, 64)),
                HashFields.foreignBase64("scrypt salt", fields.get(2), LEAST_SALT, MOST_BYTES),
                HashFields.foreignBase64("scrypt tag", fields.get(3), LEAST_TAG, MOST_BYTES));
    }

    /** Takes the number N, which Ory Kratos writes for its logarithm, for that. */
    private static int logN(int number) {
        boolean power = number > 24 && Integer.bitCount(number) == 1;
        return power ? Integer.numberOfTrailingZeros(number) : HashFields.within("scrypt log N", number, 1, 24);
    }

    /** Reads one character of log N, five of r, five of p, the salt as it is, and the tag. */
    static StoredHash parseCrypt(String text) {
        List<String> fields = HashFields.of("scrypt of crypt(3)", text, 3);
        String setting = fields.get(1);
        String tag = fields.get(2);
        if (setting.length() < 11 + LEAST_SALT || tag.length() != CRYPT_TAG_CHARS) {
            throw new PasswordHasher.UnreadableHashException(
                    "scrypt of crypt(3) must have 11 characters of parameters, a salt of 8 or more, and a tag of 43");
        }
        return new ScryptHash(
                new ScryptCost(bits(setting, 0, 1), bits(setting, 1, 5), bits(setting, 6, 5)),
                setting.substring(11).getBytes(StandardCharsets.UTF_8),
                decoded(tag));
    }

    private static int bits(String text, int from, int characters) {
        int value = 0;
        for (int i = 0; i < characters; i++) {
            int digit = DIGITS.indexOf(text.charAt(from + i));
            if (digit < 0) {
                throw new PasswordHasher.UnreadableHashException("scrypt of crypt(3) must be written with ./0-9A-Za-z");
            }
            value |= digit << (6 * i);
        }
        return value;
    }

    private static byte[] decoded(String tag) {
        byte[] bytes = new byte[CRYPT_TAG_BYTES];
        for (int i = 0; i < CRYPT_TAG_BYTES; i += 3) {
            int characters = Math.min(4, CRYPT_TAG_CHARS - i / 3 * 4);
            int three = bits(tag, i / 3 * 4, characters);
            for (int j = 0; j < 3 && i + j < CRYPT_TAG_BYTES; j++) {
                bytes[i + j] = (byte) (three >> (8 * j));
            }
        }
        return bytes;
    }

    /** Reads the hexadecimal text of log N, r and p in 16, 8 and 8 bits, and salt and tag in padded base64. */
    static StoredHash parseSpring(String text) {
        List<String> fields = HashFields.of("Spring's scrypt", text, 3);
        try {
            int costs = HexFormat.fromHexDigits(fields.get(0));
            byte[] salt = Base64.getDecoder().decode(fields.get(1));
            byte[] tag = Base64.getDecoder().decode(fields.get(2));
            HashFields.within("scrypt salt (bytes)", salt.length, LEAST_SALT, MOST_BYTES);
            HashFields.within("scrypt tag (bytes)", tag.length, LEAST_TAG, MOST_BYTES);
            return new ScryptHash(new ScryptCost(costs >>> 16, costs >> 8 & 0xff, costs & 0xff), salt, tag);
        } catch (IllegalArgumentException malformed) {
            throw new PasswordHasher.UnreadableHashException("Spring's scrypt must be hexadecimal, base64 and base64");
        }
    }

    @Override
    public int memory() {
        return cost.memory();
    }

    @Override
    public boolean matches(byte[] password, Optional<Pepper> pepper) {
        return MessageDigest.isEqual(tag, Kdf.scrypt(password, salt, cost, tag.length));
    }
}
