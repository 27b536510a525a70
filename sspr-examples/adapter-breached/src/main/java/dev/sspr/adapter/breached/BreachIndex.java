package dev.sspr.adapter.breached;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Breached passwords in one file, mapped into memory: nothing leaves the machine, and a look-up reads one page.
 *
 * <p>It does not count: a password in the list was seen once at least. To put a newer file in place, move it there under
 * the same name (never write into a file in use) and open it again.
 *
 * <p><b>Threads.</b> Safe to share.
 *
 * <p><b>Blocking.</b> Microseconds, or one read from disk.
 *
 * <p><b>Failure.</b> Every page has a checksum that is compared each time it is read; what is not sound is a {@link
 * BackendUnavailableException}, never an answer. Where a file in use is cut short, the JVM may add an {@link
 * InternalError} of its own.
 */
public final class BreachIndex implements BreachedPasswords {
    private static final String CUT_SHORT = "it was cut short while in use";

    private final Path path;
    private final IndexFile file;

    private BreachIndex(Path path, IndexFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens an index.
     *
     * @param path what {@link IndexBuilder} made
     * @return the list
     * @throws IOException if it is no index, not finished, cut short or damaged; the message says which
     */
    public static BreachIndex open(Path path) throws IOException {
        return new BreachIndex(path, IndexFile.open(path));
    }

    /**
     * How many hashes it holds, or places that they fell on.
     *
     * @return 1 or more
     */
    public long entries() {
        return file.header().entries();
    }

    /**
     * What it keeps of each.
     *
     * @return the form
     */
    public IndexForm form() {
        return file.header().form();
    }

    /**
     * Reads every page, as a test after a copy.
     *
     * @throws IOException if one is damaged
     */
    public void verify() throws IOException {
        for (long i = 1; i <= file.header().dataPages(); i++) {
            file.page(i);
        }
    }

    @Override
    public BreachedPasswords.Answer lookUp(Secret password) {
        Objects.requireNonNull(password, "password");
        return contains(Sha1.of(password))
                ? new BreachedPasswords.Answer.Found(1)
                : new BreachedPasswords.Answer.NotFound();
    }

    /**
     * Looks for a hash.
     *
     * @param sha1 20 bytes
     * @return whether it is in the list
     * @throws BackendUnavailableException if the file is damaged
     */
    public boolean contains(byte[] sha1) {
        ByteBuffer bytes = ByteBuffer.wrap(sha1);
        long high = bytes.getLong();
        int low = bytes.getInt() >>> 8;
        try {
            return file.contains(high, low);
        } catch (IOException | InternalError damaged) {
            throw new BackendUnavailableException("breached passwords index " + path + ": "
                    + cutShort().orElse(String.valueOf(damaged.getMessage())));
        }
    }

    /**
     * Where a mapped file has ended, the JVM reads zeros and throws a little later: asking for the length, which is a call
     * of the system, makes it throw here.
     */
    private Optional<String> cutShort() {
        try {
            return path.toFile().length() < file.header().fileSize() ? Optional.of(CUT_SHORT) : Optional.empty();
        } catch (InternalError gone) {
            return Optional.of(CUT_SHORT);
        }
    }

    /** How many entries, in which form. */
    @Override
    public String toString() {
        return "BreachIndex[" + entries() + ", " + form() + "]";
    }
}
