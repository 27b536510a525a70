package dev.sspr.internal.verify;

import dev.sspr.spi.Secret;
import java.util.Arrays;

/**
 * Writes a long code in groups of four with hyphens, which are easy to copy. {@link CodeFormat#normalised} removes the
 * hyphens.
 */
final class GroupedCode {
    private static final int GROUP = 4;

    private GroupedCode() {}

    /** Writes a code after a prefix; the code is wiped. */
    static Secret of(String before, char[] code) {
        char[] text = new char[before.length() + code.length + (code.length - 1) / GROUP];
        before.getChars(0, before.length(), text, 0);
        int size = before.length();
        for (int i = 0; i < code.length; i++) {
            if (i > 0 && i % GROUP == 0) {
                text[size++] = '-';
            }
            text[size++] = code[i];
        }
        Secret secret = Secret.of(text);
        Arrays.fill(text, '\0');
        Arrays.fill(code, '\0');
        return secret;
    }
}
