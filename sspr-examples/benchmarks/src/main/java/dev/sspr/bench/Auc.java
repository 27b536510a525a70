package dev.sspr.bench;

import java.util.Arrays;

/** How well a number tells two classes apart: 0.5 by chance, 1 always. */
final class Auc {
    private Auc() {}

    /** The area under the curve (Mann-Whitney, ties half), whichever class has the greater numbers. */
    static double of(double[] some, double[] others) {
        double[] sorted = others.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double one : some) {
            wins += below(sorted, one) + (below(sorted, Math.nextUp(one)) - below(sorted, one)) / 2.0;
        }
        double auc = wins / ((double) some.length * others.length);
        return Math.max(auc, 1 - auc);
    }

    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
