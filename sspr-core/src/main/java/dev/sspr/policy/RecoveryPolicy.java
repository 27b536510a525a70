package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;
import java.util.Objects;

/**
 * The recovery of an account whose owner has lost every authenticator. No preset has one and there is no default: during the
 * waiting period only an objection protects the account, so the host must choose its length (R-FLOW-13).
 *
 * @param period waiting period in which every address of the account can object, 0 to 72 hours, and at least 1 hour with
 *     {@link Approval#NOT_NEEDED}
 * @param warning time before the end of the period at which a second notice goes out, zero to {@code period}
 * @param window time after the period in which the user may set the password, 1 to 72 hours
 * @param approval whether a second person must approve
 */
public record RecoveryPolicy(Duration period, Duration warning, Duration window, Approval approval) {
    /** Whether a second person must approve. */
    public enum Approval {
        /** The recovery goes on if no address objects. */
        NOT_NEEDED,
        /** An administrator with that right must approve it at the help desk: {@code HelpDesk.approveRecovery}. */
        SECOND_PERSON
    }

    /** Without an approval the account owner needs time to object. */
    private static final Duration LEAST_ALONE = Duration.ofHours(1);

    /** Checks every number; a message names the one that is out of bounds. */
    public RecoveryPolicy {
        Objects.requireNonNull(approval, "recovery.approval");
        Duration least = approval == Approval.NOT_NEEDED ? LEAST_ALONE : Duration.ZERO;
        Bounds.within("recovery.period", period, least, Duration.ofDays(3));
        Bounds.within("recovery.warning", warning, Duration.ZERO, Duration.ofDays(3));
        Bounds.atMost("recovery.warning", warning, "recovery.period", period);
        Bounds.within("recovery.window", window, Duration.ofHours(1), Duration.ofDays(3));
    }

    /** {@return the most cautious values: 72 hours, a warning 24 hours before their end, a window of 24 hours, approval} */
    public static RecoveryPolicy careful() {
        return new RecoveryPolicy(Duration.ofDays(3), Duration.ofDays(1), Duration.ofDays(1), Approval.SECOND_PERSON);
    }

    /** {@return a copy with another waiting period, 0 to 72 hours} */
    public RecoveryPolicy period(Duration period) {
        return new RecoveryPolicy(period, warning, window, approval);
    }

    /** {@return a copy with another time of the second notice, zero to the period} */
    public RecoveryPolicy warning(Duration warning) {
        return new RecoveryPolicy(period, warning, window, approval);
    }

    /** {@return a copy with another time to set the password, 1 to 72 hours} */
    public RecoveryPolicy window(Duration window) {
        return new RecoveryPolicy(period, warning, window, approval);
    }

    /** {@return a copy with another rule for the approval} */
    public RecoveryPolicy approval(Approval approval) {
        return new RecoveryPolicy(period, warning, window, approval);
    }
}
