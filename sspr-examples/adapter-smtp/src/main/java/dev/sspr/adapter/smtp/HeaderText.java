package dev.sspr.adapter.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text in a mail header: printable ASCII as it is, anything else as encoded words (RFC 2047).
 *
 * <p>Jakarta Mail's own encoder takes a line break for plain ASCII, and leaves text alone that looks like an encoded
 * word, which a reader would then decode; this one encodes both (R-NOT-10).
 */
final class HeaderText {
    /** UTF-8 octets in one word: 64 characters with the frame, so that a line "Subject: word" stays within 76. */
    private static final int OCTETS = 39;

    private HeaderText() {}

    static String encode(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            byte[] octets = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            if (word.size() + octets.length > OCTETS) {
                append(words, word);
            }
            word.writeBytes(octets);
            i += Character.charCount(point);
        }
        append(words, word);
        return words.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~')
                && !text.contains("=?")
                && text.strip().length() == text.length();
    }

    private static void append(StringBuilder words, ByteArrayOutputStream word) {
        words.append(words.length() == 0 ? "" : " ")
                .append("=?UTF-8?B?")
                .append(Base64.getEncoder().encodeToString(word.toByteArray()))
                .append("?=");
        word.reset();
    }
}
