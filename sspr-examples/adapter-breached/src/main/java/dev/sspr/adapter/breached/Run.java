package dev.sspr.adapter.breached;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Sorted hashes in a file of the working folder: 11 bytes each, and a CRC-32C over all of them at the end. */
final class Run extends Entries {
    static final int ENTRY = 11;
    private static final int BUFFER = ENTRY * 8192;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
    private final CRC32C crc = new CRC32C();
    private long left;

    private Run(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.left = channel.size() - 4;
        if (left < 0 || left % ENTRY != 0) {
            throw damaged();
        }
    }

    static Run open(Path file) throws IOException {
        return new Run(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    static void write(Path file, EntryBuffer entries) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int i = 0; i < entries.size(); i++) {
                put(buffer, entries.high(i), entries.low(i));
                if (!buffer.hasRemaining() || i == entries.size() - 1) {
                    crc.update(buffer.flip());
                    IndexWriter.writeFully(out, buffer.rewind());
                    buffer.clear();
                }
            }
            IndexWriter.writeFully(
                    out, ByteBuffer.allocate(4).putInt((int) crc.getValue()).flip());
            out.force(true);
        }
    }

    static void put(ByteBuffer buffer, long high, int low) {
        buffer.putLong(high).putShort((short) (low >> 8)).put((byte) low);
    }

    @Override
    boolean next() throws IOException {
        if (!buffer.hasRemaining() && !fill()) {
            return false;
        }
        high = buffer.getLong();
        low = (buffer.getShort() & 0xffff) << 8 | (buffer.get() & 0xff);
        return true;
    }

    private boolean fill() throws IOException {
        int size = (int) Math.min(left, BUFFER);
        buffer.clear().limit(size == 0 ? 4 : size);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw damaged();
            }
        }
        buffer.flip();
        if (size == 0) {
            if (buffer.getInt() != (int) crc.getValue()) {
                throw damaged();
            }
            left = 0;
            return false;
        }
        crc.update(buffer);
        buffer.rewind();
        left -= size;
        return true;
    }

    private IOException damaged() {
        return new IOException(file + " is damaged: delete its folder and build again");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
