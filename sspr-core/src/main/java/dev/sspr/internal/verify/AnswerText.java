package dev.sspr.internal.verify;

import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer in the form that is compared and hashed: NFKC, letter case folded, white space within collapsed to single
 * spaces and around it dropped (R-SQ-4). Accents and punctuation count.
 */
final class AnswerText {
    private AnswerText() {}

    /** Returns the form of an answer; empty if it is too long to read, or has a character that cannot be typed. */
    static Optional<Secret> of(Secret typed) {
        return typed.length() > Response.MAX_LENGTH ? Optional.empty() : typed.exposeTo(AnswerText::of);
    }

    /** Returns the form of a text of any length that is not secret. */
    static char[] plain(String text) {
        return collapsed(folded(text));
    }

    private static Optional<Secret> of(char[] chars) {
        boolean ascii = true;
        for (int i = 0; i < chars.length; ) {
            int point = Character.codePointAt(chars, i);
            int type = Character.getType(point);
            boolean control = type == Character.CONTROL && !Character.isWhitespace(point);
            if (control || type == Character.SURROGATE || type == Character.UNASSIGNED) {
                return Optional.empty();
            }
            ascii &= point < 0x80;
            i += Character.charCount(point);
        }
        char[] form = collapsed(ascii ? lowered(chars) : folded(CharBuffer.wrap(chars)));
        Secret secret = Secret.of(form);
        Arrays.fill(form, '\0');
        return Optional.of(secret);
    }

    /** Folds ASCII without leaving a copy. */
    private static char[] lowered(char[] ascii) {
        char[] lower = new char[ascii.length];
        for (int i = 0; i < ascii.length; i++) {
            lower[i] = ascii[i] >= 'A' && ascii[i] <= 'Z' ? (char) (ascii[i] + 32) : ascii[i];
        }
        return lower;
    }

    /** Maps to upper case first, and as a string, so that a letter with two letters in upper case equals those two. */
    private static char[] folded(CharSequence text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC).toCharArray();
    }

    private static char[] collapsed(char[] chars) {
        char[] kept = new char[chars.length];
        int size = 0;
        for (char c : chars) {
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space) {
                kept[size++] = c;
            } else if (size > 0 && kept[size - 1] != ' ') {
                kept[size++] = ' ';
            }
        }
        char[] form = Arrays.copyOf(kept, size > 0 && kept[size - 1] == ' ' ? size - 1 : size);
        Arrays.fill(kept, '\0');
        Arrays.fill(chars, '\0');
        return form;
    }
}
