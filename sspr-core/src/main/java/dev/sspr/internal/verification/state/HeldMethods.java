package dev.sspr.internal.verification.state;

import dev.sspr.flow.ResetReadiness.Lack;
import dev.sspr.internal.securityinfo.AbleMethods;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.spi.AuthMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an account can prove at one moment, and what a reset demands of it. The demand never depends on what is able.
 *
 * @param able the methods that can give a proof
 * @param needed the number of proofs
 * @param demanded kinds of which one must be among them; none for any
 */
public record HeldMethods(AbleMethods able, int needed, DemandedKinds demanded, Guards guards) {
    public HeldMethods needing(int proofs) {
        return new HeldMethods(able, proofs, demanded, guards);
    }

    /** Returns the methods that may come first. */
    public List<AuthMethod> first() {
        return able.only(one -> guards.first().contains(one.kind())).all();
    }

    public boolean canProve() {
        for (AuthMethod one : first()) {
            if (alone(one) || able.all().stream().anyMatch(other -> together(one, other))) {
                return true;
            }
        }
        return false;
    }

    /** Returns what is missing for a reset; nothing if the account can prove itself. */
    public Set<Lack> lacks() {
        Set<Lack> lacks = EnumSet.noneOf(Lack.class);
        if (canProve()) {
            return lacks;
        }
        HeldMethods undemanded = new HeldMethods(able, needed, DemandedKinds.NONE, guards);
        if (first().isEmpty()) {
            lacks.add(Lack.FIRST_METHOD);
        }
        if (!demanded.metBy(able.kinds())) {
            lacks.add(Lack.DEMANDED_METHOD);
        }
        if (lacks.isEmpty() || (!first().isEmpty() && !undemanded.canProve())) {
            lacks.add(Lack.ANOTHER_METHOD);
        }
        return lacks;
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
