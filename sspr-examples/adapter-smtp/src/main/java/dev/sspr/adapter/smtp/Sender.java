package dev.sspr.adapter.smtp;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import java.util.Objects;

/**
 * Who a mail says it is from. Host's own settings, never something a person typed.
 *
 * @param address a mailbox {@code local@domain} in ASCII, of the form {@link Destination} asks for; the domain is also
 *     the right side of every {@code Message-ID}
 * @param name the name shown beside it, at most 64 UTF-16 units, empty for none; any script, quotes and emoji
 */
public record Sender(String address, String name) {
    /** The most UTF-16 units a name can have: mail programs show fewer. */
    public static final int MAX_NAME_LENGTH = 64;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /**
     * Checks the parts.
     *
     * @param address the mailbox
     * @param name the name shown, or empty
     * @throws IllegalArgumentException if the address is not a plain mailbox; if the name is too long or has a line
     *     break, another control character, half of a surrogate pair or an invisible character that can turn the
     *     direction of text (R-NOT-10). The message names the setting.
     */
    public Sender {
        requireMailbox("sender.address", address);
        Objects.requireNonNull(name, "sender.name");
        if (name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException(
                    "sender.name must have at most " + MAX_NAME_LENGTH + " characters, it has " + name.length());
        }
        for (int i = 0; i < name.length(); ) {
            int point = name.codePointAt(i);
            if (!isShown(point)) {
                throw new IllegalArgumentException(
                        "sender.name has a control, format or unpaired surrogate character" + " at index " + i);
            }
            i += Character.charCount(point);
        }
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** The joiners belong to words in Persian and to many emoji. */
    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }

    /** The check that the SPI has for a recipient, for a setting. */
    static String requireMailbox(String setting, String address) {
        Objects.requireNonNull(address, setting);
        try {
            return new Destination(setting, Channel.EMAIL, address).address();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " is not a plain mailbox (local@domain, ASCII)", e);
        }
    }
}
