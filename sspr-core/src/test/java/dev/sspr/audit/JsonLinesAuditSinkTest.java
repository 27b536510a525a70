package dev.sspr.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.kit.AuditSinkContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit against the sink that appends to a file, and what only files have. */
class JsonLinesAuditSinkTest extends AuditSinkContract {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("audit.jsonl");
    }

    private JsonLinesAuditSink sink = JsonLinesAuditSink.appendingTo(Path.of("unset"));
    private boolean made;

    @Override
    protected AuditSink sink() {
        if (!made) {
            sink = JsonLinesAuditSink.appendingTo(file());
            made = true;
        }
        return sink;
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Override
    protected List<String> entries() {
        try {
            return Files.exists(file()) ? Files.readString(file()).lines().toList() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory stands where the file was. */
    @Override
    protected void outage(boolean on) {
        try {
            ((JsonLinesAuditSink) sink()).close();
            Files.deleteIfExists(file());
            if (on) {
                Files.createDirectory(file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rotation_movesTheFileAway_andGoesOnInANewOne() throws IOException {
        AuditEvent event = Events.plain();
        sink().record(event);
        Path old = Files.move(file(), directory.resolve("audit.1.jsonl"));
        sink().record(event);
        sink.reopen();
        sink().record(event);

        assertThat(Files.readAllLines(old)).hasSize(2);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void halfALine_ofAProcessThatWasKilled_isEndedFirst() throws IOException {
        Files.writeString(file(), "{\"schema\":1,\"at\":\"2026", StandardCharsets.UTF_8);
        sink().record(Events.plain());

        assertThat(entries())
                .hasSize(2)
                .last()
                .isEqualTo(Json.line(Events.plain()).strip());
    }

    @Test
    void interruptedThread_writesItsLine_andStaysInterrupted() {
        sink();
        Thread.currentThread().interrupt();
        try {
            sink.record(Events.plain());
            sink.record(Events.plain());
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }

        assertThat(entries()).hasSize(2);
    }

    @Test
    void newFile_isForOwnerAndGroup() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                file().getFileSystem().supportedFileAttributeViews().contains("posix"));
        sink().record(Events.plain());

        assertThat(Files.getPosixFilePermissions(file()))
                .extracting(Enum::name)
                .isSubsetOf("OWNER_READ", "OWNER_WRITE", "GROUP_READ");
    }
}
