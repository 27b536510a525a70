package dev.sspr.audit;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.BackendUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes each audit event as a JSON object on a line of its own, in UTF-8, after the schema of {@code docs/audit-events.md}.
 *
 * <p><b>Threads.</b> Safe for use by many threads: a line is one write, and lines never mix.
 *
 * <p><b>Blocking.</b> A call waits for the write of its line and for those before it, at most 25 seconds for these.
 *
 * <p><b>Failure.</b> A line that cannot be written is a {@link BackendUnavailableException}; the engine logs the loss and goes
 * on, so a full disk decides no flow. A file is opened anew by the next event, and a line that broke off is ended first, so
 * the one after it can be read. What was written is with the operating system; a power cut may take the last seconds.
 *
 * <p><b>Security duty.</b> Flow ids and account ids are written as they are: the one opens nothing, the other is the host's
 * own key, neither a login nor an address. Who must not keep account ids wraps this sink and puts a keyed hash in the event.
 */
public final class JsonLinesAuditSink implements AuditSink, AutoCloseable {
    /** Below the 30 seconds within which a role answers (clause A4). */
    private static final long PATIENCE_SECONDS = 25;

    private final Target target;
    private final ReentrantLock lock = new ReentrantLock();

    private JsonLinesAuditSink(Target target) {
        this.target = target;
    }

    /**
     * A sink that appends to a file. It is made if it is missing, readable by its owner and group only where the file system
     * knows such rights.
     *
     * @param file the file; its directory exists
     * @return the sink; the file is opened by the first event
     */
    public static JsonLinesAuditSink appendingTo(Path file) {
        return new JsonLinesAuditSink(new Target.File(Objects.requireNonNull(file, "file")));
    }

    /**
     * A sink that writes to a stream and flushes it after each line.
     *
     * @param stream the stream; {@link #close} closes it
     * @return the sink
     */
    public static JsonLinesAuditSink writingTo(OutputStream stream) {
        return new JsonLinesAuditSink(new Target.Stream(Objects.requireNonNull(stream, "stream")));
    }

    /**
     * A sink that writes to a channel, such as a socket's. A channel that can be interrupted is closed by the interruption of
     * a thread that writes; a file is better given as a path.
     *
     * @param channel the channel, in blocking mode; {@link #close} closes it
     * @return the sink
     */
    public static JsonLinesAuditSink writingTo(WritableByteChannel channel) {
        return writingTo(Channels.newOutputStream(Objects.requireNonNull(channel, "channel")));
    }

    @Override
    public void record(AuditEvent event) {
        byte[] line = Json.line(Objects.requireNonNull(event, "event")).getBytes(StandardCharsets.UTF_8);
        held(() -> {
            OutputStream out = target.open();
            out.write(line);
            out.flush();
        });
    }

    /**
     * Lets go of the file, so that the next event opens it by its name again: what to call after a rotation has moved it away.
     * A sink that writes to a stream or channel has nothing to open again and goes on as before.
     *
     * @throws BackendUnavailableException if the file could not be closed in good order
     */
    public void reopen() {
        held(target::release);
    }

    /**
     * Closes the file, stream or channel. A file is opened again by an event that comes later.
     *
     * @throws BackendUnavailableException if that failed
     */
    @Override
    public void close() {
        held(target::close);
    }

    private void held(Work work) {
        if (!lock.tryLock() && !patient()) {
            throw new BackendUnavailableException("the audit file did not take a line in " + PATIENCE_SECONDS + " s");
        }
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            target.broke();
            throw new BackendUnavailableException("the audit file could not be written", e);
        } finally {
            lock.unlock();
        }
    }

    /** A thread that was told to stop still writes its line: what it did has happened. */
    private boolean patient() {
        boolean told = false;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (true) {
                try {
                    return lock.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    told = true;
                }
            }
        } finally {
            if (told) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
