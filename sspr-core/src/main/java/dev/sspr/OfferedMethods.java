package dev.sspr;

import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.spi.MethodKind;
import java.util.List;
import java.util.Set;

/** Compares the methods of a policy with the kinds that have a verifier. */
final class OfferedMethods {
    private OfferedMethods() {}

    /** Reduces the default policy to the available kinds. A policy of the host must be met in full. */
    static ResetPolicy carried(ResetPolicy policy, Set<MethodKind> kinds, boolean written) {
        List<MethodRule> there = policy.methods().stream()
                .filter(rule -> kinds.contains(rule.kind()))
                .toList();
        for (MethodRule rule : policy.methods()) {
            if (written && !kinds.contains(rule.kind())) {
                throw new IllegalStateException("reset.methods names "
                        + rule.kind().value() + ", but no notifier carries it and no verifier answers for it");
            }
        }
        if (there.stream().noneMatch(rule -> rule.use() != Use.WITH_ANOTHER)) {
            throw new IllegalStateException("reset.methods: nothing here carries a kind that may come first;"
                    + " plug in an e-mail notifier, or name a method in the policy");
        }
        return policy.methods(there);
    }
}
