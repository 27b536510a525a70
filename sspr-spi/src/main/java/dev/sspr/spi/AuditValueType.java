package dev.sspr.spi;

import java.time.DateTimeException;
import java.time.Instant;

/** The form of the text of an audit attribute. */
public enum AuditValueType {
    /** One of the words that the schema lists. */
    WORD("[\\s\\S]*"),
    /** The name of a {@link MethodKind}. */
    METHOD(MethodKind.FORM),
    /** The code of a {@link Finding}. */
    FINDING(Finding.CODE),
    /** A whole number, 0 or more, in decimal digits. */
    COUNT("0|[1-9][0-9]{0,18}"),
    /** A time, as ISO 8601 in UTC. */
    INSTANT("[0-9].*Z"),
    /** A keyed hash: 32 lower-case hexadecimal digits. Without the key it identifies no account (R-LOG-2). */
    KEYED_HASH("[0-9a-f]{32}"),
    /** The host's own id of an account, a {@link UserId}. */
    ACCOUNT("[\\s\\S]{1,128}"),
    /**
     * Text that an employee of the host typed, at most 500 characters; the sink escapes characters that could forge a
     * line.
     */
    TEXT("[\\s\\S]{0,500}");

    private final String pattern;

    AuditValueType(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Whether a text has this form.
     *
     * @param text any text
     * @return true if it has; always true for {@link #WORD}, whose words the field lists
     */
    public boolean fits(String text) {
        return text.matches(pattern) && (this != INSTANT || instant(text));
    }

    private static boolean instant(String text) {
        try {
            return Instant.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
