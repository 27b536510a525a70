package dev.sspr.adapter.breached;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The published list, line by line: 40 hexadecimal digits of either case, and a colon and a count if there is one. LF or
 * CRLF, blank lines, a byte order mark at the start and a last line without an end are all taken; anything else is
 * refused with the number of its line. A count of 0 is padding, and left out.
 */
final class Dump extends Entries {
    private static final int BUFFER = 1 << 20;
    private static final int DIGITS = 40;
    private static final int LONGEST_LINE = 64;
    private static final byte[] VALUES = new byte[256];

    static {
        for (int i = 0; i < VALUES.length; i++) {
            VALUES[i] = (byte) Sha1.digit(i);
        }
    }

    private final FileChannel channel;
    private final byte[] bytes = new byte[BUFFER];
    private long offset;
    private int at;
    private int end;
    private boolean over;
    private long line;
    private long skipped;

    private Dump(FileChannel channel) {
        this.channel = channel;
    }

    /** Begins at a place where an earlier reading stood. */
    static Dump open(Path path, long offset, long line, long skipped) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        channel.position(offset);
        Dump dump = new Dump(channel);
        dump.offset = offset;
        dump.line = line;
        dump.skipped = skipped;
        return dump;
    }

    /** How many bytes were read, all of whole lines. */
    long offset() {
        return offset + at;
    }

    long line() {
        return line;
    }

    /** Blank lines and padding. */
    long skipped() {
        return skipped;
    }

    @Override
    boolean next() throws IOException {
        while (true) {
            int stop = endOfLine();
            if (stop < 0) {
                return false;
            }
            int from = at;
            int to = stop > from && bytes[stop - 1] == '\r' ? stop - 1 : stop;
            if (offset + at == 0 && startsWithMark()) {
                from += 3;
            }
            at = Math.min(stop + 1, end);
            line++;
            if (from == to || !parse(from, to)) {
                skipped++;
                continue;
            }
            return true;
        }
    }

    private boolean startsWithMark() {
        return end >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    }

    /** Where the line ends that begins at {@code at}; -1 if there is none. */
    private int endOfLine() throws IOException {
        int stop = at;
        while (true) {
            while (stop < end) {
                if (bytes[stop] == '\n') {
                    return stop;
                }
                stop++;
            }
            if (over) {
                return at == end ? -1 : end;
            }
            if (end - at > LONGEST_LINE) {
                line++;
                throw malformed("is longer than " + LONGEST_LINE + " bytes");
            }
            stop -= at;
            fill();
        }
    }

    private void fill() throws IOException {
        System.arraycopy(bytes, at, bytes, 0, end - at);
        offset += at;
        end -= at;
        at = 0;
        int read = channel.read(ByteBuffer.wrap(bytes, end, BUFFER - end));
        over = read < 0;
        end += Math.max(0, read);
    }

    private boolean parse(int from, int to) throws IOException {
        if (to - from < DIGITS) {
            throw malformed("has " + (to - from) + " characters, fewer than 40 hexadecimal digits");
        }
        int wrong = 0;
        high = 0;
        for (int i = from; i < from + 16; i++) {
            int digit = VALUES[bytes[i] & 0xff];
            wrong |= digit;
            high = high << 4 | (digit & 15);
        }
        low = 0;
        for (int i = from + 16; i < from + 22; i++) {
            int digit = VALUES[bytes[i] & 0xff];
            wrong |= digit;
            low = low << 4 | (digit & 15);
        }
        for (int i = from + 22; i < from + DIGITS; i++) {
            wrong |= VALUES[bytes[i] & 0xff];
        }
        if (wrong < 0) {
            throw malformed("does not begin with 40 hexadecimal digits");
        }
        if (to == from + DIGITS) {
            return true;
        }
        boolean count = bytes[from + DIGITS] == ':' && to > from + DIGITS + 1;
        boolean padding = true;
        for (int i = from + DIGITS + 1; i < to; i++) {
            count &= bytes[i] >= '0' && bytes[i] <= '9';
            padding &= bytes[i] == '0';
        }
        if (!count) {
            throw malformed("must end after 40 hexadecimal digits, or go on with a colon and a count");
        }
        return !padding;
    }

    private IOException malformed(String why) {
        return new IOException("line " + line + " " + why);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Arrays.fill(bytes, (byte) 0);
    }
}
