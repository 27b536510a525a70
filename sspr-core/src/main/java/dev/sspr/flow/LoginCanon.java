package dev.sspr.flow;

import dev.sspr.spi.LoginName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The canonical form of a typed login name. The host's sign-in must use the same function (R-UNI-1).
 *
 * <p><b>Threads.</b> Called from many threads at once. <b>Security duty.</b> Idempotent: the canonical form of a
 * canonical form is itself.
 */
@FunctionalInterface
public interface LoginCanon {
    /**
     * Returns the canonical form of a name.
     *
     * @param typed any text
     * @return the canonical name, or empty if no account can have this name
     */
    Optional<LoginName> canonical(String typed);

    /**
     * UsernameCaseMapped of RFC 8265 section 3.3: wide and narrow forms mapped, lower case without a locale, NFC.
     * Refused, never repaired: controls, format and bidi characters, unpaired surrogates, unassigned and private code
     * points, compatibility forms, spaces at either end or other than U+0020 (R-UNI-5).
     *
     * @return the default function
     */
    static LoginCanon usernameCaseMapped() {
        return typed -> {
            if (typed.isEmpty() || typed.length() > LoginName.MAX_LENGTH) {
                return Optional.empty();
            }
            String mapped = ascii(typed)
                    ? typed.toLowerCase(Locale.ROOT)
                    : Normalizer.normalize(width(typed).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
            return mapped.length() <= LoginName.MAX_LENGTH && allowed(mapped)
                    ? Optional.of(new LoginName(mapped))
                    : Optional.empty();
        };
    }

    /** An ASCII name is unchanged by every normalisation. */
    private static boolean ascii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static String width(String typed) {
        StringBuilder mapped = new StringBuilder(typed.length());
        typed.codePoints().forEach(point -> {
            if (point >= 0xFF01 && point <= 0xFFEE) {
                mapped.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
            } else {
                mapped.appendCodePoint(point);
            }
        });
        return mapped.toString();
    }

    private static boolean allowed(String mapped) {
        return !mapped.isEmpty()
                && mapped.charAt(0) != ' '
                && mapped.charAt(mapped.length() - 1) != ' '
                && allAllowed(mapped)
                && (ascii(mapped) || Normalizer.isNormalized(mapped, Normalizer.Form.NFKC));
    }

    private static boolean allAllowed(String mapped) {
        for (int i = 0; i < mapped.length(); i += Character.charCount(mapped.codePointAt(i))) {
            if (!allowed(mapped.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(int point) {
        if (point < 0x7f) {
            return point >= ' ';
        }
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> !Character.isIdentifierIgnorable(point);
            default -> false;
        };
    }
}
