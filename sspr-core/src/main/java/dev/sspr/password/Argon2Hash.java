package dev.sspr.password;

import static dev.sspr.password.HashFields.named;
import static dev.sspr.password.HashFields.number;

import dev.sspr.password.PasswordHasher.Rehash;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An Argon2 hash in PHC string form: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$tag}, base64 without padding. The id of
 * a pepper follows the cost, as {@code keyid=} and base64.
 *
 * <p>New hashes are Argon2id of version 19. Argon2i, Argon2d, version 16, short salts and short tags are read for
 * migration. Associated data ({@code data=}) is refused.
 */
final class Argon2Hash implements StoredHash {

    private static final int LEAST_SALT = 8;
    private static final int LEAST_TAG = 16;
    private static final int MOST_BYTES = 64;

    private final Kdf.Argon2 variant;
    private final Argon2Cost cost;
    private final Optional<Integer> pepperId;
    private final byte[] salt;
    private final byte[] tag;

    private Argon2Hash(Kdf.Argon2 variant, Argon2Cost cost, Optional<Integer> pepperId, byte[] salt, byte[] tag) {
        this.variant = variant;
        this.cost = cost;
        this.pepperId = pepperId;
        this.salt = salt;
        this.tag = tag;
    }

    static String text(Argon2Cost cost, Optional<Integer> pepperId, byte[] salt, byte[] tag) {
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.iterations() + ",p=" + cost.parallelism()
                + Pepper.field(pepperId) + "$" + HashFields.base64(salt) + "$" + HashFields.base64(tag);
    }

    static StoredHash parse(String text) {
        // a text without a version is of version 16, which was never written down
        boolean old = !text.contains("$v=");
        List<String> fields = HashFields.of("Argon2", text, old ? 4 : 5);
        String version = old ? "v=16" : fields.get(1);
        Kdf.Argon2 variant = Kdf.Argon2.of(fields.get(0), version);
        String[] costs = fields.get(old ? 1 : 2).split(",", -1);
        if (costs.length != 3 && costs.length != 4) {
            throw new PasswordHasher.UnreadableHashException("Argon2 parameters must be written as m=…,t=…,p=…");
        }
        Argon2Cost cost;
        try {
            cost = new Argon2Cost(
                    number("Argon2 memory (KiB)", cost("Argon2 memory", "m", costs), 8, 1 << 20),
                    number("Argon2 iterations", cost("Argon2 iterations", "t", costs), 1, 64),
                    number("Argon2 parallelism", cost("Argon2 parallelism", "p", costs), 1, 16));
        } catch (IllegalArgumentException outOfBounds) {
            throw new PasswordHasher.UnreadableHashException(String.valueOf(outOfBounds.getMessage()));
        }
        Optional<Integer> pepperId = costs.length == 4 ? Optional.of(Pepper.idOf(costs[3])) : Optional.empty();
        byte[] salt = HashFields.base64("Argon2 salt", fields.get(old ? 2 : 3), LEAST_SALT, MOST_BYTES);
        byte[] tag = HashFields.base64("Argon2 tag", fields.get(old ? 3 : 4), LEAST_TAG, MOST_BYTES);
        return new Argon2Hash(variant, cost, pepperId, salt, tag);
    }

    /** Reads one of the first three parameters, which other systems write in another order. */
    private static String cost(String what, String name, String[] costs) {
        return Arrays.stream(costs, 0, 3)
                .filter(one -> one.startsWith(name + "="))
                .findFirst()
                .map(one -> named(what, name, one))
                .orElseThrow(() ->
                        new PasswordHasher.UnreadableHashException("Argon2 parameters must be written as m=…,t=…,p=…"));
    }

    @Override
    public int memory() {
        return cost.memory();
    }

    @Override
    public boolean matches(byte[] password, Optional<Pepper> pepper) {
        byte[] key = pepper.map(Pepper::key).orElse(new byte[0]);
        return MessageDigest.isEqual(tag, Kdf.argon2(variant, password, salt, key, new byte[0], cost, tag.length));
    }

    @Override
    public Rehash beside(HashScheme wanted) {
        if (variant != Kdf.Argon2.V13_ID || !(wanted instanceof Argon2Cost target)) {
            return Rehash.SCHEME;
        }
        boolean weaker = cost.below(target) || salt.length < HashScheme.SALT_BYTES || tag.length < HashScheme.TAG_BYTES;
        return weaker ? Rehash.COST : Rehash.NOT_NEEDED;
    }

    @Override
    public Optional<Integer> pepperId() {
        return pepperId;
    }
}
