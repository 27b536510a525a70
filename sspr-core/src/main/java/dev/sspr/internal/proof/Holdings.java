package dev.sspr.internal.proof;

import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.MethodKind;
import java.util.List;
import java.util.Set;

/**
 * What an account holds at one moment, and what a reset of it takes.
 *
 * @param first methods that may come first
 * @param all all methods
 * @param needed how many proofs it takes
 * @param demanded kinds of which one must be among them; empty for any
 * @param rules the guards
 */
record Holdings(List<AuthMethod> first, List<AuthMethod> all, int needed, Set<MethodKind> demanded, Rules rules) {
    /** The same if more or fewer proofs were needed. */
    Holdings needing(int proofs) {
        return new Holdings(first, all, proofs, demanded, rules);
    }

    /** Whether what is held is enough for what it takes. */
    boolean canProve() {
        for (AuthMethod one : first) {
            if (alone(one) || all.stream().anyMatch(other -> together(one, other))) {
                return true;
            }
        }
        return false;
    }

    private boolean alone(AuthMethod one) {
        return (needed == 1 || rules.suffices(one.kind())) && met(one);
    }

    private boolean together(AuthMethod one, AuthMethod other) {
        return !other.kind().equals(one.kind()) && !other.endpoint().equals(one.endpoint()) && (met(one) || met(other));
    }

    private boolean met(AuthMethod one) {
        return demanded.isEmpty() || demanded.contains(one.kind());
    }
}
