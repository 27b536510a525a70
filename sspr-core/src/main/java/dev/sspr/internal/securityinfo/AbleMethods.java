package dev.sspr.internal.securityinfo;

import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.MethodKind;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The methods with which an account can give a proof at this moment, the preferred ones first. What must be proven never
 * follows from them: see {@link DemandedKinds}.
 */
public record AbleMethods(List<AuthMethod> all) {
    /** Copies the list. */
    public AbleMethods {
        all = List.copyOf(all);
    }

    /** Returns those that meet a condition. */
    public AbleMethods only(Predicate<AuthMethod> condition) {
        return new AbleMethods(all.stream().filter(condition).toList());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public Set<MethodKind> kinds() {
        return all.stream().map(AuthMethod::kind).collect(Collectors.toUnmodifiableSet());
    }
}
