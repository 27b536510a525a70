package dev.sspr.password;

import dev.sspr.password.PasswordHasher.UnreadableHashException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The prefixes of directories and of web frameworks, and the forms that are known and not read. */
final class ForeignForms {
    /** The schemes in braces of OpenLDAP and Dovecot, in upper case. */
    private static final Map<String, Function<String, StoredHash>> LDAP = Map.ofEntries(
            Map.entry("ARGON2", HashFormats::read),
            Map.entry("ARGON2I", HashFormats::read),
            Map.entry("ARGON2ID", HashFormats::read),
            Map.entry("CRYPT", HashFormats::read),
            Map.entry("BLF-CRYPT", HashFormats::read),
            Map.entry("PBKDF2", text -> Pbkdf2Hash.parseRounds(Pbkdf2Cost.Prf.SHA1, text)),
            Map.entry("PBKDF2-SHA1", text -> Pbkdf2Hash.parseRounds(Pbkdf2Cost.Prf.SHA1, text)),
            Map.entry("PBKDF2-SHA256", text -> Pbkdf2Hash.parseRounds(Pbkdf2Cost.Prf.SHA256, text)),
            Map.entry("PBKDF2-SHA512", text -> Pbkdf2Hash.parseRounds(Pbkdf2Cost.Prf.SHA512, text)));

    /** What Django puts before the first dollar sign. */
    private static final Map<String, Function<String, StoredHash>> DJANGO = Map.of(
            "pbkdf2_sha256", text -> Pbkdf2Hash.parseDjango(Pbkdf2Cost.Prf.SHA256, text),
            "pbkdf2_sha1", text -> Pbkdf2Hash.parseDjango(Pbkdf2Cost.Prf.SHA1, text),
            "argon2", text -> HashFormats.read("$" + text),
            "bcrypt", HashFormats::read);

    /** Forms that people ask for and that nothing here can compute. */
    private static final Map<String, String> NOT_READ = Map.of(
            "1", "MD5 crypt ($1$)",
            "5", "SHA-256 crypt ($5$)",
            "6", "SHA-512 crypt ($6$)",
            "y", "yescrypt ($y$)",
            "gy", "yescrypt with GOST ($gy$)",
            "md5", "MD5 ($md5$)",
            "2x", "bcrypt of a broken implementation ($2x$)");

    private ForeignForms() {}

    /** Returns the reader of a scheme in braces. */
    static Optional<Function<String, StoredHash>> braces(String id) {
        return Optional.ofNullable(LDAP.get(id.toUpperCase(Locale.ROOT)));
    }

    /** Returns the reader of what follows a name and a dollar sign. */
    static Optional<Function<String, StoredHash>> named(String name) {
        return Optional.ofNullable(DJANGO.get(name));
    }

    /** Refuses a form that is known, with its name. */
    static void refuse(String scheme) {
        String name = NOT_READ.get(scheme);
        if (name != null) {
            throw new UnreadableHashException(
                    name + " is not read: nothing here computes it, so its user needs a new password, by a reset");
        }
    }
}
