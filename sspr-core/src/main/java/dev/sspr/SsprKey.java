package dev.sspr;

import dev.sspr.internal.bounds.Bounds;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The one secret of the library: 32 random bytes, the same on every node. All other keys are derived from it (HKDF, RFC
 * 5869), per purpose and tenant.
 *
 * <p>To rotate, give every node the new key with the old one as {@link #accepting}. Keep the old key until every flow
 * that it sealed has expired. Security info stays sealed by the key that wrote it until it is written again, so keep
 * the old key as long as any account has security info under it. Counters that are keyed by the old key begin anew.
 * Rotate before 2<sup>32</sup> states were sealed (NIST SP 800-38D section 8.3): at ten million resets a day, every 50
 * days.
 *
 * <p><b>Security duty.</b> Keep the key outside the database of the stores: either of them alone opens nothing.
 */
public final class SsprKey {
    /** The number of bytes of a key. */
    public static final int BYTES = 32;

    private final byte id;
    private final byte[] bytes;
    private final Optional<SsprKey> older;

    private SsprKey(byte id, byte[] bytes, Optional<SsprKey> older) {
        this.id = id;
        this.bytes = bytes;
        this.older = older;
    }

    /**
     * Makes a key.
     *
     * @param id a number of its own for each key ever used, 0 to 255; stored beside what it seals
     * @param secret 32 bytes from a cryptographic source, copied; not all equal
     * @return the key
     * @throws IllegalArgumentException if the id or the length is wrong, or the bytes are all equal
     */
    public static SsprKey of(int id, byte[] secret) {
        Bounds.within("key id", id, 0, 255);
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("an SsprKey has " + BYTES + " bytes, this has " + secret.length);
        }
        byte[] same = new byte[BYTES];
        Arrays.fill(same, secret[0]);
        if (Arrays.equals(same, secret)) {
            throw new IllegalArgumentException("an SsprKey must be random, this one repeats one byte");
        }
        return new SsprKey((byte) id, secret.clone(), Optional.empty());
    }

    /**
     * Makes a key from hexadecimal digits, as configuration stores it.
     *
     * @param id a number that no other key has had, 0 to 255
     * @param hex 64 hexadecimal digits
     * @return the key
     * @throws IllegalArgumentException if it is not of that form; the message does not repeat it
     */
    public static SsprKey ofHex(int id, CharSequence hex) {
        byte[] parsed;
        try {
            parsed = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an SsprKey is written as " + 2 * BYTES + " hexadecimal digits");
        }
        return of(id, parsed);
    }

    /**
     * Returns this key with an older one that still opens and checks what it made.
     *
     * @param old the key before this one; its own older key is dropped
     * @return both
     * @throws IllegalArgumentException if both have the same id
     */
    public SsprKey accepting(SsprKey old) {
        if (old.id == id) {
            throw new IllegalArgumentException("two SsprKeys need two ids, both have " + (id & 0xff));
        }
        return new SsprKey(id, bytes, Optional.of(new SsprKey(old.id, old.bytes, Optional.empty())));
    }

    byte id() {
        return id;
    }

    byte[] bytes() {
        return bytes;
    }

    Optional<SsprKey> older() {
        return older;
    }

    /** Returns the id, never the bytes. */
    @Override
    public String toString() {
        return "SsprKey[" + (id & 0xff) + "]";
    }
}
