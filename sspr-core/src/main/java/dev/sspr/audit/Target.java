package dev.sspr.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The destination of lines. One thread at a time calls it. */
interface Target {
    /** Returns the stream, at the beginning of a line. */
    OutputStream open() throws IOException;

    /** Closes a stream that can be opened again. */
    void release() throws IOException;

    void close() throws IOException;

    /** Reports that a line may be incomplete. */
    void broke();

    /** A stream of the host. */
    final class Stream implements Target {
        private final OutputStream stream;
        private boolean broken;

        Stream(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public OutputStream open() throws IOException {
            if (broken) {
                stream.write('\n');
                broken = false;
            }
            return stream;
        }

        @Override
        public void release() {}

        @Override
        public void close() throws IOException {
            stream.close();
        }

        @Override
        public void broke() {
            broken = true;
        }
    }

    /** A file, opened on demand. Interrupting a thread does not close its stream, as it would close a channel. */
    final class File implements Target {
        private static final Set<PosixFilePermission> RIGHTS = PosixFilePermissions.fromString("rw-r-----");

        private final Path file;
        private @Nullable OutputStream stream;

        File(Path file) {
            this.file = file;
        }

        @Override
        public OutputStream open() throws IOException {
            OutputStream open = stream;
            if (open == null) {
                make();
                boolean whole = whole();
                open = Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                stream = open;
                if (!whole) {
                    open.write('\n');
                }
            }
            return open;
        }

        /** Creates a missing file. The host decides the permissions of an existing file. */
        private void make() throws IOException {
            if (Files.exists(file)) {
                return;
            }
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            try {
                if (posix) {
                    Files.createFile(file, PosixFilePermissions.asFileAttribute(RIGHTS));
                } else {
                    Files.createFile(file);
                }
            } catch (FileAlreadyExistsException e) {
                return;
            }
        }

        /** Returns whether the last line is complete. A killed process may have left half a line. */
        private boolean whole() throws IOException {
            long size = Files.size(file);
            if (size == 0) {
                return true;
            }
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(size - 1);
                return in.read() == '\n';
            }
        }

        @Override
        public void release() throws IOException {
            OutputStream open = stream;
            stream = null;
            if (open != null) {
                open.close();
            }
        }

        @Override
        public void close() throws IOException {
            release();
        }

        @Override
        public void broke() {
            try {
                release();
            } catch (IOException e) {
                // the first failure is the one that is reported
                return;
            }
        }
    }
}
