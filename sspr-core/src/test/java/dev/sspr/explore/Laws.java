package dev.sspr.explore;

import static dev.sspr.internal.proof.ExploreBroken.unless;

import dev.sspr.explore.Held.Shown;
import dev.sspr.explore.Sim.Owed;
import dev.sspr.explore.Sim.Session;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.proof.ExploreBroken;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds in every step, judged at the adapters by what is true, not by what the library believes. */
final class Laws {
    /** Whether an adapter fails or a node dies in the call under way: then nobody promises its last event. */
    boolean faulty;

    private final Host host;

    Laws(Host host) {
        this.host = host;
    }

    /** A password is about to be set. */
    void write() {
        Turn turn = host.turn();
        Held held = deedOf(Set.of(Call.RESET, Call.CHANGE), "a password is set");
        boolean off = turn.off && host.info().standing().off().isPresent();
        unless(host.sim.status.usable() && !off, "P5", "a password is set for an account that may not");
        if (held.call == Call.CHANGE) {
            unless(turn.typedRight, "P1", "a password is changed without the current one");
            unless(held.epoch == host.sim.epoch, "P1", "a change outlives another new password");
        }
        done(held, "password.changed");
        List<Session> old = List.copyOf(host.sim.sessions);
        host.sim.sessions.clear();
        old.forEach(
                one -> host.sim.sessions.add(new Session(one.who(), one.issuedAt(), one.methods(), one.epoch(), true)));
        host.sim.epoch++;
    }

    /** A lock is about to be lifted by itself. */
    void unlock(boolean locked) {
        unless(locked && host.sim.status == AccountStatus.LOCKED, "P14", "an unlock switches an account on");
        if (host.turn().call != Call.DESK) {
            done(deedOf(Set.of(Call.UNLOCK), "a lock is lifted"), "account.unlocked");
        }
    }

    /** What a deed takes, whatever it is: a flow of its own, once, with proofs made in it by who does it. */
    private Held deedOf(Set<Call> calls, String what) {
        Turn turn = host.turn();
        unless(calls.contains(turn.call), "P14", what + " by a call for " + turn.call);
        Optional<Held> found = turn.flow.flatMap(host.sim::held);
        unless(found.isPresent(), "P7", what + " by a flow that nobody holds");
        Held held = found.orElseThrow();
        unless(held.writes == 0, "P6", what + " twice by one flow");
        unless(!held.over, "P7", what + " by a flow whose owner objected");
        unless(held.who == turn.who, "P2", what + " by who does not hold the flow");
        if (held.call == Call.CHANGE) {
            unless(stillOpen(held.ends), "R-SESS-4", what + " by a change that the help desk has ended");
        } else {
            proven(held, what);
        }
        return held;
    }

    private void proven(Held held, String what) {
        Turn turn = host.turn();
        Set<String> counting = turn.counting;
        List<Shown> now = held.shown.stream()
                .filter(one -> one.epoch() == host.sim.epoch && counting.contains(one.to()))
                .toList();
        Set<MethodKind> kinds = now.stream().map(Shown::kind).collect(Collectors.toSet());
        unless(kinds.size() >= host.run.proofs(), "P1", what + " with " + kinds.size() + " proofs");
        boolean second = !counting.contains(Sim.PHONE.address()) || kinds.contains(MethodKind.SMS_CODE);
        unless(second, "P1", what + " without the second factor");
        unless(now.stream().allMatch(one -> one.by() == turn.who), "P2", what + " with somebody else's proofs");
        unless(
                now.stream().allMatch(one -> stillOpen(one.ends())),
                "R-SESS-4",
                what + " by proofs from before the help desk ended everything");
    }

    /**
     * Whether the help desk has not ended it since. A flow whose write is in doubt cannot be ended at once: what must follow
     * the write, should it have landed, must not be lost. It is known by its time, so one that began in the same moment
     * may go on where nothing was written.
     */
    private boolean stillOpen(int since) {
        return since == host.turn().ends || host.turn().doubtful;
    }

