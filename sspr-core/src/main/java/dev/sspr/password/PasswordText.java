package dev.sspr.password;

import dev.sspr.policy.PasswordPolicy;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/**
 * Prepares a password once, where it enters: OpaqueString of RFC 8265 section 4.2. It maps spaces other than ASCII to
 * U+0020 and applies NFC. It does not trim, map case or cut (R-PWD-8). The host's sign-in must prepare a typed password
 * with this same function.
 *
 * <p>The result is the same on every JDK from 17 up. The library has its own table of existing characters: Unicode 13,
 * and later characters that NFC does not change. The function accepts visible characters and spaces. Beyond RFC 8265,
 * it accepts characters that are allowed only in some contexts if they are visible. It also accepts joiners and
 * variation selectors between characters outside ASCII, because pictures are made with them.
 */
public final class PasswordText {
    private static final int KEYCAP = 0x20E3;

    private PasswordText() {}

    /** The result of the preparation. */
    public sealed interface Prepared {
        /**
         * The password in the form to check and to store.
         *
         * @param secret a new secret; the caller wipes it
         */
        record Ready(Secret secret) implements Prepared {}

        /**
         * The text cannot become a password.
         *
         * @param findings the reasons: a control, unassigned or unpaired character, or too long to read
         */
        record Refused(List<Finding> findings) implements Prepared {}
    }

    /**
     * Prepares a password.
     *
     * @param typed the text that the user typed, of any length; more than {@link PasswordPolicy#MAX_BYTES} characters
     *     are refused before any other work (V-HASH-4)
     * @return the prepared secret, or the reasons against it
     */
    public static Prepared prepare(Secret typed) {
        if (typed.length() == 0) {
            return refused(PasswordReason.EMPTY, 0);
        }
        if (typed.length() > PasswordPolicy.MAX_BYTES) {
            return refused(PasswordReason.TOO_LONG, PasswordPolicy.MAX_BYTES);
        }
        return typed.exposeTo(PasswordText::prepared);
    }

    private static Prepared prepared(char[] chars) {
        if (isPlain(chars)) {
            return new Prepared.Ready(Secret.of(chars));
        }
        for (int i = 0; i < chars.length; ) {
            int point = Character.codePointAt(chars, i);
            char kind = Characters.classOf(point);
            if (kind == Characters.REFUSED && !isConjoiningJamo(point)) {
                return refused(PasswordReason.FORBIDDEN_CHARACTER, 0);
            }
            if (kind == Characters.BLANK) {
                chars[i] = ' ';
            }
            i += Character.charCount(point);
        }
        CharBuffer text = CharBuffer.wrap(chars);
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return seen(chars) ? new Prepared.Ready(Secret.of(chars)) : refused(PasswordReason.FORBIDDEN_CHARACTER, 0);
        }
        char[] composed = Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray();
        Prepared prepared = seen(composed)
                ? new Prepared.Ready(Secret.of(composed))
                : refused(PasswordReason.FORBIDDEN_CHARACTER, 0);
        Arrays.fill(composed, '\0');
        return prepared;
    }

    private static boolean isPlain(char[] chars) {
        for (char c : chars) {
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * These form syllables under NFC, which are letters. Those that remain afterwards are Old Hangul and are refused.
     */
    private static boolean isConjoiningJamo(int point) {
        return (point >= 0x1100 && point <= 0x11FF)
                || (point >= 0xA960 && point <= 0xA97C)
                || (point >= 0xD7B0 && point <= 0xD7FB);
    }

    /**
     * Returns whether every character is visible. Joiners and selectors count if they change the character before them.
     */
    private static boolean seen(char[] composed) {
        int before = ' ';
        for (int i = 0; i < composed.length; ) {
            int point = Character.codePointAt(composed, i);
            int next = i + Character.charCount(point);
            int after = next < composed.length ? Character.codePointAt(composed, next) : ' ';
            boolean fits = switch (Characters.classOf(point)) {
                case Characters.REFUSED -> false;
                case Characters.JOINER ->
                    (joins(before) || Characters.classOf(before) == Characters.SELECTOR) && joins(after);
                case Characters.SELECTOR -> joins(before) || (after == KEYCAP && isKey(before));
                default -> true;
            };
            if (!fits) {
                return false;
            }
            before = point;
            i = next;
        }
        return true;
    }

    /** Scripts of India and Persia and pictures need joiners. Between ASCII characters a joiner would be invisible. */
    private static boolean joins(int point) {
        char kind = Characters.classOf(point);
        return point >= 0x80
                && kind != Characters.REFUSED
                && kind != Characters.BLANK
                && kind != Characters.JOINER
                && kind != Characters.SELECTOR;
    }

    private static boolean isKey(int point) {
        return (point >= '0' && point <= '9') || point == '#' || point == '*';
    }

    private static Prepared refused(PasswordReason reason, int number) {
        return new Prepared.Refused(List.of(reason.finding(number, 0)));
    }
}
