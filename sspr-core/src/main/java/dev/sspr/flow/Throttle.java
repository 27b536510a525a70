package dev.sspr.flow;

import dev.sspr.spi.MethodKind;
import java.util.Objects;
import java.util.Optional;

/**
 * A budget of one account that is used up (R-RATE-2, R-RATE-3, R-RATE-9, R-RATE-13).
 *
 * @param what which budget
 * @param kind for which kind of method, where the budget is one of a kind
 */
public record Throttle(What what, Optional<MethodKind> kind) {
    /** Which budgets an account has. */
    public enum What {
        /** Wrong responses in 24 hours. */
        GUESSES_TODAY,
        /** Wrong responses since the last right one. */
        GUESSES_IN_A_ROW,
        /** Messages with a code to one mailbox or line. */
        MESSAGES,
        /** Prompts on a device. */
        PROMPTS,
        /** Access passes that were typed. */
        PASSES
    }

    /** Checks the parts. */
    public Throttle {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(kind, "kind");
    }
}
