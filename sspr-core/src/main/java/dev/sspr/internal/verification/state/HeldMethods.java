package dev.sspr.internal.verification.state;

import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.MethodKind;
import java.util.List;
import java.util.Set;

/**
 * An account's methods at one moment, and the proofs it needs.
 *
 * @param first methods that may come first
 * @param needed the number of proofs
 * @param demanded kinds of which one must be among them; empty for any
 */
public record HeldMethods(
        List<AuthMethod> first, List<AuthMethod> all, int needed, Set<MethodKind> demanded, Guards guards) {
    public HeldMethods needing(int proofs) {
        return new HeldMethods(first, all, proofs, demanded, guards);
    }

    public boolean canProve() {
        for (AuthMethod one : first) {
            if (alone(one) || all.stream().anyMatch(other -> together(one, other))) {
                return true;
            }
        }
        return false;
    }

    private boolean alone(AuthMethod one) {
        return (needed == 1 || guards.suffices(one.kind())) && met(one);
    }

    private boolean together(AuthMethod one, AuthMethod other) {
        return !other.kind().equals(one.kind()) && !other.endpoint().equals(one.endpoint()) && (met(one) || met(other));
    }

    private boolean met(AuthMethod one) {
        return demanded.isEmpty() || demanded.contains(one.kind());
    }
}
