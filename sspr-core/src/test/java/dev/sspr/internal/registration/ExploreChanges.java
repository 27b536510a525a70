package dev.sspr.internal.registration;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.RevertibleChange;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.policy.HoldPolicy;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges what is opened, and each set of methods before it is stored, by what has really happened. */
final class ExploreChanges {
    private static final Set<MethodKind> SIGN_IN = Set.of(MethodKind.SMS_CODE, MethodKind.APP_CODE);
    /** A change can be taken back for a day at least. */
    private static final Duration DAY = Duration.ofHours(24);

    private final ExploreHost host;

    ExploreChanges(ExploreHost host) {
        this.host = host;
    }

    /** A registration is opened: the sign-in behind it must be recent, and worth as much as what the account holds. */
    void opened(ExploreFlow flow) {
        ExploreTurn turn = host.turn();
        SignInEvidence said = turn.statement.orElseThrow();
        Instant now = host.sim.now();
        boolean recent =
                !said.at().isAfter(now.plusSeconds(2)) && now.isBefore(said.at().plus(ExploreHost.FRESH));
        unless(recent, "P2", "security info is opened by a sign-in of another time");
        unless(turn.account.filter(it -> it.status().usable()).isPresent(), "P5", "opened for an unusable account");
        SecurityInfo info = turn.info.orElseThrow();
        unless(isStrong(said.methods(), proving(info, now), info, now), "P2", "opened by too weak a sign-in");
        unless(isStrong(said.methods(), turn.counted, info, now), "P17", "opened without what ever counted");
        boolean young = now.isBefore(said.accountCreatedAt().plus(Duration.ofDays(14)));
        boolean some = !turn.counted.isEmpty();
        unless(some || young || !said.methods().isEmpty(), "P2", "a password alone opens an old account");
        flow.shown.addAll(said.methods());
        flow.generation = turn.account.orElseThrow().generation();
    }

    private static Set<MethodKind> proving(SecurityInfo info, Instant now) {
        return info.where(one -> one.provesReset(now)).stream()
                .map(RegisteredMethod::kind)
                .collect(Collectors.toSet());
    }

    /**
     * One of the strongest of these kinds was shown, or one that signs in where none of them does. What a person only knows
     * is none.
     */
    private static boolean isStrong(Set<MethodKind> shown, Set<MethodKind> kinds, SecurityInfo info, Instant now) {
        Set<MethodKind> held = kinds.stream()
                .filter(kind -> !kind.equals(MethodKind.QUESTIONS))
                .collect(Collectors.toSet());
        Set<MethodKind> needed = held.stream().filter(SIGN_IN::contains).collect(Collectors.toSet());
        if (needed.isEmpty()) {
            needed.addAll(held);
            info.where(one -> one.proves(now) && SIGN_IN.contains(one.kind())).forEach(one -> needed.add(one.kind()));
        }
        return held.isEmpty() || shown.stream().anyMatch(needed::contains);
    }

    /** A set is about to be stored. */
    void storing(ExplorePerson person, SecurityInfo next) {
        SecurityInfo old = person.info;
        person.counted(host.sim.now());
        Set<String> added = new TreeSet<>();
        for (RegisteredMethod one : next.methods()) {
            Optional<RegisteredMethod> was = old.method(one.id());
            boolean same = was.filter(it -> it.state() == one.state() || one.state() != RegisteredMethod.State.VERIFIED)
                    .filter(it -> (it.countsFrom().equals(one.countsFrom()) || isDeferred(it, one))
                            && (one.destination().isEmpty() || it.destination().equals(one.destination())))
                    .isPresent();
            if (!same) {
                added.add(one.id());
            }
        }
        Set<String> removed = new TreeSet<>();
        old.methods().stream()
                .map(RegisteredMethod::id)
                .filter(id -> next.method(id).isEmpty())
                .forEach(removed::add);
        switch (host.turn().call) {
            case RESET -> unless(added.isEmpty() && removed.isEmpty(), "P14", "a reset changes what is registered");
            case SWEEP -> unless(added.isEmpty() && removed.isEmpty(), "P11", "a sweeper changes what is registered");
            case HOST -> {
                unless(added.isEmpty(), "P14", "the host's call registers something");
                host.sim.banned.addAll(removed);
                old.revertible().stream()
                        .flatMap(one -> one.before().stream())
                        .filter(one -> SIGN_IN.contains(one.kind()))
                        .forEach(one -> host.sim.banned.add(one.id()));
            }
            case UNDO -> undone(person, next, added, removed);
            case REGISTER -> {
                if (!added.isEmpty() || !removed.isEmpty()) {
                    changed(person, next, added, removed);
                }
            }
        }
        boolean anew = host.turn().call == ExploreTurn.Call.UNDO || host.turn().call == ExploreTurn.Call.HOST;
        if (host.turn().call != ExploreTurn.Call.RESET && host.turn().call != ExploreTurn.Call.SWEEP) {
            Set<MethodKind> kept = person.counted.stream()
                    .filter(kind -> host.turn().call == ExploreTurn.Call.UNDO)
                    .filter(kind -> old.where(one -> one.kind().equals(kind)).stream()
                            .allMatch(one -> host.sim.now().isBefore(one.countsFrom())))
                    .collect(Collectors.toSet());
            person.counted.removeIf(kind -> !kept.contains(kind)
                    && next.where(one -> one.kind().equals(kind) && one.state() != RegisteredMethod.State.GIVEN)
                            .isEmpty());
        }
        // Who has nothing left, by an undo or by the host, begins again.
        person.held = !next.methods().isEmpty() || (person.held && !anew);
    }

