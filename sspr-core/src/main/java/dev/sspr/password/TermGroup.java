package dev.sspr.password;

/**
 * The terms of one length, sorted and packed. They are found by their left half or by their right half, because a text
 * that is one edit away from a term contains one of its halves unchanged.
 */
final class TermGroup {
    /** The slots for each half, so that most searches end at the first slot. */
    private static final double ROOM = 1.25;

    private static final int BYTE = 0xFF;

    private final int length;
    private final int left;
    private final int count;
    private final byte[] narrow;
    private final char[] wide;
    private final int[] byLeft;
    private final int[] byRight;
    /** The terms in the order of their right halves, in three bytes each. */
    private final byte[] rightOrder;

    TermGroup(int length, int count, byte[] narrow, char[] wide) {
        this.length = length;
        this.left = length / 2;
        this.count = count;
        this.narrow = narrow;
        this.wide = wide;
        this.byLeft = new int[room(distinct(identity(), 0, left))];
        int[] order = TermSort.order(this, left, length);
        this.byRight = new int[room(distinct(order, left, length))];
        this.rightOrder = new byte[3 * count];
        for (int i = 0; i < count; i++) {
            rightOrder[3 * i] = (byte) (order[i] >>> 16);
            rightOrder[3 * i + 1] = (byte) (order[i] >>> 8);
            rightOrder[3 * i + 2] = (byte) order[i];
        }
        fill(byLeft, identity(), 0, left);
        fill(byRight, order, left, length);
    }

    int length() {
        return length;
    }

    int left() {
        return left;
    }

    int count() {
        return count;
    }

    int at(int term, int i) {
        int index = term * length + i;
        return wide.length == 0 ? narrow[index] & BYTE : wide[index];
    }

    long residentBytes() {
        return narrow.length + 2L * wide.length + 4L * byLeft.length + 4L * byRight.length + rightOrder.length;
    }

    private int[] identity() {
        int[] all = new int[count];
        for (int i = 0; i < count; i++) {
            all[i] = i;
        }
        return all;
    }

    private int distinct(int[] order, int from, int to) {
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            distinct += i == 0 || !same(order[i - 1], order[i], from, to) ? 1 : 0;
        }
        return distinct;
    }

    private static int room(int distinct) {
        return (int) (distinct * ROOM) + 1;
    }

    private boolean same(int one, int other, int from, int to) {
        for (int i = from; i < to; i++) {
            if (at(one, i) != at(other, i)) {
                return false;
            }
        }
        return true;
    }

    private void fill(int[] slots, int[] order, int from, int to) {
        for (int i = 0; i < count; i++) {
            if (i == 0 || !same(order[i - 1], order[i], from, to)) {
                int slot = TermIndex.slot(hash(order[i], from, to), slots.length);
                while (slots[slot] != 0) {
                    slot = slot + 1 == slots.length ? 0 : slot + 1;
                }
                slots[slot] = i + 1;
            }
        }
    }

    /** Hashes a part of a term, as a search hashes a part of a password. */
    long hash(int term, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = TermIndex.hash(hash, at(term, i));
        }
        return hash;
    }

    /** Returns the first term whose left half is at {@code from}, or -1. */
    int firstLeft(char[] codes, int from, long hash) {
        int slot = TermIndex.slot(hash, byLeft.length);
        while (byLeft[slot] != 0) {
            int term = byLeft[slot] - 1;
            if (stands(term, 0, left, codes, from)) {
                return term;
            }
            slot = slot + 1 == byLeft.length ? 0 : slot + 1;
        }
        return -1;
    }

    /** Returns the first place, in the order of right halves, of a term whose right half is at {@code from}, or -1. */
    int firstRight(char[] codes, int from, long hash) {
        int slot = TermIndex.slot(hash, byRight.length);
        while (byRight[slot] != 0) {
            int place = byRight[slot] - 1;
            if (stands(byRightPlace(place), left, length, codes, from)) {
                return place;
            }
            slot = slot + 1 == byRight.length ? 0 : slot + 1;
        }
        return -1;
    }

    int byRightPlace(int place) {
        int i = 3 * place;
        return (rightOrder[i] & BYTE) << 16 | (rightOrder[i + 1] & BYTE) << 8 | (rightOrder[i + 2] & BYTE);
    }

    /** Returns whether a part of a term is in a text; {@code from} is the place where the part begins there. */
    boolean stands(int term, int start, int end, char[] codes, int from) {
        int base = term * length;
        for (int i = start, j = from; i < end; i++, j++) {
            int code = wide.length == 0 ? narrow[base + i] & BYTE : wide[base + i];
            if (code != codes[j]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the term at {@code from}, or -1; {@code first} is the first term with its left half. */
    int exact(char[] codes, int from, int first) {
        int low = first;
        int step = 1;
        while (low + step < count && compare(low + step, codes, from) <= 0) {
            low += step;
            step *= 2;
        }
        int high = Math.min(count, low + step);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (compare(middle, codes, from) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return compare(low, codes, from) == 0 ? low : -1;
    }

    private int compare(int term, char[] codes, int from) {
        for (int i = 0; i < length; i++) {
            int difference = at(term, i) - codes[from + i];
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
