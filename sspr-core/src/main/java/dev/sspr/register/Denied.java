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

    public static Denied of(Denial reason) {
        return new Denied(reason, Optional.empty());
    }

    public static Denied until(Instant retryAt) {
        return new Denied(Denial.TRY_LATER, Optional.of(retryAt));
    }
}
