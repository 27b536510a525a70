package dev.sspr.adapter.breached;

import java.io.Closeable;
import java.io.IOException;

/** Hashes in ascending order, one at a time: the first 64 bits and the 24 behind them. */
abstract class Entries implements Closeable {
    /** The first 64 bits, unsigned; in an approximate index the place. */
    long high;

    /** The next 24 bits; 0 in an approximate index. */
    int low;

    /** Goes to the next one, or answers that there is none. */
    abstract boolean next() throws IOException;

    @Override
    public void close() throws IOException {}

    final int compareTo(Entries other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Integer.compare(low, other.low);
    }
}
