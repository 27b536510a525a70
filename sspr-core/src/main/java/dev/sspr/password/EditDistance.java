package dev.sspr.password;

import java.util.Arrays;

/** Computes the edit distance: insertions, deletions and substitutions, without letter case. */
final class EditDistance {
    private EditDistance() {}

    /** Returns whether two passwords are at least that many edits apart. The cost is their length times that number. */
    static boolean atLeast(Candidate one, Candidate other, int edits) {
        if (Math.abs(one.count() - other.count()) >= edits) {
            return true;
        }
        int[] row = new int[other.count() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.count(); i++) {
            int from = Math.max(1, i - edits);
            int to = Math.min(other.count(), i + edits);
            int diagonal = row[from - 1];
            row[from - 1] = from == 1 ? i : edits;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                int substituted = diagonal + (one.plain(i - 1) == other.plain(j - 1) ? 0 : 1);
                diagonal = row[j];
                int above = j == i + edits ? edits : row[j];
                row[j] = Math.min(substituted, Math.min(row[j - 1], above) + 1);
                least = Math.min(least, row[j]);
            }
            if (least >= edits) {
                return true;
            }
        }
        boolean far = row[other.count()] >= edits;
        Arrays.fill(row, 0);
        return far;
    }
}
