package dev.sspr.adapter.breached;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Writes an index from ascending entries, page by page; the header comes last. */
final class IndexWriter {
    private final FileChannel out;
    private final IndexForm form;
    private final long id;
    private final long places;
    private final byte[] page = new byte[Pages.SIZE];
    private final ByteBuffer pending = ByteBuffer.allocate(512 * Pages.SIZE);
    private final long[] spans = new long[Pages.PAYLOAD];
    private long[] firsts = new long[1024];
    private long pages;
    private long entries;
    private int inPage;

    IndexWriter(FileChannel out, IndexForm form, long id, long places) {
        this.out = out;
        this.form = form;
        this.id = id;
        this.places = places;
    }

    static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    IndexHeader write(Entries source, EntryCount progress) throws IOException {
        out.position(Pages.SIZE);
        while (source.next()) {
            add(source.high, source.low);
            entries++;
            if ((entries & 0xfffff) == 0) {
                progress.at(entries);
            }
        }
        if (inPage > 0) {
            endPage(-1);
        }
        long dataPages = pages;
        long[] all = Arrays.copyOf(firsts, (int) dataPages);
        for (int from = 0; from < all.length; from += IndexHeader.FIRSTS) {
            ByteBuffer directory = ByteBuffer.wrap(page);
            Arrays.fill(page, (byte) 0);
            for (int i = from; i < Math.min(all.length, from + IndexHeader.FIRSTS); i++) {
                directory.putLong(all[i]);
            }
            seal();
        }
        flush();
        IndexHeader header =
                new IndexHeader(form, id, entries, places, dataPages, IndexHeader.directoryPages(dataPages));
        out.force(true);
        out.position(0);
        writeFully(out, ByteBuffer.wrap(header.page()));
        out.force(true);
        return header;
    }

    /** Told from time to time how many entries are written. */
    interface EntryCount {
        void at(long entries);
    }

    private void add(long high, int low) throws IOException {
        boolean full = form == IndexForm.EXACT
                ? inPage == ExactPage.ENTRIES
                : inPage > 0 && !ApproximatePage.fits(inPage + 1, high - firsts[(int) pages]);
        if (full) {
            endPage(high);
        }
        if (inPage == 0) {
            if (pages == firsts.length) {
                firsts = Arrays.copyOf(firsts, firsts.length * 2);
            }
            firsts[(int) pages] = high;
            Arrays.fill(page, (byte) 0);
        }
        if (form == IndexForm.EXACT) {
            Run.put(ByteBuffer.wrap(page).position(inPage * Run.ENTRY), high, low);
        } else {
            spans[inPage] = high - firsts[(int) pages];
        }
        inPage++;
    }

    private void endPage(long next) throws IOException {
        if (form == IndexForm.APPROXIMATE) {
            ApproximatePage.write(page, spans, inPage);
        }
        Pages.bound(page, firsts[(int) pages], next);
        inPage = 0;
        seal();
    }

    private void seal() throws IOException {
        pages++;
        Pages.seal(id, pages, page);
        pending.put(page);
        if (!pending.hasRemaining()) {
            flush();
        }
    }

    private void flush() throws IOException {
        writeFully(out, pending.flip());
        pending.clear();
    }
}