    /** R-NOT-7: everybody is told but who carried the proofs. */
    private void done(Held held, String template) {
        List<String> through = held.shown.stream().map(Shown::to).toList();
        held.writes++;
        host.sim.wrong = 0;
        for (String to : addresses()) {
            if (!through.contains(to)) {
                host.sim.owed.add(new Owed(template, to, held.id));
            }
        }
    }

    /** Everywhere the owner can be told something. */
    private Set<String> addresses() {
        Set<String> all = new HashSet<>(Set.of(Sim.MAIL.address()));
        host.info().where(one -> one.state() == Entry.State.VERIFIED).stream()
                .flatMap(one -> one.destination().stream())
                .forEach(to -> all.add(to.address()));
        return all;
    }

    /** Security info is about to be stored. */
    void storing(SecurityInfo before, SecurityInfo after) {
        Turn turn = host.turn();
        Set<String> old = ids(before);
        Set<String> next = ids(after);
        if (old.equals(next) || turn.call == Call.DESK || turn.call == Call.UNDO) {
            return;
        }
        unless(turn.call == Call.REGISTER, "P14", "methods change by a call for " + turn.call);
        Held held = turn.flow.flatMap(host.sim::held).orElseThrow(() -> new ExploreBroken("P7", "nobody holds it"));
        unless(held.who == turn.who, "P2", "methods change by who does not hold the flow");
        unless(held.epoch == turn.epoch, "P1", "a registration outlives a new password");
        unless(stillOpen(held.ends), "R-SESS-4", "a registration outlives the help desk's ending it");
        boolean weak = held.signIn.isEmpty() && before.entries().stream().anyMatch(Laws::proves);
        unless(!weak, "P2", "methods change by a password alone");
        for (Entry entry : after.entries()) {
            if (!old.contains(entry.id()) && !entry.kind().equals(MethodKind.ACCESS_PASS)) {
                String to = entry.destination().orElseThrow().address();
                unless(
                        held.shown.stream().anyMatch(one -> one.to().equals(to)),
                        "P10",
                        "an address is registered that was not proven in it");
            }
        }
    }

    private static boolean proves(Entry entry) {
        return entry.state() == Entry.State.VERIFIED && !entry.kind().equals(MethodKind.ACCESS_PASS);
    }

    /** Passes come and go with the help desk and with their use. */
    private static Set<String> ids(SecurityInfo info) {
        return info.where(one -> !one.kind().equals(MethodKind.ACCESS_PASS)).stream()
                .map(Entry::id)
                .collect(Collectors.toSet());
    }

    /** P4: comparisons of codes that did not pass stay within the account's budget. */
    void wrongCode() {
        host.sim.wrong++;
        unless(host.sim.wrong <= Numbers.GUESSES, "P4", "more wrong codes are looked at than the budget has");
    }

    /** A call has come back, or not. */
    void after(Act act) {
        if (act.call() == Call.DESK && !faulty) {
            long noted = host.turn().noted.stream()
                    .filter(one -> one == AuditType.HELP_DESK_ACTED || one == AuditType.HELP_DESK_REFUSED)
                    .count();
            unless(noted == 1, "R-ADM-5", act.name() + " is audited " + noted + " times");
        }
    }

    /** P12: all that must follow has followed. */
    void settled() {
        List<Owed> left = new ArrayList<>(host.sim.owed);
        left.removeIf(one -> !addresses().contains(one.to()));
        unless(
                left.isEmpty(),
                "P12",
                "nobody tells " + left.stream().map(Owed::to).toList());
        boolean stale = host.sim.sessions.stream().anyMatch(Session::stale);
        unless(!stale, "P12", "a session from before a new password lives on");
    }

    boolean owes() {
        return !host.sim.owed.isEmpty() || host.sim.sessions.stream().anyMatch(Session::stale);
    }
}
