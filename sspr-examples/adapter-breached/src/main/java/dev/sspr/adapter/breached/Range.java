package dev.sspr.adapter.breached;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The answer to one prefix: 64 bits behind the prefix of each hash, sorted, and how often it was seen. With the prefix
 * that makes 84 bits: among the thousand or so of one answer a stranger is found once in 2<sup>54</sup> look-ups.
 */
final class Range {
    private static final int SUFFIX = 35;
    private static final int KEPT = 16;

    private final long[] hashes;
    private final int[] times;

    private Range(long[] hashes, int[] times) {
        this.hashes = hashes;
        this.times = times;
    }

    /**
     * Reads lines of 35 hexadecimal digits, a colon and a count; a count of 0 is padding. A line that is anything else
     * spoils the whole answer.
     */
    static Range parse(byte[] body) {
        String[] lines = new String(body, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        record Line(long hash, int times) {}
        Line[] read = new Line[lines.length];
        int count = 0;
        boolean any = false;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isEmpty() && i == lines.length - 1) {
                continue;
            }
            int seen = count(lines[i]);
            any = true;
            long hash = hash(lines[i]);
            if (seen > 0) {
                read[count++] = new Line(hash, seen);
            }
        }
        if (!any) {
            throw new IllegalArgumentException("it is empty");
        }
        Line[] sorted = Arrays.copyOf(read, count);
        Arrays.sort(sorted, (one, other) -> Long.compare(one.hash, other.hash));
        return new Range(
                Arrays.stream(sorted).mapToLong(Line::hash).toArray(),
                Arrays.stream(sorted).mapToInt(Line::times).toArray());
    }

    private static long hash(String line) {
        long hash = 0;
        for (int i = 0; i < SUFFIX; i++) {
            int digit = Sha1.digit(line.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("a line does not begin with 35 hexadecimal digits");
            }
            hash = i < KEPT ? (hash << 4) | digit : hash;
        }
        return hash;
    }

    private static int count(String line) {
        long count = -1;
        if (line.length() > SUFFIX + 1 && line.length() <= SUFFIX + 11 && line.charAt(SUFFIX) == ':') {
            count = 0;
            for (int i = SUFFIX + 1; i < line.length(); i++) {
                int digit = line.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    throw new IllegalArgumentException("a line does not end with a count");
                }
                count = count * 10 + digit;
            }
        }
        if (count < 0) {
            throw new IllegalArgumentException("a line is not 35 hexadecimal digits, a colon and a count");
        }
        return (int) Math.min(count, Integer.MAX_VALUE);
    }

    /** How often a hash was seen, 0 if it is not there. */
    int times(byte[] sha1) {
        // 20 bits of prefix, then 64: the lower half of byte 2, bytes 3 to 9, and the upper half of byte 10
        long hash = sha1[2] & 0x0f;
        for (int i = 3; i <= 9; i++) {
            hash = (hash << 8) | (sha1[i] & 0xff);
        }
        hash = (hash << 4) | ((sha1[10] & 0xff) >>> 4);
        int found = Arrays.binarySearch(hashes, hash);
        return found < 0 ? 0 : times[found];
    }
}
