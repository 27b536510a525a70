package dev.sspr.internal.securityinfo;

import dev.sspr.policy.HoldPolicy;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The registered methods of an account, the oldest first, and its registration status. The version is 0 if nothing is
 * stored.
 */
public record SecurityInfo(
        UserId user,
        long version,
        List<RegisteredMethod> methods,
        Optional<String> first,
        RegistrationRecord record,
        List<RevertibleChange> revertible) {
    /**
     * The most changes that can be undone at a time. A further addition waits until the oldest of them is final; removals
     * add at most as many as there are methods.
     */
    public static final int MOST_REVERTIBLE = 8;

    /** The kinds that a required new registration removes (REG-17). */
    private static final Set<MethodKind> FORGOTTEN = Set.of(
            MethodKind.SMS_CODE,
            MethodKind.VOICE_CODE,
            MethodKind.OFFICE_CODE,
            MethodKind.APP_CODE,
            MethodKind.PASSKEY,
            MethodKind.RECOVERY_CODE);

    /** Copies the lists. */
    public SecurityInfo {
        methods = List.copyOf(methods);
        revertible = List.copyOf(revertible);
    }

    /** Returns the security info of an account without methods. */
    public static SecurityInfo none(UserId user) {
        return new SecurityInfo(user, 0, List.of(), Optional.empty(), RegistrationRecord.NEW, List.of());
    }

    /** Returns one method. */
    public Optional<RegisteredMethod> method(String id) {
        return methods.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Returns the methods of one kind. */
    public List<RegisteredMethod> of(MethodKind kind) {
        return where(one -> one.kind().equals(kind));
    }

    /** Returns the methods that meet a condition. */
    public List<RegisteredMethod> where(Predicate<RegisteredMethod> condition) {
        return methods.stream().filter(condition).toList();
    }

    /** Returns whether a method, or one that an undo would restore, meets a condition. */
    boolean anyMethod(Predicate<RegisteredMethod> condition) {
        return Stream.concat(methods.stream(), revertible.stream().flatMap(one -> one.before().stream()))
                .anyMatch(condition);
    }

    /**
     * F2-S1: returns the kinds with a method that counts or has counted, whatever its state. Only the removal of the last
     * method of a kind, by its owner or the help desk, takes the kind away.
     */
    public DemandedKinds demanded(Instant now) {
        return new DemandedKinds(methods.stream()
                .filter(one -> one.demands(now))
                .map(RegisteredMethod::kind)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Returns from when the kind of a new method is demanded. The demand survives a replacement: a method joins the demand
     * of the methods beside it, and of those that it takes the place of within the time to undo their removal.
     */
    public RegisteredMethod demanding(RegisteredMethod comes, Instant now) {
        Stream<RegisteredMethod> removed =
                revertible.stream().filter(one -> now.isBefore(one.until())).flatMap(one -> one.before().stream());
        return Stream.concat(methods.stream(), removed)
                .filter(one -> one.kind().equals(comes.kind()) && one.demands(now))
                .map(RegisteredMethod::demandsFrom)
                .min(Comparator.naturalOrder())
                .map(comes::demandingFrom)
                .orElse(comes);
    }

    /**
     * Returns a copy in which each method whose kind is demanded proves a reset, as if none were disabled or in quarantine.
     * It tells what an account could prove if nothing had put its methods out of use.
     */
    public SecurityInfo unhindered(Instant now) {
        return new SecurityInfo(
                user,
                version,
                methods.stream()
                        .map(one -> one.demands(now)
                                ? one.in(RegisteredMethod.State.VERIFIED).countingFrom(one.demandsFrom())
                                : one)
                        .toList(),
                first,
                record,
                revertible);
    }

    /** Returns a copy with one method added, or put in the place of the one that has its key. */
    public SecurityInfo with(RegisteredMethod method) {
        List<RegisteredMethod> all = new ArrayList<>(methods);
        int at = all.indexOf(method(method.id()).orElse(method));
        if (at < 0) {
            all.add(method);
        } else {
            all.set(at, method);
        }
        return new SecurityInfo(user, version, all, first, record, revertible);
    }

    /** Returns a copy without one method. If it was the default, there is no default any more. */
    public SecurityInfo without(String id, Instant now) {
        Optional<RegisteredMethod> goes = method(id);
        return new SecurityInfo(
                user,
                version,
                where(one -> !one.id().equals(id)),
                first.filter(key -> !key.equals(id)),
                record.held(record.hold()
                        .map(one -> goes.map(gone -> one.without(gone, now)).orElse(one))),
                revertible);
    }

    /**
     * Returns a copy in the hold after a reset or a recovery. R-HOLD-2: what proves no reset yet proves none before its end,
     * also if an undo restores it.
     */
    public SecurityInfo heldAfterReset(HoldPolicy policy, ResetHold.Cause cause, Instant now) {
        ResetHold hold = ResetHold.begun(record.hold(), policy, cause, now);
        UnaryOperator<RegisteredMethod> later =
                one -> now.isBefore(one.countsFrom()) ? one.notBefore(hold.until()) : one;
        return new SecurityInfo(
                        user,
                        version,
                        methods.stream().map(later).toList(),
                        first,
                        record.held(Optional.of(hold)),
                        revertible)
                .bringingBack(one -> Optional.of(later.apply(one)));
    }

    /** Returns a copy with another default. */
    public SecurityInfo preferring(String id) {
        return new SecurityInfo(user, version, methods, Optional.of(id), record, revertible);
    }

    /** Returns a copy with another registration status. */
    public SecurityInfo record(RegistrationRecord next) {
        return new SecurityInfo(user, version, methods, first, next, revertible);
    }

    /** Returns a copy with a change that can be undone, and without the changes that are final by now. */
    public SecurityInfo remembering(RevertibleChange change, Instant now) {
        List<RevertibleChange> kept = new ArrayList<>(
                revertible.stream().filter(one -> now.isBefore(one.until())).toList());
        kept.add(change);
        return new SecurityInfo(user, version, methods, first, record, kept);
    }

    /** Returns a change that can still be undone. */
    public Optional<RevertibleChange> revertible(Digest change) {
        return revertible.stream().filter(one -> one.change().equals(change)).findFirst();
    }

    /** Returns a copy without one revertible change. */
    public SecurityInfo forgetting(Digest change) {
        return new SecurityInfo(
                user,
                version,
                methods,
                first,
                record,
                revertible.stream().filter(one -> !one.change().equals(change)).toList());
    }

    /** Returns a copy in which nothing counts for a reset, and what was open has ended. */
    public SecurityInfo frozen(Instant now) {
        return record(record.frozenAt(now));
    }

    /** Returns a copy after the decision on a freeze: what it was about can no longer be undone. */
    public SecurityInfo decided() {
        return record.frozen().isEmpty()
                ? this
                : new SecurityInfo(
                        user,
                        version,
                        methods,
                        first,
                        record.unfrozen(),
                        revertible.stream().filter(one -> !one.stronger()).toList());
    }

    /** Returns a copy in which an undo restores only the result of a function for each method, or nothing. */
    public SecurityInfo bringingBack(Function<RegisteredMethod, Optional<RegisteredMethod>> how) {
        return new SecurityInfo(
                user,
                version,
                methods,
                first,
                record,
                revertible.stream()
                        .map(one -> new RevertibleChange(
                                one.change(), one.until(), one.before().flatMap(how), one.after(), one.stronger()))
                        .toList());
    }

    /**
     * Returns the copy after a required new registration: addresses, questions, and hardware tokens that must be
     * activated again (REG-17). An undo restores no more than that.
     */
    public SecurityInfo requiredAgain(Instant now) {
        SecurityInfo left = this;
        for (RegisteredMethod method : methods) {
            left = kept(method).map(left::with).orElse(left.without(method.id(), now));
        }
        return left.bringingBack(SecurityInfo::kept).record(record.requiredAt(now));
    }

    private static Optional<RegisteredMethod> kept(RegisteredMethod method) {
        boolean activatedAgain =
                method.kind().equals(MethodKind.OATH_TOKEN) && method.state() != RegisteredMethod.State.CLONED;
        return Optional.of(activatedAgain ? method.in(RegisteredMethod.State.GIVEN) : method)
                .filter(one -> !FORGOTTEN.contains(one.kind()));
    }

    /** Returns a copy to be stored as the next version. */
    public SecurityInfo next() {
        return new SecurityInfo(user, version + 1, methods, first, record, revertible);
    }

    /**
     * Returns the claims that no other account may have: those of all methods, and of the methods that an undo would
     * restore.
     */
    public Set<Digest> claims() {
        Set<Digest> claims = new LinkedHashSet<>();
        Stream.concat(methods.stream(), revertible.stream().flatMap(one -> one.before().stream()))
                .flatMap(one -> one.claim().stream())
                .limit(MethodStore.MethodSet.MAX_CLAIMS)
                .forEach(claims::add);
        return claims;
    }
}
