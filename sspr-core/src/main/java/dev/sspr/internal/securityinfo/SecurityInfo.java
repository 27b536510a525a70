package dev.sspr.internal.securityinfo;

import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that an account holds, and how far it has come with registering.
 *
 * @param user whose it is
 * @param version of the stored set; 0 if there is none
 * @param methods the methods, the oldest first
 * @param first the key of the default method, if one is chosen
 * @param record where the account stands with registering
 * @param revertible changes that can still be undone, the oldest first
 */
public record SecurityInfo(
        UserId user,
        long version,
        List<RegisteredMethod> methods,
        Optional<String> first,
        RegistrationRecord record,
        List<RevertibleChange> revertible) {
    /** How many changes can be undone at a time; a further one waits until the oldest of them stands. */
    public static final int MOST_REVERTIBLE = 8;

    /** REG-17: what a new registration starts without. */
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

    /** Of an account that holds nothing. */
    public static SecurityInfo none(UserId user) {
        return new SecurityInfo(user, 0, List.of(), Optional.empty(), RegistrationRecord.NEW, List.of());
    }

    /** One method. */
    public Optional<RegisteredMethod> method(String id) {
        return methods.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The methods of one kind. */
    public List<RegisteredMethod> of(MethodKind kind) {
        return where(one -> one.kind().equals(kind));
    }

    /** The methods for which something holds. */
    public List<RegisteredMethod> where(Predicate<RegisteredMethod> condition) {
        return methods.stream().filter(condition).toList();
    }

    /** The same with one method added, or put in the place of the one that has its key. */
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

    /** The same without one method; a default that goes passes on to nobody. */
    public SecurityInfo without(String id) {
        return new SecurityInfo(
                user,
                version,
                where(one -> !one.id().equals(id)),
                first.filter(key -> !key.equals(id)),
                record,
                revertible);
    }

    /** The same with another default. */
    public SecurityInfo preferring(String id) {
        return new SecurityInfo(user, version, methods, Optional.of(id), record, revertible);
    }

    /** The same in another standing. */
    public SecurityInfo record(RegistrationRecord next) {
        return new SecurityInfo(user, version, methods, first, next, revertible);
    }

    /** The same with a change that can be undone; those that stand by now are forgotten. */
    public SecurityInfo remembering(RevertibleChange change, Instant now) {
        List<RevertibleChange> kept = new ArrayList<>(
                revertible.stream().filter(one -> now.isBefore(one.until())).toList());
        kept.add(change);
        return new SecurityInfo(
                user,
                version,
                methods,
                first,
                record,
                kept.subList(Math.max(0, kept.size() - MOST_REVERTIBLE), kept.size()));
    }

    /** A change that can still be undone. */
    public Optional<RevertibleChange> revertible(Digest change) {
        return revertible.stream().filter(one -> one.change().equals(change)).findFirst();
    }

    /** The same without the memory of one change. */
    public SecurityInfo forgetting(Digest change) {
        return new SecurityInfo(
                user,
                version,
                methods,
                first,
                record,
                revertible.stream().filter(one -> !one.change().equals(change)).toList());
    }

    /** The same where an undo brings back only what is left of each method it would have brought back. */
    public SecurityInfo bringingBack(Function<RegisteredMethod, Optional<RegisteredMethod>> how) {
        return new SecurityInfo(
                user,
                version,
                methods,
                first,
                record,
                revertible.stream()
                        .map(one -> new RevertibleChange(
                                one.change(), one.until(), one.before().flatMap(how), one.after()))
                        .toList());
    }

    /**
     * What is left when the account must register again: addresses, questions, and hardware tokens to be activated again
     * (REG-17). No undo brings back more.
     */
    public SecurityInfo requiredAgain(Instant now) {
        SecurityInfo left = this;
        for (RegisteredMethod method : methods) {
            left = kept(method).map(left::with).orElse(left.without(method.id()));
        }
        return left.bringingBack(SecurityInfo::kept).record(record.requiredAt(now));
    }

    private static Optional<RegisteredMethod> kept(RegisteredMethod method) {
        return Optional.of(
                        method.kind().equals(MethodKind.OATH_TOKEN) ? method.in(RegisteredMethod.State.GIVEN) : method)
                .filter(one -> !FORGOTTEN.contains(one.kind()));
    }

    /** The same, to be stored as the next version. */
    public SecurityInfo next() {
        return new SecurityInfo(user, version + 1, methods, first, record, revertible);
    }

    /** What no other account may hold: the claims of all methods, and of those that an undo would bring back. */
    public Set<Digest> claims() {
        Set<Digest> claims = new LinkedHashSet<>();
        Stream.concat(methods.stream(), revertible.stream().flatMap(one -> one.before().stream()))
                .flatMap(one -> one.claim().stream())
                .limit(MethodStore.MethodSet.MAX_CLAIMS)
                .forEach(claims::add);
        return claims;
    }
}
