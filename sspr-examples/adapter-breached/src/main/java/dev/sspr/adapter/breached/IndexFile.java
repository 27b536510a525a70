package dev.sspr.adapter.breached;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An index mapped into memory. The header and the directory are checked when it is opened, a page each time it is read. */
final class IndexFile {
    private static final int SEGMENT_BITS = 30;

    private final IndexHeader header;
    private final MappedByteBuffer[] segments;

    private IndexFile(IndexHeader header, MappedByteBuffer[] segments) {
        this.header = header;
        this.segments = segments;
    }

    static IndexFile open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer first = ByteBuffer.allocate(Pages.SIZE);
            while (first.hasRemaining()) {
                if (channel.read(first) < 0) {
                    throw new IOException("it has " + size + " bytes, fewer than a header");
                }
            }
            IndexHeader header = IndexHeader.read(first.array(), size);
            MappedByteBuffer[] segments = new MappedByteBuffer[(int) ((size - 1) >> SEGMENT_BITS) + 1];
            for (int i = 0; i < segments.length; i++) {
                long from = (long) i << SEGMENT_BITS;
                segments[i] =
                        channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(1L << SEGMENT_BITS, size - from));
            }
            IndexFile file = new IndexFile(header, segments);
            file.checkDirectory();
            return file;
        } catch (IOException reason) {
            throw new IOException(path + ": " + reason.getMessage(), reason);
        }
    }

    private void checkDirectory() throws IOException {
        long last = 0;
        for (long i = 0; i < header.directoryPages(); i++) {
            ByteBuffer firsts = ByteBuffer.wrap(page(header.dataPages() + 1 + i));
            for (long j = i * IndexHeader.FIRSTS; j < Math.min(header.dataPages(), (i + 1) * IndexHeader.FIRSTS); j++) {
                long first = firsts.getLong();
                if (Long.compareUnsigned(first, last) < 0) {
                    throw new IOException("its directory is not in order");
                }
                last = first;
            }
        }
    }

    IndexHeader header() {
        return header;
    }

    /** A page that was found sound. */
    byte[] page(long number) throws IOException {
        byte[] page = new byte[Pages.SIZE];
        long offset = number * Pages.SIZE;
        segments[(int) (offset >> SEGMENT_BITS)].get((int) (offset & ((1 << SEGMENT_BITS) - 1)), page);
        if (!Pages.sound(header.id(), number, page)) {
            throw new IOException("page " + number + " is damaged");
        }
        return page;
    }

    private long first(long dataPage) {
        long offset = (1 + header.dataPages() + dataPage / IndexHeader.FIRSTS) * Pages.SIZE
                + dataPage % IndexHeader.FIRSTS * 8;
        return segments[(int) (offset >> SEGMENT_BITS)].getLong((int) (offset & ((1 << SEGMENT_BITS) - 1)));
    }

    boolean contains(long high, int low) throws IOException {
        if (header.form() == IndexForm.APPROXIMATE) {
            long place = PlacedEntries.place(high, header.places());
            long number = pageOf(place, guess((double) place / header.places()));
            if (number < 0) {
                return false;
            }
            byte[] page = page(1 + number);
            check(page, number, place);
            return ApproximatePage.contains(page, place - Pages.first(page));
        }
        long number = pageOf(high, guess((high >>> 11) * 0x1p-53));
        for (; number >= 0; number--) {
            byte[] page = page(1 + number);
            check(page, number, high);
            if (ExactPage.contains(page, count(number), high, low)) {
                return true;
            }
            // hashes that begin alike may have begun a page earlier
            if (Pages.first(page) != high) {
                return false;
            }
        }
        return false;
    }

    /**
     * The directory chose this page: does the page, whose checksum was just compared, agree? Nothing else would tell a
     * directory that was damaged after the file was opened from a hash that is not there.
     */
    private static void check(byte[] page, long number, long key) throws IOException {
        boolean within =
                Long.compareUnsigned(Pages.first(page), key) <= 0 && Long.compareUnsigned(key, Pages.next(page)) <= 0;
        if (!within) {
            throw new IOException("the directory is damaged: it leads to page " + (1 + number) + " wrongly");
        }
    }

    /** How many entries a page of an exact index has. */
    int count(long dataPage) {
        return (int) Math.min(ExactPage.ENTRIES, header.entries() - dataPage * ExactPage.ENTRIES);
    }

    private long guess(double share) {
        return Math.min(header.dataPages() - 1, (long) (share * header.dataPages()));
    }

    /** The last page that begins at or before a key, looked for around a guess; -1 if all begin behind it. */
    private long pageOf(long key, long guess) {
        long low = -1;
        long high = header.dataPages();
        long step = 1;
        if (Long.compareUnsigned(first(guess), key) <= 0) {
            for (low = guess; low + step < high; step *= 2) {
                if (Long.compareUnsigned(first(low + step), key) > 0) {
                    high = low + step;
                    break;
                }
                low += step;
            }
        } else {
            for (high = guess; high - step >= 0; step *= 2) {
                if (Long.compareUnsigned(first(high - step), key) <= 0) {
                    low = high - step;
                    break;
                }
                high -= step;
            }
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (Long.compareUnsigned(first(middle), key) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** All its entries; of an approximate index their places. */
    Entries entries() {
        return new Entries() {
            private final long[] spans = new long[Pages.ENTRIES];
            private byte[] page = new byte[0];
            private long number = -1;
            private int at;
            private int count;

            @Override
            boolean next() throws IOException {
                boolean exact = header.form() == IndexForm.EXACT;
                if (at == count) {
                    if (++number >= header.dataPages()) {
                        return false;
                    }
                    page = page(1 + number);
                    at = 0;
                    count = exact ? IndexFile.this.count(number) : ApproximatePage.count(page);
                    if (!exact) {
                        ApproximatePage.read(page, spans);
                    }
                }
                high = exact ? ExactPage.high(page, at) : Pages.first(page) + spans[at];
                low = exact ? ExactPage.low(page, at) : 0;
                at++;
                return true;
            }
        };
    }
}
