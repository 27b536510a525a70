package dev.sspr.internal.verify;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/**
 * What a code looks like: how many characters, out of which alphabet. Uniform over the whole space by rejection
 * sampling, leading zeros kept (R-OTP-1).
 */
public record CodeFormat(String alphabet, int length) {
    /** Without 0, 1, I and O, which people mix up: 5 bits a character. */
    private static final String UNAMBIGUOUS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final String DIGITS = "0123456789";

    /** Characters of the 32 unambiguous ones. */
    public static CodeFormat unambiguous(int length) {
        return new CodeFormat(UNAMBIGUOUS, length);
    }

    /** Digits. */
    public static CodeFormat digits(int length) {
        return new CodeFormat(DIGITS, length);
    }

    /** How many codes there are. */
    public BigInteger space() {
        return BigInteger.valueOf(alphabet.length()).pow(length);
    }

    /** Makes a code from blocks of 32 pseudo-random bytes; a second block is asked for only if the first runs out. */
    public char[] code(IntFunction<byte[]> blocks) {
        char[] code = new char[length];
        int usable = 256 - 256 % alphabet.length();
        ByteBuffer block = ByteBuffer.wrap(blocks.apply(0));
        int asked = 1;
        for (int i = 0; i < length; ) {
            if (!block.hasRemaining()) {
                block = ByteBuffer.wrap(blocks.apply(asked++));
            }
            int value = block.get() & 0xff;
            if (value < usable) {
                code[i++] = alphabet.charAt(value % alphabet.length());
            }
        }
        return code;
    }

    /**
     * What a person typed, with ASCII spaces and hyphens out and ASCII letters in upper case; never parsed as a number
     * (R-OTP-6). A text of another length or with anything else comes back as characters that no code has.
     */
    public char[] normalised(char[] typed) {
        char[] code = new char[length];
        int size = 0;
        for (char c : typed) {
            if (c == ' ' || c == '-') {
                continue;
            }
            if (size == length) {
                return new char[length];
            }
            code[size++] = c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        }
        return size == length ? code : new char[length];
    }
}
