package dev.sspr.flow;

import dev.sspr.outcome.HasOutcome;
import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;

/**
 * A backend of the host failed. The exception names no user or account and has no cause, because the engine has logged
 * it (R-LOG-4). Nothing is lost; the same call may be made again.
 */
public final class UnavailableException extends RuntimeException implements HasOutcome {
    private static final long serialVersionUID = 1L;

    /**
     * Names the role that failed.
     *
     * @param role such as {@code flow-store}
     */
    public UnavailableException(String role) {
        super(role + " is unavailable, try again later");
    }

    @Override
    public Outcome outcome() {
        return Outcomes.withId("S-001");
    }
}
