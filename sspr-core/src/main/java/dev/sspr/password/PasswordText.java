package dev.sspr.password;

import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.List;

/**
 * A password prepared once, at the boundary: OpaqueString of RFC 8265 section 4.2. Spaces other than ASCII become U+0020,
 * NFC; no trimming, no case mapping, nothing cut (R-PWD-8). The host's sign-in must prepare what is typed in the same
 * way, by this very function.
 */
public final class PasswordText {
    private PasswordText() {}

    /** What came of the preparation. */
    public sealed interface Prepared {
        /**
         * The password in the form to check and to store.
         *
         * @param secret a new secret; the caller wipes it
         */
        record Ready(Secret secret) implements Prepared {}

        /**
         * No preparation makes this a password.
         *
         * @param findings why: a control, unassigned or unpaired character, or too long to look at
         */
        record Refused(List<Finding> findings) implements Prepared {}
    }

    /**
     * Prepares a password.
     *
     * @param typed what the person typed, of any length; more than {@link PasswordPolicy#MAX_BYTES} characters are refused
     *     before any other work (V-HASH-4)
     * @return the prepared secret, or why there is none
     */
    public static Prepared prepare(Secret typed) {
        if (typed.length() == 0) {
            return refused("password.empty");
        }
        if (typed.length() > PasswordPolicy.MAX_BYTES) {
            return refused("password.too-long");
        }
        return typed.exposeTo(PasswordText::prepared);
    }

    private static Prepared prepared(char[] chars) {
        boolean ascii = true;
        for (int i = 0; i < chars.length; ) {
            int point = Character.codePointAt(chars, i);
            int type = Character.getType(point);
            if (type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED) {
                return refused("password.forbidden-character");
            }
            if (type == Character.SPACE_SEPARATOR) {
                chars[i] = ' ';
            }
            ascii &= point < 0x80;
            i += Character.charCount(point);
        }
        CharBuffer text = CharBuffer.wrap(chars);
        if (ascii || Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return new Prepared.Ready(Secret.of(chars));
        }
        return new Prepared.Ready(Secret.of(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    private static Prepared refused(String code) {
        return new Prepared.Refused(List.of(Finding.of(code)));
    }
}
