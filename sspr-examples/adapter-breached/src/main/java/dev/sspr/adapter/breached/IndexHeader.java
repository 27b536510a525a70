package dev.sspr.adapter.breached;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The first page of an index. It is written last: a file whose building was interrupted has none.
 *
 * @param form what it keeps
 * @param id random, in the checksum of every page
 * @param entries how many hashes it holds, or places that they fell on
 * @param places how many places an approximate index has; 0 in an exact one
 * @param dataPages pages of entries, behind this one
 * @param directoryPages pages of the first entry of each data page, behind those
 */
record IndexHeader(IndexForm form, long id, long entries, long places, long dataPages, long directoryPages) {
    /** First keys in one page of the directory. */
    static final int FIRSTS = Pages.PAYLOAD / 8;

    private static final long MAGIC = 0x535350522d425249L; // SSPR-BRI
    private static final int VERSION = 1;

    static long directoryPages(long dataPages) {
        return (dataPages + FIRSTS - 1) / FIRSTS;
    }

    long fileSize() {
        return (1 + dataPages + directoryPages) * Pages.SIZE;
    }

    byte[] page() {
        byte[] page = new byte[Pages.SIZE];
        ByteBuffer.wrap(page)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(form == IndexForm.EXACT ? 1 : 2)
                .putLong(id)
                .putLong(entries)
                .putLong(places)
                .putLong(dataPages)
                .putLong(directoryPages);
        Pages.seal(id, 0, page);
        return page;
    }

    static IndexHeader read(byte[] page, long fileSize) throws IOException {
        ByteBuffer fields = ByteBuffer.wrap(page);
        if (fields.getLong() != MAGIC) {
            throw new IOException("it is no index of breached passwords, or its building was not finished");
        }
        int version = fields.getInt();
        if (version != VERSION) {
            throw new IOException("it has format " + version + ", this reads format " + VERSION);
        }
        int form = fields.getInt();
        IndexHeader header = new IndexHeader(
                form == 1 ? IndexForm.EXACT : IndexForm.APPROXIMATE,
                fields.getLong(),
                fields.getLong(),
                fields.getLong(),
                fields.getLong(),
                fields.getLong());
        if (!Pages.sound(header.id, 0, page)) {
            throw new IOException("its header is damaged");
        }
        if (header.fileSize() != fileSize) {
            throw new IOException("it has " + fileSize + " bytes, its header says " + header.fileSize()
                    + ": it was cut short, or something was added");
        }
        return header;
    }
}
