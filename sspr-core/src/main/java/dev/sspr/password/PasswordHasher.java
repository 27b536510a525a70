package dev.sspr.password;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Secret;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Stores passwords as hashes in PHC string form, by default with Argon2id (RFC 9106, R-HASH-1). It also reads hashes of
 * other systems, so that a host can move here without new passwords for its users.
 *
 * <p>New hashes are {@code $argon2id$}, {@code $pbkdf2-sha256$} or {@code $pbkdf2-sha512$}. The following are read, and
 * should be replaced at the next sign-in: Argon2i, Argon2d and Argon2 version 16; bcrypt ({@code $2a$}, {@code $2b$},
 * {@code $2y$}); scrypt as PHC string, as {@code $7$} of crypt(3) and as Spring Security writes it. All of these are
 * also read behind the {@code {id}} of Spring's delegating encoder, and so is its PBKDF2 with standard parameters. So are
 * the forms of OpenLDAP and Dovecot ({@code {ARGON2}}, {@code {CRYPT}}, {@code {PBKDF2-SHA256}}), of passlib, ZITADEL,
 * Authelia and Ory Kratos, and of Django. The SHA and MD5 forms of crypt(3), such as {@code $6$}, and {@code $y$} are not
 * read: {@link #inspect} says so. A hash that takes longer than about a second is not computed.
 *
 * <p><b>Threads.</b> Safe to share. All instances together compute at most as many hashes at the same time as the
 * machine has processors. They compute fewer if these would take more than a quarter of the heap (R-RATE-14).
 *
 * <p><b>Blocking.</b> A computation takes tens of milliseconds. Before it, a call waits up to 2 seconds, in order of
 * arrival.
 *
 * <p><b>Failure.</b> A {@link BackendUnavailableException} if that wait is not enough; then nothing was computed.
 *
 * <p><b>Security duty.</b> The password is hashed as it is given: normalise it first, in the same way everywhere.
 */
public final class PasswordHasher {
    /** The result of comparing a password with a stored hash. */
    public enum Verdict {
        /** The password matches. */
        MATCHES,
        /** The password is another one. */
        DIFFERS,
        /** The stored text is not a hash that may be computed; {@link #inspect} gives the reason. */
        UNREADABLE
    }

    /** Whether a stored hash should be replaced when its password is next available, and why (R-HASH-6). */
    public enum Rehash {
        /** The hash is as costly as a new one, or more. */
        NOT_NEEDED,
        /** New hashes use another function. */
        SCHEME,
        /** The hash is cheaper or shorter than a new one. */
        COST,
        /** The hash was made with another pepper than the current one, or with none. */
        PEPPER,
        /** The hash cannot be read. */
        UNREADABLE
    }

    /** The most bytes a password can have in UTF-8; twice what a policy may allow (R-PWD-2). */
    public static final int MAX_PASSWORD_BYTES = 1024;

    private final HashScheme fresh;
    private final HashingThrottle throttle;
    private final Optional<Pepper> pepper;
    private final Map<Integer, Pepper> peppers;
    private final SecureRandom random = new SecureRandom();

    private PasswordHasher(
            HashScheme fresh, HashingThrottle throttle, Optional<Pepper> pepper, Map<Integer, Pepper> peppers) {
        this.fresh = fresh;
        this.throttle = throttle;
        this.pepper = pepper;
        this.peppers = peppers;
    }

    /**
     * The default: Argon2id with 19 MiB, 2 iterations, 1 lane (OWASP Password Storage cheat sheet).
     *
     * @return a hasher
     */
    public static PasswordHasher standard() {
        return argon2id(19456, 2, 1);
    }

    /**
     * Makes a hasher with Argon2id of another cost. The floor is one of OWASP's pairs: 46 MiB and 1 iteration, 19 MiB
     * and 2, 12 MiB and 3, 9 MiB and 4, 7 MiB and 5.
     *
     * @param memory in KiB, 7168 to 1048576
     * @param iterations passes over the memory, 1 to 64, and at most 2 GiB in all passes together
     * @param parallelism lanes, 1 to 16
     * @return a hasher
     * @throws IllegalArgumentException if a parameter is too weak or too costly; the message names it
     */
    public static PasswordHasher argon2id(int memory, int iterations, int parallelism) {
        return with(new Argon2Cost(memory, iterations, parallelism).strongEnough(), HashingThrottle.OF_THIS_JVM);
    }

    /**
     * Makes a hasher with PBKDF2 and HMAC-SHA-256 by the JVM's preferred provider, for hosts that must use
     * FIPS-approved functions (R-HASH-2). It loads Bouncy Castle only to read another form.
     *
     * @param iterations 600 000 (OWASP) to 5 000 000
     * @return a hasher
     * @throws IllegalArgumentException if that is out of bounds
     */
    public static PasswordHasher pbkdf2Sha256(int iterations) {
        return with(new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA256, iterations).strongEnough(), HashingThrottle.OF_THIS_JVM);
    }

    /**
     * PBKDF2 with HMAC-SHA-512, otherwise like {@link #pbkdf2Sha256}.
     *
     * @param iterations 220 000 (OWASP) to 5 000 000
     * @return a hasher
     * @throws IllegalArgumentException if that is out of bounds
     */
    public static PasswordHasher pbkdf2Sha512(int iterations) {
        return with(new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA512, iterations).strongEnough(), HashingThrottle.OF_THIS_JVM);
    }

    static PasswordHasher with(HashScheme fresh, HashingThrottle throttle) {
        return new PasswordHasher(fresh, throttle, Optional.empty(), Map.of());
    }

    /**
     * Makes a copy with a pepper. New hashes are made with it. Hashes with an older pepper, or with none, are still
     * read, and {@link #needsRehash} asks for them to be replaced.
     *
     * @param current the pepper of new hashes
     * @param older peppers of hashes that are still stored
     * @return another hasher
     * @throws IllegalArgumentException if two have one id
     */
    public PasswordHasher withPepper(Pepper current, Pepper... older) {
        Map<Integer, Pepper> all = new HashMap<>(Map.of(current.id(), current));
        for (Pepper old : older) {
            if (all.put(old.id(), old) != null) {
                throw new IllegalArgumentException("two peppers have the id " + old.id());
            }
        }
        return new PasswordHasher(fresh, throttle, Optional.of(current), Map.copyOf(all));
    }

    /**
     * Hashes a new password under a new random salt.
     *
     * @param password 1 to {@link #MAX_PASSWORD_BYTES} UTF-8 bytes
     * @return the PHC string, at most 150 characters
     * @throws IllegalArgumentException if the password is empty, too long, or has an unpaired surrogate or a NUL
     * @throws BackendUnavailableException if too many others are being hashed
     */
    public String hash(Secret password) {
        return PasswordBytes.lend(
                        password, bytes -> throttle.take(fresh.memory(), () -> fresh.make(bytes, salt(), pepper)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "a password must have 1 to " + MAX_PASSWORD_BYTES + " bytes of sound UTF-8 without NUL"));
    }

    /**
     * Compares a password with a stored hash. The time does not depend on where they differ.
     *
     * @param password the password that was typed
     * @param stored the stored text
     * @return the result
     * @throws BackendUnavailableException if too many others are being hashed
     */
    public Verdict verify(Secret password, String stored) {
        Objects.requireNonNull(password, "password");
        StoredHash kept;
        try {
            kept = read(stored);
        } catch (UnreadableHashException unreadable) {
            return Verdict.UNREADABLE;
        }
        Optional<Pepper> its = kept.pepperId().map(peppers::get);
        return PasswordBytes.lend(password, bytes -> throttle.take(kept.memory(), () -> kept.matches(bytes, its)))
                .filter(Boolean::booleanValue)
                .map(equal -> Verdict.MATCHES)
                .orElse(Verdict.DIFFERS);
    }

    /**
     * Does the work of {@link #verify} if there is no hash, so that an unknown name takes as long as a known one
     * (R-ENUM). Accounts with a hash of another cost or scheme do differ in time.
     *
     * @param password the password that was typed
     * @return {@link Verdict#DIFFERS}, always
     * @throws BackendUnavailableException if too many others are being hashed
     */
    public Verdict verifyAbsent(Secret password) {
        PasswordBytes.lend(
                password,
                bytes -> throttle.take(
                        fresh.memory(), () -> fresh.make(bytes, new byte[HashScheme.SALT_BYTES], pepper)));
        return Verdict.DIFFERS;
    }

    /**
     * Returns whether a stored hash is weaker than a new one, or made in another way.
     *
     * @param stored the stored text
     * @return whether to hash anew, and why
     */
    public Rehash needsRehash(String stored) {
        try {
            StoredHash kept = read(stored);
            Rehash scheme = kept.beside(fresh);
            boolean samePepper = kept.pepperId().equals(pepper.map(Pepper::id));
            return scheme == Rehash.NOT_NEEDED && !samePepper ? Rehash.PEPPER : scheme;
        } catch (UnreadableHashException unreadable) {
            return Rehash.UNREADABLE;
        }
    }

    /**
     * Explains why a stored hash cannot be read, for a host that moves hashes here. It computes nothing.
     *
     * @param stored the stored text
     * @return what is wrong with it, in English, without any part of it but numbers; empty if it can be read
     */
    public Optional<String> inspect(String stored) {
        try {
            read(stored);
            return Optional.empty();
        } catch (UnreadableHashException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private StoredHash read(String stored) {
        StoredHash kept = HashFormats.read(stored);
        kept.pepperId().filter(id -> !peppers.containsKey(id)).ifPresent(id -> {
            throw new UnreadableHashException("it was made with pepper " + id + ", which is not known here");
        });
        return kept;
    }

    private byte[] salt() {
        byte[] salt = new byte[HashScheme.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /**
     * A stored text is not a hash that may be computed. The message gives the reason, and holds no part of the text but
     * numbers.
     */
    static final class UnreadableHashException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableHashException(String message) {
            super(message, null, false, false);
        }
    }
}
