package dev.sspr.adapter.breached;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Pages of 4096 bytes, the last four of each a CRC-32C over the file's own number, the page's number and the rest: a page
 * of another file, or of another place, is as wrong as a damaged one.
 */
final class Pages {
    static final int SIZE = 4096;
    static final int PAYLOAD = SIZE - 4;

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
}
