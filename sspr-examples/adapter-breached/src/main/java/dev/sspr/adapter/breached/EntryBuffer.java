package dev.sspr.adapter.breached;

/** As many hashes as are sorted in the heap at once, in 12 bytes each. */
final class EntryBuffer {
    private static final int FEW = 24;

    private final long[] highs;
    private final int[] lows;
    private int size;
    private boolean sorted = true;

    EntryBuffer(int capacity) {
        highs = new long[capacity];
        lows = new int[capacity];
    }

    boolean isFull() {
        return size == highs.length;
    }

    int size() {
        return size;
    }

    long high(int i) {
        return highs[i];
    }

    int low(int i) {
        return lows[i];
    }

    void add(long high, int low) {
        sorted = sorted && (size == 0 || compare(highs[size - 1], lows[size - 1], high, low) <= 0);
        highs[size] = high;
        lows[size++] = low;
    }

    void clear() {
        size = 0;
        sorted = true;
    }

    /** Sorts in place, byte by byte from the first; a list that is in order already costs nothing. */
    void sort() {
        if (!sorted) {
            sort(0, size, 56);
            sorted = true;
        }
    }

    private static int compare(long high, int low, long otherHigh, int otherLow) {
        int first = Long.compareUnsigned(high, otherHigh);
        return first != 0 ? first : Integer.compare(low, otherLow);
    }

    private void sort(int from, int to, int shift) {
        if (to - from <= FEW || shift < 0) {
            insert(from, to);
            return;
        }
        int[] ends = new int[256];
        for (int i = from; i < to; i++) {
            ends[(int) (highs[i] >>> shift) & 0xff]++;
        }
        int[] next = new int[256];
        int sum = from;
        for (int b = 0; b < 256; b++) {
            next[b] = sum;
            sum += ends[b];
            ends[b] = sum;
        }
        for (int b = 0; b < 256; b++) {
            while (next[b] < ends[b]) {
                int home = (int) (highs[next[b]] >>> shift) & 0xff;
                if (home == b) {
                    next[b]++;
                } else {
                    swap(next[b], next[home]++);
                }
            }
        }
        int start = from;
        for (int b = 0; b < 256; b++) {
            if (ends[b] - start > 1) {
                sort(start, ends[b], shift - 8);
            }
            start = ends[b];
        }
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && compare(highs[j], lows[j], highs[j - 1], lows[j - 1]) < 0; j--) {
                swap(j, j - 1);
            }
        }
    }

    private void swap(int i, int j) {
        long high = highs[i];
        highs[i] = highs[j];
        highs[j] = high;
        int low = lows[i];
        lows[i] = lows[j];
        lows[j] = low;
    }
}
