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

/** Where lines go. One thread at a time calls it. */
interface Target {
    /** The stream, at the beginning of a line. */
    OutputStream open() throws IOException;

    /** Lets go of what can be opened again. */
    void release() throws IOException;

    void close() throws IOException;

    /** A line may have broken off. */
    void broke();

    /** A stream of the host's. */
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

    /** A file, opened when it is needed. Its stream does not end when a thread is interrupted, as a channel would. */
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

        /** Rights of a file that is there already are the host's business. */
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

        /** Whether the last line is ended; a process that was killed may have left half a line. */
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
                // The failure that led here is the one that is told.
                return;
            }
        }
    }
}
