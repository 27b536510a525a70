package dev.sspr.spi.memory;

import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A list of breached passwords in the heap of one process, kept as SHA-256.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 */
public final class InMemoryBreachedPasswords implements BreachedPasswords {
    private final ConcurrentHashMap<ByteBuffer, Long> times = new ConcurrentHashMap<>();
    private final Faults faults = new Faults("the list of breached passwords");

    /** Makes an empty list. */
    public InMemoryBreachedPasswords() {}

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Adds a password to the list.
     *
     * @param password prepared as by the engine
     * @param seen the number of times it was seen, 1 or more; replaces the earlier number
     * @return this list
     * @throws IllegalArgumentException if the number is less than 1
     */
    public InMemoryBreachedPasswords add(Secret password, long seen) {
        times.put(hash(password), new BreachedPasswords.Answer.Found(seen).times());
        return this;
    }

    @Override
    public BreachedPasswords.Answer lookUp(Secret password) {
        Objects.requireNonNull(password, "password");
        return faults.around(
                "lookUp",
                () -> Optional.ofNullable(times.get(hash(password)))
                        .<BreachedPasswords.Answer>map(BreachedPasswords.Answer.Found::new)
                        .orElseGet(BreachedPasswords.Answer.NotFound::new));
    }

    private static ByteBuffer hash(Secret password) {
        return password.exposeTo(chars -> {
            try {
                ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                sha256.update(utf8);
                for (utf8.clear(); utf8.hasRemaining(); ) {
                    utf8.put((byte) 0);
                }
                return ByteBuffer.wrap(sha256.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        });
    }

    /** Shows the number of passwords. */
    @Override
    public String toString() {
        return "InMemoryBreachedPasswords[" + times.size() + "]";
    }
}
