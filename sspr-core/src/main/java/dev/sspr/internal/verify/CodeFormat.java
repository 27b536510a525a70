package dev.sspr.internal.verify;

import dev.sspr.internal.bounds.PastedText;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/**
 * The format of a code: its length and its alphabet. Codes are uniform over the whole space, by rejection sampling,
 * with leading zeros (R-OTP-1).
 */
public record CodeFormat(String alphabet, int length) {
    /** The alphabet without 0, 1, I and O, which are easily confused: 5 bits a character. */
    private static final String UNAMBIGUOUS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final String DIGITS = "0123456789";

    /** Makes a format of characters from the unambiguous alphabet. */
    public static CodeFormat unambiguous(int length) {
        return new CodeFormat(UNAMBIGUOUS, length);
    }

    /** Makes a format of digits. */
    public static CodeFormat digits(int length) {
        return new CodeFormat(DIGITS, length);
    }

    /** Returns the number of codes. */
    public BigInteger space() {
        return BigInteger.valueOf(alphabet.length()).pow(length);
    }

    /** Makes a code from blocks of 32 pseudo-random bytes. It asks for a second block only if the first runs out. */
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
     * Removes white space, invisible characters and hyphens from a typed code, and maps ASCII letters to upper case
     * (F2-P3). A code is never parsed as a number (R-OTP-6). A text of another length, or with any other character,
     * becomes characters that no code has.
     */
    public char[] normalised(char[] typed) {
        char[] code = new char[length];
        int size = 0;
        for (int i = 0; i < typed.length; ) {
            int point = Character.codePointAt(typed, i);
            i += Character.charCount(point);
            if (PastedText.isPadding(point) || PastedText.isDash(point)) {
                continue;
            }
            if (size == length || point > Character.MAX_VALUE) {
                return new char[length];
            }
            code[size++] = (char) (point >= 'a' && point <= 'z' ? point - 32 : point);
        }
        return size == length ? code : new char[length];
    }
}
