package dev.sspr.password;

import dev.sspr.internal.bounds.Bounds;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A secret that enters every password hash and is kept outside the database (NIST SP 800-63B-4 section 3.1.1.2,
 * R-HASH-5). An attacker who steals only the hashes cannot guess passwords.
 *
 * <p>Each hash contains the id of its pepper. Keep an old pepper until every password was typed once more. If a pepper
 * is lost, every hash that names it is useless.
 *
 * <p><b>Security duty.</b> Keep it where the database's backups are not.
 */
public final class Pepper {
    /** The number of bytes of a pepper. */
    public static final int BYTES = 32;

    private final int id;
    private final byte[] key;

    private Pepper(int id, byte[] key) {
        this.id = id;
        this.key = key;
    }

    /**
     * Makes a pepper.
     *
     * @param id a number of its own for each pepper ever used, 0 to 255; stored in the hash
     * @param secret 32 bytes from a cryptographic source, copied; not all equal
     * @return the pepper
     * @throws IllegalArgumentException if the id or the length is wrong, or the bytes are all equal
     */
    public static Pepper of(int id, byte[] secret) {
        Bounds.within("pepper id", id, 0, 255);
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a pepper has " + BYTES + " bytes, this has " + secret.length);
        }
        boolean same = true;
        for (byte one : secret) {
            same &= one == secret[0];
        }
        if (same) {
            throw new IllegalArgumentException("a pepper must be random, this one repeats one byte");
        }
        return new Pepper(id, secret.clone());
    }

    /**
     * Makes a pepper from hexadecimal digits, as configuration stores it.
     *
     * @param id a number that no other pepper has had, 0 to 255
     * @param hex 64 hexadecimal digits
     * @return the pepper
     * @throws IllegalArgumentException if it is not of that form; the message does not repeat it
     */
    public static Pepper ofHex(int id, CharSequence hex) {
        byte[] parsed;
        try {
            parsed = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a pepper is written as " + 2 * BYTES + " hexadecimal digits");
        }
        return of(id, parsed);
    }

    int id() {
        return id;
    }

    byte[] key() {
        return key;
    }

    /** Returns the parameter that names a pepper in a PHC string, or nothing. */
    static String field(Optional<Integer> pepperId) {
        return pepperId.map(id -> ",keyid=" + HashFields.base64(new byte[] {id.byteValue()}))
                .orElse("");
    }

    /** Reads the parameter that {@link #field} writes. */
    static int idOf(String parameter) {
        String text = HashFields.named("the pepper", "keyid", parameter);
        return HashFields.base64("the pepper's id", text, 1, 1)[0] & 0xff;
    }

    /** Returns the id, never the bytes. */
    @Override
    public String toString() {
        return "Pepper[" + id + "]";
    }
}
