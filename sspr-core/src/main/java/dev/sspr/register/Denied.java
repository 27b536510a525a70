package dev.sspr.register;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A call changed nothing.
 *
 * @param reason why
 * @param retryAt when the same call may succeed, where that is known
 */
public record Denied(Denial reason, Optional<Instant> retryAt)
        implements BeginResult, EnrolResult, ConfirmResult, ChangeResult {
    /** Checks the parts. */
    public Denied {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(retryAt, "retryAt");
    }

    /**
     * Makes a refusal without a time for another attempt.
     *
     * @param reason the reason
     * @return the refusal
     */
    public static Denied of(Denial reason) {
        return new Denied(reason, Optional.empty());
    }

    /**
     * Makes a refusal by a rate limit.
     *
     * @param retryAt the time from which another attempt can succeed
     * @return the refusal
     */
    public static Denied until(Instant retryAt) {
        return new Denied(Denial.TRY_LATER, Optional.of(retryAt));
    }
}
