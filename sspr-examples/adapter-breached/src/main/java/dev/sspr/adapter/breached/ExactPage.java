package dev.sspr.adapter.breached;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** 184 hashes of 11 bytes in one page, in ascending order; fewer in the last. */
final class ExactPage {
    static final int ENTRIES = Pages.ENTRIES / Run.ENTRY;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private ExactPage() {}

    static long high(byte[] page, int i) {
        return (long) LONGS.get(page, i * Run.ENTRY);
    }

    static int low(byte[] page, int i) {
        int at = i * Run.ENTRY + 8;
        return (page[at] & 0xff) << 16 | (page[at + 1] & 0xff) << 8 | (page[at + 2] & 0xff);
    }

    static boolean contains(byte[] page, int count, long high, int low) {
        int from = 0;
        int to = count - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(high(page, middle), high);
            order = order != 0 ? order : Integer.compare(low(page, middle), low);
            if (order == 0) {
                return true;
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle - 1;
        }
        return false;
    }
}
