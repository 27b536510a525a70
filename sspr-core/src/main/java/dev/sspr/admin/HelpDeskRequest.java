package dev.sspr.admin;

import dev.sspr.flow.Refusal;
import dev.sspr.spi.UserId;
import java.util.Objects;

/**
 * Who helps whom, and why.
 *
 * @param actor who helps: the account of the host's own session, never of a form
 * @param user who is helped
 * @param reason why, as the actor typed it, for the audit log; 1 to {@link #MAX_REASON_LENGTH} characters without control
 *     characters, or every operation is {@link Refusal#INVALID_REASON}
 */
public record HelpDeskRequest(UserId actor, UserId user, String reason) {
    /** The most characters a reason can have. */
    public static final int MAX_REASON_LENGTH = 200;

    /** Checks that nothing is missing. */
    public HelpDeskRequest {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(user, "person");
        Objects.requireNonNull(reason, "reason");
    }

    /** {@return whether the reason can stand in a log: no line break forges another entry (R-LOG-3)} */
    public boolean reasonFits() {
        return !reason.isBlank()
                && reason.length() <= MAX_REASON_LENGTH
                && reason.codePoints().noneMatch(HelpDeskRequest::unprintable);
    }

    private static boolean unprintable(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
