package dev.sspr.password;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads every supported form of a stored hash, by its scheme. */
final class HashFormats {
    private static final Map<String, Function<String, StoredHash>> SCHEMES = Map.of(
            "argon2id", Argon2Hash::parse,
            "argon2i", Argon2Hash::parse,
            "argon2d", Argon2Hash::parse,
            "pbkdf2-sha256", Pbkdf2Hash::parse,
            "pbkdf2-sha512", Pbkdf2Hash::parse,
            "2a", BcryptHash::parse,
            "2b", BcryptHash::parse,
            "2y", BcryptHash::parse,
            "scrypt", ScryptHash::parsePhc,
            "7", ScryptHash::parseCrypt);

    /** The ids that Spring Security's DelegatingPasswordEncoder puts in front, as far as their parameters are known. */
    private static final Map<String, Function<String, StoredHash>> SPRING = Map.of(
            "argon2", Argon2Hash::parse,
            "argon2@SpringSecurity_v5_8", Argon2Hash::parse,
            "bcrypt", BcryptHash::parse,
            "scrypt", ScryptHash::parseSpring,
            "scrypt@SpringSecurity_v5_8", ScryptHash::parseSpring,
            "pbkdf2", text -> Pbkdf2Hash.parseSpring(text, new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA1, 185_000), 8),
            "pbkdf2@SpringSecurity_v5_8",
                    text -> Pbkdf2Hash.parseSpring(text, new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA256, 310_000), 16));

    /** Spring's scrypt has its parameters, in hexadecimal, in the place of the scheme. */
    private static final Pattern SPRING_SCRYPT = Pattern.compile("[0-9a-f]{5,8}");

    private HashFormats() {}

    /** Reads a hash. Hostile numbers are refused before anything of their size is allocated. */
    static StoredHash read(String text) {
        if (text.length() > HashFields.MOST_LENGTH) {
            throw new PasswordHasher.UnreadableHashException(
                    "a hash has at most " + HashFields.MOST_LENGTH + " characters, this has " + text.length());
        }
        if (text.startsWith("{")) {
            int end = text.indexOf('}');
            Function<String, StoredHash> form = SPRING.get(end < 0 ? "" : text.substring(1, end));
            if (form == null) {
                throw new PasswordHasher.UnreadableHashException("the id in braces is none of "
                        + SPRING.keySet().stream().sorted().toList());
            }
            return form.apply(text.substring(end + 1));
        }
        int end = text.indexOf('$', 1);
        String scheme = text.startsWith("$") && end > 0 ? text.substring(1, end) : "";
        return Optional.ofNullable(SCHEMES.get(scheme))
                .or(() -> SPRING_SCRYPT.matcher(scheme).matches()
                        ? Optional.of(ScryptHash::parseSpring)
                        : Optional.empty())
                .orElseThrow(() -> new PasswordHasher.UnreadableHashException("the scheme is none of "
                        + SCHEMES.keySet().stream().sorted().toList()))
                .apply(text);
    }
}
