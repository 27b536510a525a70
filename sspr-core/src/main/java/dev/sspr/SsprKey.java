package dev.sspr;

import dev.sspr.internal.bounds.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one secret of the library: 32 random bytes, the same on every node. All other keys are derived from it (HKDF, RFC
 * 5869), per purpose and tenant. One key writes; up to {@value #MOST_ACCEPTED} others still open and check what they
 * made.
 *
 * <p>To rotate:
 *
 * <ol>
 *   <li>Give every node the old key that accepts the new one, so that each node reads what the others will write.
 *   <li>Give every node the new key that accepts the old one. Each write seals under the new key. If the method store
 *       can list its accounts by key ({@link dev.sspr.spi.AccountsByKey}), the sweeper seals all security info anew.
 *   <li>Keep the old key until {@link Sspr#keys} reports that nothing needs it. A flow needs every key since its start,
 *       because its handle and its links were made under them; so a flow keeps a key until it expires. The count of
 *       wrong passwords, the longest such flow, is kept for 30 days after its last change.
 * </ol>
 *
 * <p>Rate limits begin anew once for each rotation. What bars an account (a report, an objection, a lockout) is looked
 * for under every key. Rotate before 2<sup>32</sup> states were sealed (NIST SP 800-38D section 8.3): at ten million
 * resets a day, every 50 days.
 *
 * <p><b>Security duty.</b> Keep the key outside the database of the stores: either of them alone opens nothing.
 */
public final class SsprKey {
    /** The number of bytes of a key. */
    public static final int BYTES = 32;

    /** The most other keys that a key can accept: each of them costs a digest wherever a digest is compared. */
    public static final int MOST_ACCEPTED = 8;

    private final byte id;
    private final byte[] bytes;
    private final List<SsprKey> accepted;
    private final Set<Integer> lost;

    private SsprKey(byte id, byte[] bytes, List<SsprKey> accepted, Set<Integer> lost) {
        this.id = id;
        this.bytes = bytes;
        this.accepted = accepted;
        this.lost = lost;
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
        return new SsprKey((byte) id, secret.clone(), List.of(), Set.of());
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
     * Returns this key with another one that still opens and checks what it made, and with the keys that the other one
     * accepts. Call it once for each key.
     *
     * @param other a key before this one, or the next one before it writes
     * @return a key that writes as this one, and reads as this one, those it accepted before, and the other
     * @throws IllegalArgumentException if two keys have the same id, or the key would accept more than {@value
     *     #MOST_ACCEPTED}
     */
    public SsprKey accepting(SsprKey other) {
        List<SsprKey> all = new ArrayList<>(accepted);
        Stream.concat(Stream.of(other), other.accepted.stream())
                .map(one -> new SsprKey(one.id, one.bytes, List.of(), Set.of()))
                .forEach(all::add);
        Set<Byte> ids = new HashSet<>(Set.of(id));
        for (SsprKey one : all) {
            if (!ids.add(one.id)) {
                throw new IllegalArgumentException("two SsprKeys need two ids, both have " + one.number());
            }
        }
        if (all.size() > MOST_ACCEPTED) {
            throw new IllegalArgumentException("an SsprKey accepts at most " + MOST_ACCEPTED + " others, this would be "
                    + all.size() + ": drop those that Sspr.keys() no longer reports");
        }
        return new SsprKey(id, bytes, List.copyOf(all), lost);
    }

    /**
     * Returns this key with the statement that another one is gone for good. Without it, an engine does not start while
     * accounts have security info under a key that it lacks. With it, such accounts are unreadable: they cannot reset,
     * until the help desk requires a new registration of them.
     *
     * @param keyId the id of the key that is lost, 0 to 255
     * @return a key that writes and reads as this one
     * @throws IllegalArgumentException if the id is out of range, or this key has or accepts it
     */
    public SsprKey withoutLost(int keyId) {
        Bounds.within("key id", keyId, 0, 255);
        if (Stream.concat(Stream.of(this), accepted.stream()).anyMatch(one -> one.number() == keyId)) {
            throw new IllegalArgumentException("SsprKey " + keyId + " is here, so it is not lost");
        }
        Set<Integer> all = new HashSet<>(lost);
        all.add(keyId);
        return new SsprKey(id, bytes, accepted, Set.copyOf(all));
    }

    byte id() {
        return id;
    }

    byte[] bytes() {
        return bytes;
    }

    List<SsprKey> accepted() {
        return accepted;
    }

    Set<Integer> lost() {
        return lost;
    }

    private int number() {
        return Byte.toUnsignedInt(id);
    }

    /** Returns the id, never the bytes. */
    @Override
    public String toString() {
        return "SsprKey[" + number() + "]";
    }
}
