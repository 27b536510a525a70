package dev.sspr.adapter.breached;

import java.io.IOException;

/** Hashes as their places in an approximate index; order stays, and some fall together. */
final class PlacedEntries extends Entries {
    private final Entries source;
    private final long places;

    PlacedEntries(Entries source, long places) {
        this.source = source;
        this.places = places;
    }

    /** A hash's share of all hashes, of as many places. */
    static long place(long high, long places) {
        // the upper half of the unsigned product; places is never negative
        return Math.multiplyHigh(high, places) + ((high >> 63) & places);
    }

    @Override
    boolean next() throws IOException {
        if (!source.next()) {
            return false;
        }
        high = place(source.high, places);
        return true;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
