package dev.sspr.password;

import java.util.Arrays;

/** A password under examination with its characters, its plain form and its counts. It is wiped after the check. */
final class Candidate {
    private final char[] chars;
    private final int[] plain;
    private final int count;
    private final int bytes;

    private Candidate(char[] chars, int[] plain, int count, int bytes) {
        this.chars = chars;
        this.plain = plain;
        this.count = count;
        this.bytes = bytes;
    }

    static Candidate of(char[] chars) {
        int[] plain = new int[chars.length];
        int count = 0;
        int bytes = 0;
        for (int i = 0; i < chars.length; count++) {
            char c = chars[i];
            if (c < 0x80) {
                plain[count] = CaseFolding.plain(c);
                bytes++;
                i++;
            } else {
                int point = Character.codePointAt(chars, i);
                plain[count] = CaseFolding.plain(point);
                bytes += point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                i += Character.charCount(point);
            }
        }
        return new Candidate(chars, plain, count, bytes);
    }

    /** Returns the characters in their own case. */
    char[] chars() {
        return chars;
    }

    /** Returns the number of code points. */
    int count() {
        return count;
    }

    /** Returns the number of UTF-8 bytes. */
    int bytes() {
        return bytes;
    }

    /** Returns a code point without letter case and width. */
    int plain(int i) {
        return plain[i];
    }

    /** Returns a code point without letter case, width and substitutions. */
    int normal(int i) {
        return CaseFolding.normal(plain[i]);
    }

    void wipe() {
        Arrays.fill(plain, 0);
    }
}
