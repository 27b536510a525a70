package dev.sspr.spi;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Holds secret text: a password, a code, a token. It cannot be printed or serialised; a comparison takes no longer for
 * a better guess; it can be wiped (R-LOG-1, R-PWD-13). No other type holds secret text.
 *
 * <p><b>Threads.</b> Safe to share. A reader that races with {@link #wipe} sees the whole secret or an {@link
 * IllegalStateException}.
 */
public final class Secret implements AutoCloseable {
    private final char[] chars;
    private boolean wiped;

    private Secret(char[] owned) {
        this.chars = owned;
    }

    /**
     * Copies a text; the caller should wipe its own copy if it can.
     *
     * @param text the secret, any length; the reader checks its limit before work that grows with the length
     * @return a new secret
     */
    public static Secret of(CharSequence text) {
        if (text instanceof String string) {
            return new Secret(string.toCharArray());
        }
        char[] copy = new char[text.length()];
        CharBuffer.wrap(text).get(copy);
        return new Secret(copy);
    }

    /**
     * Copies characters.
     *
     * @param text the secret; the caller still owns and wipes this array
     * @return a new secret
     */
    public static Secret of(char[] text) {
        return new Secret(text.clone());
    }

    /**
     * The number of UTF-16 units.
     *
     * @return the length, also after a wipe
     */
    public int length() {
        return chars.length;
    }

    /**
     * Passes the characters to a reader. This is the only access to the secret, named so that a reviewer can find every
     * use.
     *
     * @param reader a function of a copy that is wiped when it returns; it must not keep the copy
     * @param <T> the type of the result
     * @return the reader's result
     * @throws IllegalStateException if the secret was wiped
     */
    public <T> T exposeTo(Function<char[], T> reader) {
        char[] lent;
        synchronized (chars) {
            if (wiped) {
                throw new IllegalStateException("the secret was wiped");
            }
            lent = chars.clone();
        }
        try {
            return reader.apply(lent);
        } finally {
            Arrays.fill(lent, '\0');
        }
    }

    /** Overwrites the secret; every later {@link #exposeTo} fails. A second call does nothing. */
    public void wipe() {
        synchronized (chars) {
            Arrays.fill(chars, '\0');
            wiped = true;
        }
    }

    /** The same as {@link #wipe}. */
    @Override
    public void close() {
        wipe();
    }

    /** Compares in time that depends on the lengths only. A wiped secret equals only itself. */
    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Secret that)) {
            return false;
        }
        if (wiped || that.wiped || chars.length != that.chars.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < chars.length; i++) {
            difference |= chars[i] ^ that.chars[i];
        }
        return difference == 0;
    }

    /** Equal for all secrets of one length: a hash of the text would reveal something about it. */
    @Override
    public int hashCode() {
        return chars.length;
    }

    /** Never shows the text. */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
