package dev.sspr;

import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.policy.Limits;
import dev.sspr.policy.MethodPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.MethodKind;
import java.util.Map;

/**
 * The chance that guessing opens at least one account of the tenant within a year. The bound uses the configured
 * numbers: failed guesses of the tenant per day, times 365, over the number of codes.
 */
final class AttackerBound {
    /** The limit above which a method may be the only proof only if the policy acknowledges the risk by name. */
    static final double MOST = 1e-6;

    private AttackerBound() {}

    /** Refuses a policy that accepts a method with short codes as the only proof. */
    static void check(SsprPolicy policy, Map<MethodKind, CodeFormat> formats) {
        Map<MethodKind, Double> fixed = shown(policy.methods());
        for (MethodRule rule : policy.reset().methods()) {
            CodeFormat format = formats.get(rule.kind());
            boolean decides = rule.use() == Use.ALONE && policy.reset().proofs() == 1;
            double bound = format != null
                    ? of(policy, format)
                    : 365.0 * policy.limits().guessesPerTenantPerDay() * fixed.getOrDefault(rule.kind(), 0.0);
            if (decides && bound > MOST) {
                throw new IllegalStateException(
                        "reset.methods lets " + rule.kind().value()
                                + " stand alone, but guessing would open an account within a year with probability "
                                + bound + ", above " + MOST
                                + ": make its codes longer, lower limits.guessesPerTenantPerDay, ask for two proofs, or"
                                + " acknowledge the risk with ALONE_RISK_ACKNOWLEDGED");
            }
        }
    }

    /** Doubles the plain quotient, because two codes per try are accepted while a key is rotated. */
    static double of(SsprPolicy policy, CodeFormat format) {
        double factor = format.space().bitLength() > 50 ? Limits.LONG_CODE_FACTOR : 1;
        double guesses = 365.0 * factor * policy.limits().guessesPerTenantPerDay();
        return 2 * guesses / format.space().doubleValue();
    }

    /**
     * Returns the chance of one guess at codes that devices show: of every device that an account may have, in every
     * step.
     */
    private static Map<MethodKind, Double> shown(MethodPolicy methods) {
        double apps = 5.0
                * methods.authenticator().acceptedSteps()
                / Math.pow(10, methods.authenticator().digits());
        double steps =
                Math.max(methods.tokens().acceptedSteps(), methods.tokens().lookAhead());
        return Map.of(MethodKind.APP_CODE, apps, MethodKind.OATH_TOKEN, steps / 1e6);
    }
}
