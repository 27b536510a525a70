package dev.sspr.internal.info;

import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodSet;
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
 * @param entries the methods, the oldest first
 * @param first the key of the default method, if one is chosen
 * @param standing where the account stands with registering
 * @param undoable changes that can still be undone, the oldest first
 */
public record SecurityInfo(
        UserId user,
        long version,
        List<Entry> entries,
        Optional<String> first,
        Standing standing,
        List<Undoable> undoable) {
    /** How many changes can be undone at a time; a further one waits until the oldest of them stands. */
    public static final int MOST_UNDOABLE = 8;

    /** Copies the lists. */
    public SecurityInfo {
        entries = List.copyOf(entries);
        undoable = List.copyOf(undoable);
    }

    /** Of an account that holds nothing. */
    public static SecurityInfo none(UserId user) {
        return new SecurityInfo(user, 0, List.of(), Optional.empty(), Standing.NEW, List.of());
    }

    /** One method. */
    public Optional<Entry> entry(String id) {
        return entries.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The methods of one kind. */
    public List<Entry> of(MethodKind kind) {
        return where(one -> one.kind().equals(kind));
    }

    /** The methods for which something holds. */
    public List<Entry> where(Predicate<Entry> condition) {
        return entries.stream().filter(condition).toList();
    }

    /** The same with one method added, or put in the place of the one that has its key. */
    public SecurityInfo with(Entry entry) {
        List<Entry> all = new ArrayList<>(entries);
        int at = all.indexOf(entry(entry.id()).orElse(entry));
        if (at < 0) {
            all.add(entry);
        } else {
            all.set(at, entry);
        }
        return new SecurityInfo(user, version, all, first, standing, undoable);
    }

    /** The same without one method; a default that goes passes on to nobody. */
    public SecurityInfo without(String id) {
        return new SecurityInfo(
                user,
                version,
                where(one -> !one.id().equals(id)),
                first.filter(key -> !key.equals(id)),
                standing,
                undoable);
    }

    /** The same with another default. */
    public SecurityInfo preferring(String id) {
        return new SecurityInfo(user, version, entries, Optional.of(id), standing, undoable);
    }

    /** The same in another standing. */
    public SecurityInfo standing(Standing next) {
        return new SecurityInfo(user, version, entries, first, next, undoable);
    }

    /** The same with a change that can be undone; those that stand by now are forgotten. */
    public SecurityInfo remembering(Undoable change, Instant now) {
        List<Undoable> kept = new ArrayList<>(
                undoable.stream().filter(one -> now.isBefore(one.until())).toList());
        kept.add(change);
        return new SecurityInfo(
                user,
                version,
                entries,
                first,
                standing,
                kept.subList(Math.max(0, kept.size() - MOST_UNDOABLE), kept.size()));
    }

    /** A change that can still be undone. */
    public Optional<Undoable> undoable(Digest change) {
        return undoable.stream().filter(one -> one.change().equals(change)).findFirst();
    }

    /** The same without the memory of one change. */
    public SecurityInfo forgetting(Digest change) {
        return new SecurityInfo(
                user,
                version,
                entries,
                first,
                standing,
                undoable.stream().filter(one -> !one.change().equals(change)).toList());
    }

    /** The same where an undo brings back only what is left of each method it would have brought back. */
    public SecurityInfo bringingBack(Function<Entry, Optional<Entry>> how) {
        return new SecurityInfo(
                user,
                version,
                entries,
                first,
                standing,
                undoable.stream()
                        .map(one -> new Undoable(
                                one.change(), one.until(), one.before().flatMap(how), one.after()))
                        .toList());
    }

    /** The same, to be stored as the next version. */
    public SecurityInfo next() {
        return new SecurityInfo(user, version + 1, entries, first, standing, undoable);
    }

    /** What no other account may hold: the claims of all methods, and of those that an undo would bring back. */
    public Set<Digest> claims() {
        Set<Digest> claims = new LinkedHashSet<>();
        Stream.concat(entries.stream(), undoable.stream().flatMap(one -> one.before().stream()))
                .flatMap(one -> one.claim().stream())
                .limit(MethodSet.MAX_CLAIMS)
                .forEach(claims::add);
        return claims;
    }
}
