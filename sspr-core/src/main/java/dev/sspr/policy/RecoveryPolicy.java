package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;
import java.util.Objects;

/**
 * How an account is given back to somebody who has lost everything. There is no default: a host that wants this writes it
 * down, because whoever reads nobody's mail for so long loses an account to a stranger (ruling 15, R-FLOW-13).
 *
 * @param period how long every address may object; 0 to 72 hours, and at least an hour where nobody must agree
 * @param warning how long before the end a second notice goes out; at most the period
 * @param window how long after the period the password may be set; 1 to 72 hours
 * @param approval whether a second person must agree
 */
public record RecoveryPolicy(Duration period, Duration warning, Duration window, Approval approval) {
    /** Whether a second person must agree. */
    public enum Approval {
        /** No objection is enough. */
        NOT_NEEDED,
        /** Somebody agrees who may do that at the help desk: {@code HelpDesk.approveRecovery}. */
        SECOND_PERSON
    }

    /** Where nobody must agree, there must be time to object. */
    private static final Duration LEAST_ALONE = Duration.ofHours(1);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public RecoveryPolicy {
        Objects.requireNonNull(approval, "recovery.approval");
        Duration least = approval == Approval.NOT_NEEDED ? LEAST_ALONE : Duration.ZERO;
        Bounds.within("recovery.period", period, least, Duration.ofDays(3));
        Bounds.within("recovery.warning", warning, Duration.ZERO, period);
        Bounds.within("recovery.window", window, Duration.ofHours(1), Duration.ofDays(3));
    }

    /**
     * The longest period, a warning a day before its end, and a second person: the careful choice.
     *
     * @return 72 hours, 24 hours, 24 hours, a second person
     */
    public static RecoveryPolicy careful() {
        return new RecoveryPolicy(Duration.ofDays(3), Duration.ofDays(1), Duration.ofDays(1), Approval.SECOND_PERSON);
    }
}
