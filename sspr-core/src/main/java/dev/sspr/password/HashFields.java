package dev.sspr.password;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads the fields of a stored hash strictly: a number and a byte string have one spelling each. */
final class HashFields {
    /** The longest hash text within the ceilings. A longer text is not read. */
    static final int MOST_LENGTH = 512;

    /**
     * Enough digits for 4 TiB of memory in KiB, and too few for an overflow. A message repeats such a number as it is.
     */
    private static final int MOST_DIGITS = 18;

    private HashFields() {}

    /** Splits the text into the parts between the dollar signs. */
    static List<String> of(String scheme, String text, int parts) {
        List<String> fields = new ArrayList<>();
        int start = text.startsWith("$") ? 1 : 0;
        for (int end = text.indexOf('$', start); end >= 0; end = text.indexOf('$', start)) {
            fields.add(text.substring(start, end));
            start = end + 1;
        }
        fields.add(text.substring(start));
        if (fields.size() != parts || !text.startsWith("$")) {
            throw new PasswordHasher.UnreadableHashException(scheme + " has " + parts + " fields, each after a $");
        }
        return fields;
    }

    /** Reads a decimal number without sign or leading zero, within bounds. */
    static int number(String what, String text, int least, int most) {
        boolean form = !text.isEmpty() && text.length() <= MOST_DIGITS && (text.length() == 1 || text.charAt(0) != '0');
        for (int i = 0; form && i < text.length(); i++) {
            form = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!form) {
            throw new PasswordHasher.UnreadableHashException(
                    what + " must be a decimal number of at most " + MOST_DIGITS + " digits without leading zeros");
        }
        return within(what, Long.parseLong(text), least, most);
    }

    static int within(String what, long value, int least, int most) {
        if (value < least || value > most) {
            throw new PasswordHasher.UnreadableHashException(
                    what + " must be " + least + " to " + most + ", it is " + value);
        }
        return (int) value;
    }

    /** Reads the value of {@code name=value}. */
    static String named(String what, String name, String text) {
        if (!text.startsWith(name + "=")) {
            throw new PasswordHasher.UnreadableHashException(what + " must be written as " + name + "=…");
        }
        return text.substring(name.length() + 1);
    }

    /** Decodes base64 without padding and without spare bits. */
    static byte[] base64(String what, String text, int least, int most) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (!base64(bytes).equals(text)) {
                throw new PasswordHasher.UnreadableHashException(
                        what + " must be base64 without padding, its last bits zero");
            }
            within(what + " (bytes)", bytes.length, least, most);
            return bytes;
        } catch (IllegalArgumentException malformed) {
            throw new PasswordHasher.UnreadableHashException(
                    what + " must be base64 without padding, its last bits zero");
        }
    }

    /** Decodes base64 with or without padding, and with a dot for the plus sign, as other systems write it. */
    static byte[] foreignBase64(String what, String text, int least, int most) {
        String plain = text.replace('.', '+');
        int end = plain.length();
        while (end > 0 && plain.charAt(end - 1) == '=') {
            end--;
        }
        return base64(what, plain.substring(0, end), least, most);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
