package dev.sspr.reset;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which proofs open the way to a new password.
 *
 * @param proofs how many an ordinary account needs, 1 or 2; default 1
 * @param privilegedProofs how many a privileged account needs, always 2 (ADM-02, R-FLOW-3)
 * @param methods the kinds there may be, the preferred one first; before the first proof everybody is offered the same of
 *     them (R-ENUM-3)
 * @param flowLife how long a reset may take from start to end, 5 to 60 minutes; default 15 (RST-13)
 */
public record ResetPolicy(int proofs, int privilegedProofs, List<MethodRule> methods, Duration flowLife) {
    /**
     * Copies the list and checks every number.
     *
     * @param proofs as above
     * @param privilegedProofs as above
     * @param methods as above
     * @param flowLife as above
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public ResetPolicy {
        Bounds.within("reset.proofs", proofs, 1, 2);
        Bounds.within("reset.privilegedProofs", privilegedProofs, 2, 2);
        Bounds.within("reset.flowLife", flowLife, Duration.ofMinutes(5), Duration.ofMinutes(60));
        methods = List.copyOf(methods);
        Set<MethodKind> kinds = new HashSet<>();
        for (MethodRule rule : methods) {
            if (!kinds.add(rule.kind())) {
                throw new IllegalArgumentException(
                        "reset.methods names " + rule.kind().value() + " twice");
            }
        }
        if (methods.stream().noneMatch(rule -> rule.use() != Use.WITH_ANOTHER)) {
            throw new IllegalArgumentException("reset.methods must hold a kind that may come first");
        }
    }

    /**
     * The numbers of the {@code standard} preset: e-mail first, text messages beside it.
     *
     * @return the defaults
     */
    public static ResetPolicy standard() {
        return new ResetPolicy(
                1,
                2,
                List.of(
                        new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE),
                        new MethodRule(MethodKind.SMS_CODE, Use.WITH_ANOTHER)),
                Duration.ofMinutes(15));
    }

    /** What a kind of method may be used for. */
    public enum Use {
        /** It may be the only proof, if its codes are long enough for the attacker bound (security section 6(c)). */
        ALONE,
        /** It counts beside another proof only. */
        WITH_ANOTHER,
        /**
         * It may be the only proof although its codes are too short for the attacker bound: whoever sets this takes the
         * risk that in a year somebody's account falls to guessing.
         */
        ALONE_RISK_ACKNOWLEDGED
    }

    /**
     * One kind and its use.
     *
     * @param kind the kind
     * @param use what it may be used for
     */
    public record MethodRule(MethodKind kind, Use use) {}

    /** The kinds that may come first, in order. */
    List<MethodKind> first() {
        return methods.stream()
                .filter(rule -> rule.use() != Use.WITH_ANOTHER)
                .map(MethodRule::kind)
                .toList();
    }

    /** All kinds, in order. */
    List<MethodKind> kinds() {
        return methods.stream().map(MethodRule::kind).toList();
    }
}
