package dev.sspr.spi;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The form of the text that an attribute of an audit event holds. */
public enum AuditForm {
    /** One of the words that the schema lists. */
    WORD(text -> true),
    /** The name of a {@link MethodKind}. */
    METHOD(matching(MethodKind.FORM)),
    /** The code of a {@link Finding}. */
    FINDING(matching(Finding.CODE)),
    /** A whole number, 0 or more, in decimal digits. */
    COUNT(matching("0|[1-9][0-9]{0,18}")),
    /** A time, as ISO 8601 in UTC. */
    INSTANT(AuditForm::instant),
    /** A keyed hash: 32 lower-case hexadecimal digits. It names nobody to whom the key is unknown (R-LOG-2). */
    KEYED_HASH(matching("[0-9a-f]{32}")),
    /** The host's own id of an account, a {@link UserId}. */
    ACCOUNT(text -> !text.isEmpty() && text.length() <= UserId.MAX_LENGTH),
    /** Words that a person of the host's staff typed, at most 500 characters; a sink escapes what could forge a line. */
    TEXT(text -> text.length() <= 500);

    private final Predicate<String> fits;

    AuditForm(Predicate<String> fits) {
        this.fits = fits;
    }

    /**
     * Whether a text is of this form.
     *
     * @param text any text
     * @return whether it is; always for {@link #WORD}, whose words the field lists
     */
    public boolean fits(String text) {
        return fits.test(text);
    }

    private static Predicate<String> matching(String form) {
        return Pattern.compile(form).asMatchPredicate();
    }

    private static boolean instant(String text) {
        try {
            return Instant.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
