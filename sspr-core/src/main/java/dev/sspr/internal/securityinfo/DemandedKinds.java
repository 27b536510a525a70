package dev.sspr.internal.securityinfo;

import dev.sspr.spi.MethodKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The kinds of which an account must prove one. A kind is demanded once one of its methods counts, and until its owner
 * or the help desk removes the last of them. Whether one of them can prove now is another question: see
 * {@link AbleMethods}.
 */
public record DemandedKinds(Set<MethodKind> kinds) {
    /** No kind is demanded: any proof will do. */
    public static final DemandedKinds NONE = new DemandedKinds(Set.of());

    /** Copies the set. */
    public DemandedKinds {
        kinds = Set.copyOf(kinds);
    }

    public static DemandedKinds of(MethodKind... kinds) {
        return new DemandedKinds(Set.of(kinds));
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    public boolean contains(MethodKind kind) {
        return kinds.contains(kind);
    }

    /** Returns whether proofs of these kinds satisfy the demand. */
    public boolean metBy(Collection<MethodKind> proven) {
        return kinds.isEmpty() || proven.stream().anyMatch(kinds::contains);
    }

    /** Returns those that meet a condition. */
    public DemandedKinds only(Predicate<MethodKind> condition) {
        return new DemandedKinds(kinds.stream().filter(condition).collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns these and others. */
    public DemandedKinds and(DemandedKinds others) {
        Set<MethodKind> all = new HashSet<>(kinds);
        all.addAll(others.kinds);
        return new DemandedKinds(all);
    }

    @Override
    public String toString() {
        return kinds.toString();
    }
}
