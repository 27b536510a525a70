package dev.sspr.password;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/**
 * The characters of the terms of a list, numbered from 1. A list in one script, of any kind, takes one byte for each
 * character. The number 0 stands for all other characters.
 */
final class Alphabet {
    static final int MOST_IN_A_BYTE = 255;
    private static final int ASCII = 0x80;

    private final int[] points;
    private final char[] ascii = new char[ASCII];

    private Alphabet(int[] points) {
        this.points = points;
        for (int i = 0; i < points.length && points[i] < ASCII; i++) {
            ascii[points[i]] = (char) (i + 1);
        }
    }

    /** Collects the alphabet of terms in normal form. */
    static Alphabet of(Collection<String> terms) {
        TreeSet<Integer> points = new TreeSet<>();
        boolean[] seen = new boolean[ASCII];
        for (String term : terms) {
            for (int i = 0; i < term.length(); ) {
                int point = term.codePointAt(i);
                if (point >= ASCII || !seen[point]) {
                    points.add(point);
                    if (point < ASCII) {
                        seen[point] = true;
                    }
                }
                i += Character.charCount(point);
            }
        }
        if (points.size() > Character.MAX_VALUE) {
            throw new IllegalArgumentException("a list can have 65535 different characters, not " + points.size());
        }
        return new Alphabet(points.stream().mapToInt(Integer::intValue).toArray());
    }

    int size() {
        return points.length;
    }

    /** Returns the number of a code point in normal form, or 0. */
    char code(int point) {
        if (point < ASCII) {
            return ascii[point];
        }
        int at = Arrays.binarySearch(points, point);
        return at < 0 ? 0 : (char) (at + 1);
    }

    int point(int code) {
        return points[code - 1];
    }

    long residentBytes() {
        return 4L * points.length + 2L * ASCII;
    }
}
