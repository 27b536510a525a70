package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A call was refused and changed nothing. It is a case of every result.
 *
 * @param reason why
 * @param retryAt when the same call may succeed, if that is known
 * @param purpose in which flow
 */
public record Refused(Refusal reason, Optional<Instant> retryAt, Purpose purpose)
        implements StartResult,
                SendResult,
                AnswerResult,
                CompleteResult,
                UnlockResult,
                ChangeStartResult,
                BeginResult,
                EnrolResult,
                ConfirmResult,
                ChangeResult {
    /** Checks that no part is null. */
    public Refused {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(retryAt, "retryAt");
        Objects.requireNonNull(purpose, "purpose");
    }

    /**
     * Returns a refusal in a verification flow that time alone does not change.
     *
     * @param reason why
     * @return the refusal
     */
    public static Refused of(Refusal reason) {
        return of(Purpose.RESET, reason);
    }

    /**
     * Returns a refusal that time alone does not change.
     *
     * @param purpose in which flow
     * @param reason why
     * @return the refusal
     */
    public static Refused of(Purpose purpose, Refusal reason) {
        return new Refused(reason, Optional.empty(), purpose);
    }

    /**
     * Returns a refusal in a verification flow because of a rate limit.
     *
     * @param retryAt when the same call may succeed
     * @return the refusal
     */
    public static Refused until(Instant retryAt) {
        return until(Purpose.RESET, retryAt);
    }

    /**
     * Returns a refusal because of a rate limit.
     *
     * @param purpose in which flow
     * @param retryAt when the same call may succeed
     * @return the refusal
     */
    public static Refused until(Purpose purpose, Instant retryAt) {
        return new Refused(Refusal.TRY_LATER, Optional.of(retryAt), purpose);
    }

    @Override
    public Outcome outcome() {
        return reason.outcome(purpose);
    }

    @Override
    public Map<Outcome.Parameter, Object> details() {
        return retryAt.<Map<Outcome.Parameter, Object>>map(at -> Map.of(Outcome.Parameter.RETRY_AT, at))
                .orElse(Map.of());
    }
}