    /** A reset may let a method wait longer that does not count yet. */
    private boolean isDeferred(RegisteredMethod was, RegisteredMethod one) {
        return host.turn().call == ExploreTurn.Call.RESET
                && host.sim.now().isBefore(was.countsFrom())
                && was.countsFrom().isBefore(one.countsFrom());
    }

    private void changed(ExplorePerson person, SecurityInfo next, Set<String> added, Set<String> removed) {
        ExploreTurn turn = host.turn();
        ExploreFlow flow = host.current();
        MethodChange methodChange = flow.state
                .filter(Saving.class::isInstance)
                .map(it -> ((Saving) it).methodChange())
                .orElseThrow(() -> new dev.sspr.internal.verification.ExploreBroken(
                        "P7", "a registration stores that is not saving"));
        Set<String> come = new HashSet<>();
        methodChange.comes().ifPresent(one -> come.add(one.id()));
        Set<String> go = new HashSet<>();
        methodChange.goes().ifPresent(go::add);
        unless(come.containsAll(added) && go.containsAll(removed), "P3", "another method changes than was decided");
        unless(!host.sim.stored.contains(methodChange.id()), "P6", "one change is stored twice");
        unless(
                turn.began.isBefore(flow.state.orElseThrow().header().deadline()),
                "P7",
                "a change is stored after the deadline");
        unless(
                turn.account.filter(it -> it.status().usable()).isPresent(),
                "P5",
                "a change of an account unseen or unusable");
        unless(
                turn.account.orElseThrow().generation().equals(flow.generation),
                "P1",
                "a change is stored after the credentials changed");
        Instant now = host.sim.now();
        Set<MethodKind> proving = proving(person.info, now);
        unless(isStrong(flow.shown, proving, person.info, now), "P2", "a change is made by too weak a sign-in");
        unless(
                isStrong(flow.shown, person.counted, person.info, now),
                "P17",
                "a change is made without what ever counted");
        Set<String> before = person
                .info
                .where(one -> removed.contains(one.id())
                        && one.addedAt()
                                .isBefore(person.firstReset
                                        .orElse(now)
                                        .minus(HoldPolicy.standard().lately())))
                .stream()
                .map(RegisteredMethod::id)
                .collect(Collectors.toSet());
        unless(!person.isHeld(now) || before.isEmpty(), "P18", "a hold lets go what was there before");
        kept(person, next, methodChange);
        host.sim.stored.add(methodChange.id());
        host.sim.changes++;
        come.forEach(host.sim.banned::remove);
        flow.shown.add(methodChange.kind());
        owe(person, next, methodChange.id(), methodChange.comes().flatMap(RegisteredMethod::destination));
    }

