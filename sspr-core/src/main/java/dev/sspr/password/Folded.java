package dev.sspr.password;

import java.util.Arrays;

/** A password with letter case folded per code point, for comparing with words: never stored, wiped after use. */
final class Folded {
    /** A password is made of a word if at most this many other characters stand around it. */
    private static final int LEFT_OVER = 4;

    private final char[] chars;

    private Folded(char[] chars) {
        this.chars = chars;
    }

    static Folded of(char[] text) {
        char[] folded = new char[text.length];
        for (int i = 0; i < text.length; i++) {
            folded[i] = Character.toLowerCase(Character.toUpperCase(text[i]));
        }
        return new Folded(folded);
    }

    int length() {
        return chars.length;
    }

    /** FNV-1a, 64 bit, of the whole or of the part without trailing digits and punctuation. */
    long hash(int end) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < end; i++) {
            hash = (hash ^ chars[i]) * 0x100000001b3L;
        }
        return hash;
    }

    /** Whether one to four characters repeated make the whole. */
    boolean isRepetition() {
        for (int period = 1; period <= LEFT_OVER && period * 2 <= chars.length; period++) {
            if (repeatsEvery(period)) {
                return true;
            }
        }
        return false;
    }

    private boolean repeatsEvery(int period) {
        for (int i = period; i < chars.length; i++) {
            if (chars[i] != chars[i - period]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word, once or repeated, with little else beside it, makes the whole (a mere substring does not). */
    boolean isMadeOf(Folded word) {
        int rest = chars.length;
        for (int i = 0; i + word.chars.length <= chars.length; ) {
            if (Arrays.equals(chars, i, i + word.chars.length, word.chars, 0, word.chars.length)) {
                rest -= word.chars.length;
                i += word.chars.length;
            } else {
                i++;
            }
        }
        return rest < chars.length && rest <= LEFT_OVER;
    }

    void wipe() {
        Arrays.fill(chars, '\0');
    }
}
