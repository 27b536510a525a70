package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.Purpose;
import java.util.Objects;

/**
 * A proven flow can no longer be completed, and has ended.
 *
 * @param reason why
 * @param purpose what the flow was for
 */
public record NotPossible(Reason reason, Purpose purpose) implements CompleteResult, UnlockResult {
    /** Why a proven flow ends without being completed. */
    public enum Reason {
        /** The account was disabled, has expired, was removed, or moved elsewhere meanwhile. */
        ACCOUNT_NOT_USABLE("R-023", "U-003"),
        /** The password or a destination of the account was changed by another flow meanwhile. */
        SUPERSEDED("R-024", "U-004"),
        /** The account needs more proofs than when the flow began. */
        MORE_PROOFS_NEEDED("R-025", "U-005");

        private final String reset;
        private final String unlock;

        Reason(String reset, String unlock) {
            this.reset = reset;
            this.unlock = unlock;
        }
    }

    /** Checks that no part is null. */
    public NotPossible {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(purpose, "purpose");
    }

    @Override
    public Outcome outcome() {
        return Outcomes.withId(purpose == Purpose.UNLOCK ? reason.unlock : reason.reset);
    }
}
