package dev.sspr.password;

import static dev.sspr.password.HashFields.named;
import static dev.sspr.password.HashFields.number;

import dev.sspr.password.PasswordHasher.Rehash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A PBKDF2 hash in PHC string form: {@code $pbkdf2-sha256$i=600000,l=32$salt$tag}, base64 without padding. The id of a
 * pepper follows the length.
 */
final class Pbkdf2Hash implements StoredHash {

    private static final int LEAST_BYTES = 8;
    private static final int LEAST_TAG = 16;
    private static final int MOST_BYTES = 64;

    private final Pbkdf2Cost cost;
    private final Optional<Integer> pepperId;
    private final byte[] salt;
    private final byte[] tag;

    private Pbkdf2Hash(Pbkdf2Cost cost, Optional<Integer> pepperId, byte[] salt, byte[] tag) {
        this.cost = cost;
        this.pepperId = pepperId;
        this.salt = salt;
        this.tag = tag;
    }

    static String text(Pbkdf2Cost cost, Optional<Integer> pepperId, byte[] salt, byte[] tag) {
        return "$" + cost.prf().scheme() + "$i=" + cost.iterations() + ",l=" + tag.length + Pepper.field(pepperId) + "$"
                + HashFields.base64(salt) + "$" + HashFields.base64(tag);
    }

    static StoredHash parse(String text) {
        List<String> fields = HashFields.of("PBKDF2", text, 4);
        Pbkdf2Cost.Prf prf =
                fields.get(0).equals(Pbkdf2Cost.Prf.SHA512.scheme()) ? Pbkdf2Cost.Prf.SHA512 : Pbkdf2Cost.Prf.SHA256;
        if (fields.get(1).indexOf('=') < 0) {
            return parseRounds(prf, fields.subList(1, 4));
        }
        String[] costs = fields.get(1).split(",", -1);
        if (costs.length != 2 && costs.length != 3) {
            throw new PasswordHasher.UnreadableHashException("PBKDF2 parameters must be written as i=…,l=…");
        }
        int iterations =
                number("PBKDF2 iterations", named("PBKDF2 iterations", "i", costs[0]), 1, Pbkdf2Cost.MOST_ITERATIONS);
        int length = number("PBKDF2 length (bytes)", named("PBKDF2 length", "l", costs[1]), LEAST_TAG, MOST_BYTES);
        Optional<Integer> pepperId = costs.length == 3 ? Optional.of(Pepper.idOf(costs[2])) : Optional.empty();
        return new Pbkdf2Hash(
                new Pbkdf2Cost(prf, iterations),
                pepperId,
                HashFields.base64("PBKDF2 salt", fields.get(2), LEAST_BYTES, MOST_BYTES),
                HashFields.base64("PBKDF2 tag", fields.get(3), length, length));
    }

    /** Reads iterations, salt and tag, as passlib, OpenLDAP and Authelia write them. */
    private static StoredHash parseRounds(Pbkdf2Cost.Prf prf, List<String> fields) {
        return new Pbkdf2Hash(
                new Pbkdf2Cost(prf, number("PBKDF2 iterations", fields.get(0), 1, Pbkdf2Cost.MOST_ITERATIONS)),
                Optional.empty(),
                HashFields.foreignBase64("PBKDF2 salt", fields.get(1), LEAST_BYTES, MOST_BYTES),
                HashFields.foreignBase64("PBKDF2 tag", fields.get(2), LEAST_TAG, MOST_BYTES));
    }

    /** Reads iterations, salt and tag behind a prefix that names the function. */
    static StoredHash parseRounds(Pbkdf2Cost.Prf prf, String text) {
        return parseRounds(prf, HashFields.of("PBKDF2", "$" + text, 3));
    }

    /** Reads iterations, the salt as it is, and the tag, as Django writes them. */
    static StoredHash parseDjango(Pbkdf2Cost.Prf prf, String text) {
        List<String> fields = HashFields.of("Django's PBKDF2", "$" + text, 3);
        byte[] salt = fields.get(1).getBytes(StandardCharsets.UTF_8);
        HashFields.within("PBKDF2 salt (bytes)", salt.length, LEAST_BYTES, MOST_BYTES);
        return new Pbkdf2Hash(
                new Pbkdf2Cost(prf, number("PBKDF2 iterations", fields.get(0), 1, Pbkdf2Cost.MOST_ITERATIONS)),
                Optional.empty(),
                salt,
                HashFields.foreignBase64("PBKDF2 tag", fields.get(2), LEAST_TAG, MOST_BYTES));
    }

    /** Reads the hexadecimal text of salt and 32 bytes. The parameters are not in the text. */
    static StoredHash parseSpring(String text, Pbkdf2Cost cost, int saltBytes) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException malformed) {
            throw new PasswordHasher.UnreadableHashException("Spring's PBKDF2 must be hexadecimal");
        }
        int whole = saltBytes + HashScheme.TAG_BYTES;
        HashFields.within("Spring's PBKDF2 (bytes)", bytes.length, whole, whole);
        return new Pbkdf2Hash(
                cost, Optional.empty(), Arrays.copyOf(bytes, saltBytes), Arrays.copyOfRange(bytes, saltBytes, whole));
    }

    @Override
    public int memory() {
        return 0;
    }

    @Override
    public boolean matches(byte[] password, Optional<Pepper> pepper) {
        return MessageDigest.isEqual(tag, cost.compute(password, salt, pepper, tag.length));
    }

    @Override
    public Rehash beside(HashScheme wanted) {
        if (!(wanted instanceof Pbkdf2Cost target) || target.prf() != cost.prf()) {
            return Rehash.SCHEME;
        }
        boolean weaker = cost.iterations() < target.iterations()
                || salt.length < HashScheme.SALT_BYTES
                || tag.length < HashScheme.TAG_BYTES;
        return weaker ? Rehash.COST : Rehash.NOT_NEEDED;
    }

    @Override
    public Optional<Integer> pepperId() {
        return pepperId;
    }
}
