package dev.sspr.internal.registration;

import dev.sspr.spi.UserId;

/**
 * The account's name as a device may show it. Control, format and unpaired surrogate characters are left out; a colon,
 * which ends a name in an authenticator app, becomes a space.
 */
final class DisplayName {
    private static final String NAMELESS = "account";

    private DisplayName() {}

    /** Returns the name; the id of the account if no character of it is left, or a plain word if none of that is. */
    static String of(String name, UserId user) {
        String shown = shown(name);
        if (!shown.isEmpty()) {
            return shown;
        }
        String id = shown(user.value());
        return id.isEmpty() || id.length() > 64 ? NAMELESS : id;
    }

    private static String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(DisplayName::printable)
                .forEach(point -> out.appendCodePoint(point == ':' ? ' ' : point));
        return out.toString().strip();
    }

    private static boolean printable(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
