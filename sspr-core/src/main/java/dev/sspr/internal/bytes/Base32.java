package dev.sspr.internal.bytes;

import java.util.Arrays;
import java.util.Optional;

/** Base32 (RFC 4648 section 6) for seeds. Padding is never written, and is optional when read. */
public final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    /** Encodes bytes in upper case. */
    public static char[] encode(byte[] bytes) {
        char[] text = new char[(bytes.length * 8 + 4) / 5];
        int bits = 0;
        int count = 0;
        int size = 0;
        for (byte each : bytes) {
            bits = (bits << 8) | (each & 0xff);
            for (count += 8; count >= 5; count -= 5) {
                text[size++] = ALPHABET.charAt((bits >>> (count - 5)) & 31);
            }
        }
        if (count > 0) {
            text[size] = ALPHABET.charAt((bits << (5 - count)) & 31);
        }
        return text;
    }

    /**
     * Decodes a text in either case. Bits beyond the last whole byte are ignored, as seeds are usually read. The caller
     * wipes the bytes.
     *
     * @return empty if a character is no digit of Base32, or if no bytes are written with so many digits or such
     *     padding
     */
    public static Optional<byte[]> decode(char[] text) {
        int digits = text.length;
        while (digits > 0 && text[digits - 1] == '=') {
            digits--;
        }
        boolean padded = digits < text.length;
        int rest = digits % 8;
        boolean misfit = padded && (text.length % 8 != 0 || text.length - digits > 6);
        if (rest == 1 || rest == 3 || rest == 6 || misfit) {
            return Optional.empty();
        }
        byte[] bytes = new byte[digits * 5 / 8];
        int bits = 0;
        int count = 0;
        int size = 0;
        for (int i = 0; i < digits; i++) {
            int value = value(text[i]);
            if (value < 0) {
                Arrays.fill(bytes, (byte) 0);
                return Optional.empty();
            }
            bits = (bits << 5) | value;
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes[size++] = (byte) (bits >>> count);
            }
        }
        return Optional.of(bytes);
    }

    private static int value(char digit) {
        if (digit >= 'A' && digit <= 'Z') {
            return digit - 'A';
        }
        if (digit >= 'a' && digit <= 'z') {
            return digit - 'a';
        }
        return digit >= '2' && digit <= '7' ? digit - '2' + 26 : -1;
    }
}
