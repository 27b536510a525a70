package dev.sspr;

import dev.sspr.flow.Limits;
import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.reset.ResetPolicy.MethodRule;
import dev.sspr.reset.ResetPolicy.Use;
import dev.sspr.spi.MethodKind;
import java.util.Map;

/**
 * The chance that somebody's account of the tenant falls to guessing within a year, bounded from the live numbers:
 * failed guesses of the tenant per day, times 365, over the number of codes (security section 6(c)).
 */
final class AttackerBound {
    /** Above this, a method stands alone only if the risk is acknowledged by name. */
    static final double MOST = 1e-6;

    private AttackerBound() {}

    /** Refuses a policy in which a method stands alone whose codes are too short. */
    static void check(SsprPolicy policy, Map<MethodKind, CodeFormat> formats) {
        for (MethodRule rule : policy.reset().methods()) {
            CodeFormat format = formats.get(rule.kind());
            boolean decides = rule.use() == Use.ALONE && policy.reset().proofs() == 1;
            if (format != null && decides && of(policy, format) > MOST) {
                throw new IllegalStateException(
                        "reset.methods lets " + rule.kind().value()
                                + " stand alone, but within a year somebody's account would fall to guessing with probability "
                                + of(policy, format) + ", above " + MOST
                                + ": make its codes longer, lower limits.guessesPerTenantPerDay, ask for two proofs, or"
                                + " acknowledge the risk with ALONE_RISK_ACKNOWLEDGED");
            }
        }
    }

    /** Two accepted codes per try while a key is rotated, so twice the plain quotient. */
    static double of(SsprPolicy policy, CodeFormat format) {
        double factor = format.space().bitLength() > 40 ? Limits.LONG_CODE_FACTOR : 1;
        double guesses = 365.0 * factor * policy.limits().guessesPerTenantPerDay();
        return 2 * guesses / format.space().doubleValue();
    }
}
