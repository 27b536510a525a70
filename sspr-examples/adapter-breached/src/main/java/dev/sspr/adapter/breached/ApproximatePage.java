package dev.sspr.adapter.breached;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Places in one page, as Elias and Fano do it: the lowest 7 bits of each as they are, and for the rest a bit set for each
 * place and a bit clear for each step of 128.
 */
final class ApproximatePage {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LOW_BITS = 7;
    private static final int LOW_MASK = (1 << LOW_BITS) - 1;

    /** Count and number of upper bits, two bytes each. */
    private static final int HEAD = 4;

    private ApproximatePage() {}

    /** Whether so many places, the last so far behind the first, have room in a page. */
    static boolean fits(int count, long span) {
        long upper = (span >> LOW_BITS) + count;
        return HEAD + (upper + 7) / 8 + (LOW_BITS * (long) count + 7) / 8 <= Pages.ENTRIES;
    }

    /** Writes ascending distances from the first place. */
    static void write(byte[] page, long[] spans, int count) {
        int upper = (int) (spans[count - 1] >> LOW_BITS) + count;
        SHORTS.set(page, 0, (short) count);
        SHORTS.set(page, 2, (short) upper);
        int lows = lows(upper);
        for (int i = 0; i < count; i++) {
            int bit = (int) (spans[i] >> LOW_BITS) + i;
            page[HEAD + bit / 8] |= (byte) (1 << (bit % 8));
            int low = (int) spans[i] & LOW_MASK;
            int at = LOW_BITS * i;
            page[lows + at / 8] |= (byte) (low << (at % 8));
            if (at % 8 > 1) {
                page[lows + at / 8 + 1] |= (byte) (low >> (8 - at % 8));
            }
        }
    }

    private static int lows(int upper) {
        return HEAD + (upper + 7) / 8;
    }

    static int count(byte[] page) {
        return (short) SHORTS.get(page, 0) & 0xffff;
    }

    private static int upper(byte[] page) {
        return (short) SHORTS.get(page, 2) & 0xffff;
    }

    private static int low(byte[] page, int lows, int i) {
        int at = LOW_BITS * i;
        int two = (page[lows + at / 8] & 0xff) | (page[lows + at / 8 + 1] & 0xff) << 8;
        return (two >> (at % 8)) & LOW_MASK;
    }

    static boolean contains(byte[] page, long span) {
        int upper = upper(page);
        int lows = lows(upper);
        long steps = span >> LOW_BITS;
        // behind as many clear bits stand the places of this step
        int bit = 0;
        long clear = 0;
        while (bit < upper) {
            int zeros = 64 - Long.bitCount((long) LONGS.get(page, HEAD + bit / 8));
            if (clear + zeros >= steps) {
                break;
            }
            clear += zeros;
            bit += 64;
        }
        while (bit < upper && clear < steps) {
            clear += isSet(page, bit) ? 0 : 1;
            bit++;
        }
        int wanted = (int) span & LOW_MASK;
        for (; bit < upper && isSet(page, bit); bit++) {
            if (low(page, lows, bit - (int) steps) == wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSet(byte[] page, int bit) {
        return (page[HEAD + bit / 8] >> (bit % 8) & 1) != 0;
    }

    /** Reads all distances. */
    static void read(byte[] page, long[] spans) {
        int upper = upper(page);
        int lows = lows(upper);
        int i = 0;
        for (int bit = 0; bit < upper; bit++) {
            if (isSet(page, bit)) {
                spans[i] = (long) (bit - i) << LOW_BITS | low(page, lows, i);
                i++;
            }
        }
    }
}