    /** Limits, quarantine, the last method, and the way back. */
    private void kept(ExplorePerson person, SecurityInfo next, MethodChange methodChange) {
        Instant now = host.sim.now();
        unless(
                next.of(methodChange.kind()).size() <= host.policy.most(methodChange.kind()),
                "P4",
                "more methods of a kind than an account may hold");
        methodChange.comes().flatMap(one -> next.method(one.id())).ifPresent(one -> {
            boolean waits = !one.countsFrom().isBefore(now.plus(ExploreHost.QUARANTINE));
            unless(waits || !person.held, "P1", "a method counts at once that is not the first ever");
        });
        unless(
                methodChange.comes().isPresent() || !resets(person.info, now) || resets(next, now),
                "P14",
                "the last method that a reset takes is removed");
        boolean back = next.revertible(methodChange.id())
                .filter(one -> !one.until().isBefore(now.plus(DAY)))
                .isPresent();
        unless(back, "P12", "a change cannot be taken back for a day");
    }

    /** Whether a reset is possible when all counts: a mailbox first, enough kinds, and a second factor if there is one. */
    private boolean resets(SecurityInfo info, Instant now) {
        Set<MethodKind> able = info.where(one -> one.proves(now)).stream()
                .map(RegisteredMethod::kind)
                .collect(Collectors.toSet());
        boolean demanded = info.methods().stream()
                .anyMatch(one -> SIGN_IN.contains(one.kind()) && one.state() != RegisteredMethod.State.GIVEN);
        return able.contains(MethodKind.EMAIL_CODE)
                && able.size() >= host.config.proofs()
                && (!demanded || able.stream().anyMatch(SIGN_IN::contains));
    }

    private void undone(ExplorePerson person, SecurityInfo next, Set<String> added, Set<String> removed) {
        Digest id = host.turn().undoing.orElseThrow();
        Optional<RevertibleChange> known = person.info.revertible(id);
        unless(
                known.filter(one -> host.sim.now().isBefore(one.until())).isPresent(),
                "P7",
                "a change is taken back that stands");
        RevertibleChange change = known.orElseThrow();
        Set<String> back =
                change.before().map(RegisteredMethod::id).map(Set::of).orElse(Set.of());
        Set<String> away = change.after().map(Set::of).orElse(Set.of());
        unless(back.containsAll(added) && away.containsAll(removed), "P3", "another method changes than is taken back");
        host.sim.banned.addAll(away);
        host.sim.banned.removeAll(back.stream().filter(away::contains).toList());
        unless(added.stream().noneMatch(host.sim.banned::contains), "P9", "a method that was given up is back");
        host.sim.changes++;
        person.owesRevocation = !host.turn().revoked;
        host.sim.owed.remove(id);
        // Whoever came by what is taken back has no part in the account any more.
        Stream.concat(
                        person.info.methods().stream(),
                        person.info.revertible().stream().flatMap(one -> one.before().stream()))
                .filter(one -> away.contains(one.id()))
                .flatMap(one -> one.destination().stream())
                .forEach(it -> host.sim.owed.values().forEach(all -> all.remove(it.address())));
        owe(person, next, id, Optional.empty());
    }

    /** P12: every address but the one that has just come is to be told. */
    private void owe(ExplorePerson person, SecurityInfo next, Digest change, Optional<Destination> own) {
        Set<String> to = new TreeSet<>();
        to.add(person.given.address());
        Stream.of(person.info, next)
                .flatMap(info -> info.where(one -> one.state() == RegisteredMethod.State.VERIFIED).stream())
                .flatMap(one -> one.destination().stream())
                .forEach(it -> to.add(it.address()));
        own.ifPresent(it -> to.remove(it.address()));
        if (host.turn().call == ExploreTurn.Call.UNDO) {
            // Whoever was added by what is undone has no part in it any more.
            person.info.where(one -> next.method(one.id()).isEmpty()).stream()
                    .flatMap(one -> one.destination().stream())
                    .forEach(it -> to.remove(it.address()));
        }
        host.sim.owed.put(change, to);
    }

    /** Whether an address may take a change back: the host's own, or one that counts now or did until a recent change. */
    boolean counted(String to) {
        return Stream.of(host.sim.victim, host.sim.other)
                .anyMatch(person -> person.given.address().equals(to)
                        || Stream.concat(
                                        person.info.methods().stream(),
                                        person.info.revertible().stream().flatMap(one -> one.before().stream()))
                                .filter(one -> one.provesReset(host.sim.now()))
                                .anyMatch(one -> one.destination()
                                        .filter(it -> it.address().equals(to))
                                        .isPresent()));
    }
}
