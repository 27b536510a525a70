package dev.sspr.password;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads every supported form of a stored hash, by its scheme. */
final class HashFormats {
    private static final Map<String, Function<String, StoredHash>> SCHEMES = Map.ofEntries(
            Map.entry("argon2id", Argon2Hash::parse),
            Map.entry("argon2i", Argon2Hash::parse),
            Map.entry("argon2d", Argon2Hash::parse),
            Map.entry("pbkdf2-sha256", Pbkdf2Hash::parse),
            Map.entry("pbkdf2-sha512", Pbkdf2Hash::parse),
            Map.entry("pbkdf2-sha1", text -> Pbkdf2Hash.parseRounds(Pbkdf2Cost.Prf.SHA1, text.substring(13))),
            Map.entry("pbkdf2", text -> Pbkdf2Hash.parseRounds(Pbkdf2Cost.Prf.SHA1, text.substring(8))),
            Map.entry("2a", BcryptHash::parse),
            Map.entry("2b", BcryptHash::parse),
            Map.entry("2y", BcryptHash::parse),
            Map.entry("scrypt", ScryptHash::parsePhc),
            Map.entry("7", ScryptHash::parseCrypt));

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
            String id = end < 0 ? "" : text.substring(1, end);
            Function<String, StoredHash> form = Optional.ofNullable(SPRING.get(id))
                    .or(() -> ForeignForms.braces(id))
                    .orElse(null);
            if (form == null) {
                throw new PasswordHasher.UnreadableHashException("the id in braces is none of "
                        + SPRING.keySet().stream().sorted().toList());
            }
            return form.apply(text.substring(end + 1));
        }
        int end = text.indexOf('$', 1);
        if (!text.startsWith("$") && end > 0) {
            return ForeignForms.named(text.substring(0, end))
                    .orElseThrow(() -> new PasswordHasher.UnreadableHashException("its form is not known"))
                    .apply(text.substring(end + 1));
        }
        String scheme = text.startsWith("$") && end > 0 ? text.substring(1, end) : "";
        ForeignForms.refuse(scheme);
        return Optional.ofNullable(SCHEMES.get(scheme))
                .or(() -> SPRING_SCRYPT.matcher(scheme).matches()
                        ? Optional.of(ScryptHash::parseSpring)
                        : Optional.empty())
                .orElseThrow(() -> new PasswordHasher.UnreadableHashException("the scheme is none of "
                        + SCHEMES.keySet().stream().sorted().toList()))
                .apply(text);
    }
}
