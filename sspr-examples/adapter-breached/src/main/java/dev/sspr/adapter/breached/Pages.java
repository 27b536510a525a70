package dev.sspr.adapter.breached;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Pages of 2048 bytes, the last four of each a CRC-32C over the file's own number, the page's number and the rest: a page
 * of another file, or of another place, is as wrong as a damaged one.
 */
final class Pages {
    static final int SIZE = 2048;
    static final int PAYLOAD = SIZE - 4;

    /** What a page of entries has for them. */
    static final int ENTRIES = PAYLOAD - 16;

    private Pages() {}

    static int checksum(long file, long number, byte[] page) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(16).putLong(file).putLong(number).flip());
        crc.update(page, 0, PAYLOAD);
        return (int) crc.getValue();
    }

    static void seal(long file, long number, byte[] page) {
        ByteBuffer.wrap(page).putInt(PAYLOAD, checksum(file, number, page));
    }

    static boolean sound(long file, long number, byte[] page) {
        return ByteBuffer.wrap(page).getInt(PAYLOAD) == checksum(file, number, page);
    }

    /** The first key of a page of entries, which stands at its end before the checksum. */
    static long first(byte[] page) {
        return ByteBuffer.wrap(page).getLong(ENTRIES);
    }

    /** The first key of the next page, or all ones. */
    static long next(byte[] page) {
        return ByteBuffer.wrap(page).getLong(ENTRIES + 8);
    }

    static void bound(byte[] page, long first, long next) {
        ByteBuffer.wrap(page).putLong(ENTRIES, first).putLong(ENTRIES + 8, next);
    }
}
