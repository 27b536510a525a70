package dev.sspr.password;

/** Sorts terms of one length by a part of them. It counts, from the last character to the first. */
final class TermSort {
    private TermSort() {}

    /** Returns the terms of a group in the order of a part. */
    static int[] order(TermGroup group, int from, int to) {
        return order(group.count(), from, to, group::at);
    }

    /** Reads a character of a term. */
    interface At {
        int code(int term, int i);
    }

    static int[] order(int count, int from, int to, At at) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        int[] next = new int[count];
        for (int column = to - 1; column >= from; column--) {
            int[] starts = new int[Character.MAX_VALUE + 2];
            for (int term : order) {
                starts[at.code(term, column) + 1]++;
            }
            for (int i = 1; i < starts.length; i++) {
                starts[i] += starts[i - 1];
            }
            for (int term : order) {
                next[starts[at.code(term, column)]++] = term;
            }
            int[] swapped = order;
            order = next;
            next = swapped;
        }
        return order;
    }
}
