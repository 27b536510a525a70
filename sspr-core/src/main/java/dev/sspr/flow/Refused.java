package dev.sspr.flow;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A call changed nothing.
 *
 * @param reason why
 * @param retryAt when the same call may succeed, where that is known
 */
public record Refused(Refusal reason, Optional<Instant> retryAt)
        implements StartResult, SendResult, AnswerResult, CompleteResult {
    /** Checks the parts. */
    public Refused {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(retryAt, "retryAt");
    }

    /**
     * A refusal that no time will change.
     *
     * @param reason why
     * @return the refusal
     */
    public static Refused of(Refusal reason) {
        return new Refused(reason, Optional.empty());
    }

    /**
     * A refusal for now.
     *
     * @param retryAt when the same call may succeed
     * @return the refusal
     */
    public static Refused until(Instant retryAt) {
        return new Refused(Refusal.TRY_LATER, Optional.of(retryAt));
    }
}
