package dev.sspr.admin;

import dev.sspr.flow.Refusal;
import dev.sspr.spi.UserId;
import java.util.Objects;

/**
 * The actor, the user and the reason of a help desk call.
 *
 * @param actor the administrator: the account of the host's own session, never of a form
 * @param user the user
 * @param reason the reason for the audit log; 1 to {@link #MAX_REASON_LENGTH} characters without control characters, or
 *     every operation is {@link Refusal#INVALID_REASON}
 */
public record HelpDeskRequest(UserId actor, UserId user, String reason) {
    /** The most characters a reason can have. */
    public static final int MAX_REASON_LENGTH = 200;

    /** Checks that no part is null. */
    public HelpDeskRequest {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(user, "user");
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
