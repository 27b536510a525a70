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
 * Writes each audit event as a JSON object on its own line, in UTF-8, after the schema of {@code docs/audit-events.md}.
 *
 * <p><b>Threads.</b> Safe for use by many threads. A line is one write, and lines never mix.
 *
 * <p><b>Blocking.</b> A call waits for the write of its line, and at most 25 seconds for the writes before it.
 *
 * <p><b>Failure.</b> A line that cannot be written is a {@link BackendUnavailableException}. The engine logs the loss
 * and goes on, so a full disk decides no flow. The next event opens a file anew and ends a broken line first, so that
 * its own line can be read. A written line is with the operating system; a power failure may lose the last seconds.
 *
 * <p><b>Security duty.</b> Flow ids and account ids are written as they are. A flow id opens nothing. An account id is
 * the host's own key, neither a login nor an address. A host that must not store account ids wraps this sink and puts a
 * keyed hash into the event.
 */
public final class JsonLinesAuditSink implements AuditSink, AutoCloseable {
    /** The longest wait, below the 30 seconds within which a role answers (clause A4). */
    private static final long PATIENCE_SECONDS = 25;

    private final Target target;
    private final ReentrantLock lock = new ReentrantLock();

    private JsonLinesAuditSink(Target target) {
        this.target = target;
    }

    /**
     * Makes a sink that appends to a file. A missing file is created. On a file system with such permissions, only its
     * owner and group can read it.
     *
     * @param file the file; its directory exists
     * @return the sink; the file is opened by the first event
     */
    public static JsonLinesAuditSink appendingTo(Path file) {
        return new JsonLinesAuditSink(new Target.File(Objects.requireNonNull(file, "file")));
    }

    /**
     * Makes a sink that writes to a stream and flushes it after each line.
     *
     * @param stream the stream; {@link #close} closes it
     * @return the sink
     */
    public static JsonLinesAuditSink writingTo(OutputStream stream) {
        return new JsonLinesAuditSink(new Target.Stream(Objects.requireNonNull(stream, "stream")));
    }

    /**
     * Makes a sink that writes to a channel, such as a socket's. If a channel is interruptible, interrupting a writing
     * thread closes it. For a file, use {@link #appendingTo}.
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
     * Closes the file, so that the next event opens it by its name again. Call it after a rotation has moved the file.
     * A sink that writes to a stream or channel goes on as before.
     *
     * @throws BackendUnavailableException if the file could not be closed without an error
     */
    public void reopen() {
        held(target::release);
    }

    /**
     * Closes the file, stream or channel. A later event opens a file again.
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

    /** An interrupted thread still writes its line, because the event has happened. */
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
