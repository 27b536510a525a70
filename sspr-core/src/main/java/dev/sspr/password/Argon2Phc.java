package dev.sspr.password;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash in PHC string form: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$tag}, base64 without padding.
 *
 * <p>The parser allocates nothing that a parameter asks for, and takes one spelling of each hash only: no leading
 * zeros, no unused bits in the base64, no other variant or version.
 */
final class Argon2Phc {
    static final int LEAST_SALT = 8;
    static final int MOST_SALT = 64;
    static final int LEAST_TAG = 16;
    static final int MOST_TAG = 64;

    /** Longer than any hash of these limits; a longer text is not looked into. */
    private static final int MOST_LENGTH = 256;

    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=([1-9][0-9]?)"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] tag;

    Argon2Phc(Argon2Cost cost, byte[] salt, byte[] tag) {
        this.cost = cost;
        this.salt = salt;
        this.tag = tag;
    }

    /** Reads a hash, or answers empty for anything else. */
    static Optional<Argon2Phc> parse(String text) {
        if (text.length() > MOST_LENGTH) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Argon2Cost cost = new Argon2Cost(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            byte[] salt = Base64.getDecoder().decode(parts.group(4));
            byte[] tag = Base64.getDecoder().decode(parts.group(5));
            Argon2Phc read = new Argon2Phc(cost, salt, tag);
            boolean bounded = salt.length >= LEAST_SALT
                    && salt.length <= MOST_SALT
                    && tag.length >= LEAST_TAG
                    && tag.length <= MOST_TAG;
            return bounded && read.text().equals(text) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    Argon2Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt;
    }

    byte[] tag() {
        return tag;
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(tag);
    }
}
