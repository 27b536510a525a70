package dev.sspr.internal.verify;

import dev.sspr.internal.bounds.PastedText;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer in the form that is compared and hashed: kinds of quotation marks and hyphens as one, invisible characters
 * left out, NFKC, letter case folded, white space within collapsed to single spaces and around it dropped (R-SQ-4,
 * F2-P3). Accents and other punctuation count.
 */
final class AnswerText {
    private static final String APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc`\u00b4\uff07";
    private static final String QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02";

    private AnswerText() {}

    /** Returns the form of an answer; empty if it is too long to read, or has a character that cannot be typed. */
    static Optional<Secret> of(Secret typed) {
        return typed.length() > Response.MAX_LENGTH
                ? Optional.empty()
                : typed.exposeTo(chars -> {
                    char[] plain = typewritten(CharBuffer.wrap(chars));
                    Optional<Secret> form = of(CharBuffer.wrap(plain));
                    Arrays.fill(plain, '\0');
                    return form;
                });
    }

    /** Returns the form in which sets of form 1 have their answers: quotation marks and invisible characters count. */
    static Optional<Secret> ofFormOne(Secret typed) {
        return typed.length() > Response.MAX_LENGTH
                ? Optional.empty()
                : typed.exposeTo(chars -> of(CharBuffer.wrap(chars)));
    }

    /** Returns the form of a text of any length that is not secret. */
    static char[] plain(String text) {
        return collapsed(folded(CharBuffer.wrap(typewritten(text))));
    }

    /** Maps what phones and word processors write for a quotation mark or a hyphen; the caller wipes the result. */
    private static char[] typewritten(CharSequence text) {
        char[] plain = new char[text.length()];
        int size = 0;
        for (int i = 0; i < plain.length; ) {
            int point = Character.codePointAt(text, i);
            i += Character.charCount(point);
            if (PastedText.isInvisible(point)) {
                continue;
            }
            size += Character.toChars(typewritten(point), plain, size);
        }
        char[] kept = Arrays.copyOf(plain, size);
        Arrays.fill(plain, '\0');
        return kept;
    }

    private static int typewritten(int point) {
        if (point < 0x80 && point != '`') {
            return point;
        }
        if (PastedText.isSpace(point)) {
            return ' ';
        }
        if (APOSTROPHES.indexOf(point) >= 0) {
            return '\'';
        }
        return QUOTES.indexOf(point) >= 0 ? '"' : PastedText.isDash(point) ? '-' : point;
    }

    private static Optional<Secret> of(CharBuffer chars) {
        boolean ascii = true;
        for (int i = 0; i < chars.length(); ) {
            int point = Character.codePointAt(chars, i);
            int type = Character.getType(point);
            boolean control = type == Character.CONTROL && !Character.isWhitespace(point);
            if (control || type == Character.SURROGATE || type == Character.UNASSIGNED) {
                return Optional.empty();
            }
            ascii &= point < 0x80;
            i += Character.charCount(point);
        }
        char[] form = collapsed(ascii ? lowered(chars) : folded(chars));
        Secret secret = Secret.of(form);
        Arrays.fill(form, '\0');
        return Optional.of(secret);
    }

    /** Folds ASCII without leaving a copy. */
    private static char[] lowered(CharSequence ascii) {
        char[] lower = new char[ascii.length()];
        for (int i = 0; i < lower.length; i++) {
            char c = ascii.charAt(i);
            lower[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
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
