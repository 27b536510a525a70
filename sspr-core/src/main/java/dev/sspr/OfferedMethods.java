package dev.sspr;

import dev.sspr.policy.MethodCapabilities;
import dev.sspr.policy.MethodCapabilities.Capability;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.spi.MethodKind;
import java.util.List;
import java.util.Set;

/** Compares the methods of a policy with the kinds that have a verifier. */
final class OfferedMethods {
    private OfferedMethods() {}

    /**
     * Reduces the default policy to the available kinds. A policy of the host must be met in full, except for kinds that its
     * capabilities switch off for a reset.
     */
    static ResetPolicy carried(
            ResetPolicy policy, Set<MethodKind> kinds, MethodCapabilities capabilities, boolean written) {
        List<MethodRule> there = policy.methods().stream()
                .filter(rule -> kinds.contains(rule.kind()))
                .filter(rule -> capabilities.allows(rule.kind(), Capability.RESET))
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

    /**
     * Refuses a demand that no reset can meet: a second factor that users may hold, that the policy demands once it counts,
     * and that no reset takes (F2-S1).
     */
    static void demandable(ResetPolicy reset, Set<MethodKind> held, MethodCapabilities capabilities) {
        List<String> unlisted = held.stream()
                .filter(kind -> capabilities.allows(kind, Capability.SIGN_IN))
                .filter(kind -> demanded(reset, kind) && !reset.kinds().contains(kind))
                .map(MethodKind::value)
                .sorted()
                .toList();
        if (!unlisted.isEmpty()) {
            throw new IllegalStateException("reset.secondFactor or reset.passkeyHolders demands "
                    + String.join(", ", unlisted)
                    + " of users who hold it, but reset.methods does not list it, so they could never reset. List it in"
                    + " reset.methods, take it out of registration.kinds or away from the verifiers, take SIGN_IN from it in"
                    + " methods.capabilities, or set SecondFactor.OPTIONAL and PasskeyHolders.ANY_METHOD");
        }
    }

    private static boolean demanded(ResetPolicy reset, MethodKind kind) {
        return reset.secondFactor() == ResetPolicy.SecondFactor.DEMANDED
                || (kind.equals(MethodKind.PASSKEY)
                        && reset.passkeyHolders() == ResetPolicy.PasskeyHolders.PASSKEY_ONLY);
    }
}
