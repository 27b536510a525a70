package dev.sspr;

import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.policy.Limits;
import dev.sspr.policy.MethodPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The chance that guessing opens at least one account of the tenant within a year. The bound uses the configured
 * numbers: failed guesses of the tenant per day, times the days of a year, over the number of codes, for every key that is
 * read.
 */
final class AttackerBound {
    /** The limit above which a method may be the only proof only if the policy acknowledges the risk by name. */
    static final double MOST = 1e-6;

    /** Keys that are read at the same time, while one is rotated. */
    private static final double KEYS = 2;

    private static final double DAYS = 366;
    private static final int STEPS = 3;
    /** From here on nothing is counted beyond the flow. */
    private static final int HOPELESS_BITS = 64;
    /** The size of the largest tenant that the bound of such codes is computed for. */
    private static final double ACCOUNTS = 1e7;

    private static final Duration DAY = Duration.ofDays(1);

    /** The kinds that a taken-over telephone line defeats, whatever the length of their codes (R-NOT-12). */
    private static final Set<MethodKind> LINES =
            Set.of(MethodKind.SMS_CODE, MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE);

    private AttackerBound() {}

    /** Refuses a policy that accepts a telephone line, or a method with short codes, as the only proof. */
    static void check(SsprPolicy policy, Map<MethodKind, CodeFormat> formats) {
        Map<MethodKind, Double> fixed = shown(policy.methods());
        for (MethodRule rule : policy.reset().methods()) {
            CodeFormat format = formats.get(rule.kind());
            boolean decides = rule.use() == Use.ALONE && policy.reset().proofs() == 1;
            double bound = format != null
                    ? of(policy, format)
                    : guesses(policy.limits(), 1) * fixed.getOrDefault(rule.kind(), 0.0);
            if (decides && LINES.contains(rule.kind())) {
                throw new IllegalStateException(
                        "reset.methods lets " + rule.kind().value()
                                + " stand alone, but texts and calls can be redirected to another phone: ask for two proofs, or"
                                + " acknowledge the risk with ALONE_RISK_ACKNOWLEDGED");
            }
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

    /**
     * Returns the chance for codes in messages. Each key that is read accepts a code of its own and, because counters are
     * named by a key, may have a budget of its own.
     */
    static double of(SsprPolicy policy, CodeFormat format) {
        if (format.space().bitLength() > HOPELESS_BITS) {
            return hopeless(policy.limits(), format);
        }
        double factor = format.space().bitLength() > 50 ? Limits.LONG_CODE_FACTOR : 1;
        return guesses(policy.limits(), factor) * KEYS / format.space().doubleValue();
    }

    /** Returns the tenant's guesses of a year: a day's window ends at most once more than there are days. */
    private static double guesses(Limits limits, double factor) {
        return DAYS * KEYS * factor * limits.guessesPerTenantPerDay();
    }

    /** Returns the chance without a ceiling of the tenant: every name in every flow that can be started. */
    private static double hopeless(Limits limits, CodeFormat format) {
        double flows = limits.startsPerName()
                + (double) DAY.toMinutes() / limits.startGap().toMinutes();
        return ACCOUNTS
                * DAYS
                * KEYS
                * flows
                * limits.guessesPerMethod()
                * KEYS
                / format.space().doubleValue();
    }

    /**
     * Returns the chance of one guess at codes that devices show: of every device that an account may have, in every step,
     * at least the step before and the step after (RFC 6238 section 6).
     */
    private static Map<MethodKind, Double> shown(MethodPolicy methods) {
        double apps = 5.0
                * Math.max(STEPS, methods.authenticator().acceptedSteps())
                / Math.pow(10, methods.authenticator().digits());
        double steps = Math.max(
                Math.max(STEPS, methods.tokens().acceptedSteps()),
                methods.tokens().lookAhead());
        return Map.of(MethodKind.APP_CODE, apps, MethodKind.OATH_TOKEN, steps / 1e6);
    }
}
