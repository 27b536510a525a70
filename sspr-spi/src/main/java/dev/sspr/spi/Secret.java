package dev.sspr.spi;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The only holder of secret text: a password, a code, a token. It cannot be printed, compared in a way that takes
 * longer for a better guess, or serialised; it can be wiped (R-LOG-1, R-PWD-13).
 *
 * <p><b>Threads.</b> Safe to share; a reader that races with {@link #wipe} sees the secret or an
 * {@link IllegalStateException}, never half of it.
 */
public final class Secret implements AutoCloseable {
    private final char[] chars;
    private boolean wiped;

    private Secret(char[] owned) {
        this.chars = owned;
    }

    /**
     * Copies a text; a caller that can should wipe its own copy.
     *
     * @param text the secret, any length; limits are the reader's to check, before work that grows with length
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
     * How many UTF-16 units the secret has.
     *
     * @return the length, also after a wipe
     */
    public int length() {
        return chars.length;
    }

    /**
     * Lends the characters to a reader: the one door to the secret, named so that a reviewer can find every use.
     *
     * @param reader gets a copy that is wiped when it returns; it must not keep it
     * @param <T> what the reader makes
     * @return what the reader returned
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

    /** Overwrites the secret; every later {@link #exposeTo} fails. Doing it twice does nothing. */
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

    /** Compares in time that depends on the lengths only. A wiped secret equals nothing but itself. */
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

    /** One value for all secrets of a length: a hash of the text would tell something about it. */
    @Override
    public int hashCode() {
        return chars.length;
    }

    /** Never the text. */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
