package dev.sspr.password;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Keeps passwords as Argon2id hashes in PHC string form (RFC 9106, R-HASH-1).
 *
 * <p><b>Threads.</b> Safe to share. At most as many hashes as the machine has processors are computed at once, in all
 * instances together (R-RATE-14).
 *
 * <p><b>Blocking.</b> A computation takes tens of milliseconds, and waits up to 2 seconds for its turn.
 *
 * <p><b>Failure.</b> A {@link BackendUnavailableException} when its turn does not come; nothing was computed.
 *
 * <p><b>Security duty.</b> The password is hashed as it comes: normalise it first, the same way at every place.
 */
public final class Argon2PasswordHasher {
    /** What a stored hash says about a password. */
    public enum Verdict {
        /** It is the password. */
        MATCHES,
        /** It is another one. */
        DIFFERS,
        /** The stored text is no hash that may be computed: another scheme, or parameters out of bounds. */
        UNREADABLE
    }

    /** Whether a stored hash should be replaced when its password is next at hand (R-HASH-6). */
    public enum Rehash {
        /** It is as costly as a new one, or more. */
        NOT_NEEDED,
        /** It is cheaper, shorter or unreadable. */
        NEEDED
    }

    /** The most bytes a password can have in UTF-8; twice what a policy may allow (R-PWD-2). */
    public static final int MAX_PASSWORD_BYTES = 1024;

    /** 128 bits, as RFC 9106 section 4 advises. */
    private static final int SALT_BYTES = 16;
    /** 256 bits, as RFC 9106 section 4 advises. */
    private static final int TAG_BYTES = 32;

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Semaphore TURNS = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final Argon2Cost cost;
    private final Semaphore turns;
    private final Duration wait;
    private final SecureRandom random = new SecureRandom();

    private Argon2PasswordHasher(Argon2Cost cost, Semaphore turns, Duration wait) {
        this.cost = cost;
        this.turns = turns;
        this.wait = wait;
    }

    /**
     * The default: 19 MiB, 2 iterations, 1 lane (OWASP Password Storage cheat sheet).
     *
     * @return a hasher
     */
    public static Argon2PasswordHasher standard() {
        return of(19456, 2, 1);
    }

    /**
     * A hasher of another cost. The floor is one of OWASP's pairs: 46 MiB and 1 iteration, 19 MiB and 2, 12 MiB and 3,
     * 9 MiB and 4, 7 MiB and 5.
     *
     * @param memory in KiB, 7168 to 1048576
     * @param iterations passes over the memory, 1 to 64
     * @param parallelism lanes, 1 to 16
     * @return a hasher
     * @throws IllegalArgumentException if a parameter is too weak or too costly; the message names it
     */
    public static Argon2PasswordHasher of(int memory, int iterations, int parallelism) {
        return with(new Argon2Cost(memory, iterations, parallelism).strongEnough(), TURNS, WAIT);
    }

    static Argon2PasswordHasher with(Argon2Cost cost, Semaphore turns, Duration wait) {
        return new Argon2PasswordHasher(cost, turns, wait);
    }

    /**
     * Hashes a new password under a new random salt.
     *
     * @param password 1 to {@link #MAX_PASSWORD_BYTES} UTF-8 bytes
     * @return the PHC string, at most 128 characters
     * @throws IllegalArgumentException if the password is empty, too long, or has an unpaired surrogate
     * @throws BackendUnavailableException if too many others are being hashed
     */
    public String hash(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return withBytes(password, bytes -> new Argon2Phc(cost, salt, computed(bytes, salt, cost, TAG_BYTES)).text())
                .orElseThrow(() -> new IllegalArgumentException(
                        "a password must have 1 to " + MAX_PASSWORD_BYTES + " bytes of sound UTF-8"));
    }

    /**
     * Compares a password with a stored hash, in a time that does not depend on where they differ.
     *
     * @param password what a person gave
     * @param phc the stored text
     * @return what the hash says
     * @throws BackendUnavailableException if too many others are being hashed
     */
    public Verdict verify(Secret password, String phc) {
        Objects.requireNonNull(password, "password");
        Optional<Argon2Phc> stored = Argon2Phc.parse(phc);
        if (stored.isEmpty()) {
            return Verdict.UNREADABLE;
        }
        Argon2Phc kept = stored.get();
        return withBytes(
                        password,
                        bytes -> MessageDigest.isEqual(
                                kept.tag(), computed(bytes, kept.salt(), kept.cost(), kept.tag().length)))
                .filter(Boolean::booleanValue)
                .map(equal -> Verdict.MATCHES)
                .orElse(Verdict.DIFFERS);
    }

    /**
     * Does the work of {@link #verify} where there is no hash, so that an unknown name takes as long as a known one
     * (R-ENUM).
     *
     * @param password what a person gave
     * @return {@link Verdict#DIFFERS}, always
     * @throws BackendUnavailableException if too many others are being hashed
     */
    public Verdict verifyAbsent(Secret password) {
        withBytes(password, bytes -> computed(bytes, new byte[SALT_BYTES], cost, TAG_BYTES));
        return Verdict.DIFFERS;
    }

    /**
     * Whether a stored hash is below this hasher's cost.
     *
     * @param phc the stored text
     * @return whether to hash anew
     */
    public Rehash rehash(String phc) {
        return Argon2Phc.parse(phc)
                .filter(kept ->
                        !kept.cost().below(cost) && kept.salt().length >= SALT_BYTES && kept.tag().length >= TAG_BYTES)
                .map(kept -> Rehash.NOT_NEEDED)
                .orElse(Rehash.NEEDED);
    }

    /** The bare function of RFC 9106, with its secret and its associated data. */
    static byte[] tag(byte[] password, byte[] salt, byte[] secret, byte[] data, Argon2Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .withSecret(secret)
                .withAdditional(data)
                .build());
        byte[] tag = new byte[length];
        generator.generateBytes(password, tag);
        return tag;
    }

    private byte[] computed(byte[] password, byte[] salt, Argon2Cost price, int length) {
        try {
            if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BackendUnavailableException("Argon2id: too many passwords are being hashed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailableException("Argon2id: interrupted while waiting to hash");
        }
        try {
            return tag(password, salt, new byte[0], new byte[0], price, length);
        } finally {
            turns.release();
        }
    }

    /** Lends the UTF-8 of a password, made without a string and wiped; empty if it has none or too much. */
    private static <T> Optional<T> withBytes(Secret password, Function<byte[], T> work) {
        return password.exposeTo(chars -> {
            if (chars.length == 0 || chars.length > MAX_PASSWORD_BYTES) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.allocate(3 * chars.length);
            byte[] bytes = new byte[0];
            try {
                var encoder = StandardCharsets.UTF_8.newEncoder();
                if (encoder.encode(CharBuffer.wrap(chars), buffer, true).isError()) {
                    return Optional.empty();
                }
                encoder.flush(buffer);
                bytes = Arrays.copyOf(buffer.array(), buffer.position());
                return bytes.length > MAX_PASSWORD_BYTES ? Optional.empty() : Optional.of(work.apply(bytes));
            } finally {
                Arrays.fill(buffer.array(), (byte) 0);
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }
}
