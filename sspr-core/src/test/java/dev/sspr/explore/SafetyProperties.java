package dev.sspr.explore;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.explore.ExploredWorld.Owed;
import dev.sspr.explore.ExploredWorld.Session;
import dev.sspr.explore.HeldFlow.Shown;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verification.ExploreBroken;
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
final class SafetyProperties {
    /** Whether an adapter fails or a node dies in the call under way: then nobody promises its last event. */
    boolean faulty;

    private final ExploredHost exploredHost;

    SafetyProperties(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    /** A password is about to be set. */
    void write() {
        CallInProgress callInProgress = exploredHost.callInProgress();
        HeldFlow heldFlow = deedOf(Set.of(CallKind.RESET, CallKind.CHANGE), "a password is set");
        boolean off = callInProgress.off && exploredHost.info().record().off().isPresent();
        unless(
                exploredHost.exploredWorld.status.usable() && !off,
                "P5",
                "a password is set for an account that may not");
        if (heldFlow.callKind == CallKind.CHANGE) {
            unless(callInProgress.typedRight, "P1", "a password is changed without the current one");
            unless(heldFlow.epoch == exploredHost.exploredWorld.epoch, "P1", "a change outlives another new password");
        }
        done(heldFlow, "password.changed");
        List<Session> old = List.copyOf(exploredHost.exploredWorld.sessions);
        exploredHost.exploredWorld.sessions.clear();
        old.forEach(one -> exploredHost.exploredWorld.sessions.add(
                new Session(one.actor(), one.issuedAt(), one.methods(), one.epoch(), true)));
        exploredHost.exploredWorld.epoch++;
    }

    /** A lock is about to be lifted by itself. */
    void unlock(boolean locked) {
        unless(
                locked && exploredHost.exploredWorld.status == AccountStatus.LOCKED,
                "P14",
                "an unlock switches an account on");
        if (exploredHost.callInProgress().callKind != CallKind.DESK) {
            done(deedOf(Set.of(CallKind.UNLOCK), "a lock is lifted"), "account.unlocked");
        }
    }

    /** What a deed takes, whatever it is: a flow of its own, once, with proofs made in it by who does it. */
    private HeldFlow deedOf(Set<CallKind> calls, String what) {
        CallInProgress callInProgress = exploredHost.callInProgress();
        unless(calls.contains(callInProgress.callKind), "P14", what + " by a call for " + callInProgress.callKind);
        Optional<HeldFlow> found = callInProgress.flow.flatMap(exploredHost.exploredWorld::held);
        unless(found.isPresent(), "P7", what + " by a flow that nobody holds");
        HeldFlow heldFlow = found.orElseThrow();
        unless(heldFlow.writes == 0, "P6", what + " twice by one flow");
        unless(!heldFlow.over, "P7", what + " by a flow whose owner objected");
        unless(heldFlow.actor == callInProgress.actor, "P2", what + " by who does not hold the flow");
        if (heldFlow.callKind == CallKind.CHANGE) {
            unless(stillOpen(heldFlow.ends), "R-SESS-4", what + " by a change that the help desk has ended");
        } else {
            proven(heldFlow, what);
        }
        return heldFlow;
    }

    private void proven(HeldFlow heldFlow, String what) {
        CallInProgress callInProgress = exploredHost.callInProgress();
        Set<String> counting = callInProgress.counting;
        List<Shown> now = heldFlow.shown.stream()
                .filter(one -> one.epoch() == exploredHost.exploredWorld.epoch && counting.contains(one.to()))
                .toList();
        Set<MethodKind> kinds = now.stream().map(Shown::kind).collect(Collectors.toSet());
        unless(kinds.size() >= exploredHost.explorationRun.proofs(), "P1", what + " with " + kinds.size() + " proofs");
        boolean second = !callInProgress.phone || kinds.contains(MethodKind.SMS_CODE);
        unless(second, "P1", what + " without the second factor");
        unless(
                now.stream().allMatch(one -> one.by() == callInProgress.actor),
                "P2",
                what + " with somebody else's proofs");
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
        return since == exploredHost.callInProgress().ends || exploredHost.callInProgress().doubtful;
    }

    /** R-NOT-7: everybody is told but who carried the proofs. */
    private void done(HeldFlow heldFlow, String template) {
        List<String> through = heldFlow.shown.stream().map(Shown::to).toList();
        heldFlow.writes++;
        for (String to : addresses()) {
            if (!through.contains(to)) {
                exploredHost.exploredWorld.owed.add(new Owed(template, to, heldFlow.id));
            }
        }
    }

    /** Everywhere the owner can be told something. */
    private Set<String> addresses() {
        Set<String> all = new HashSet<>(Set.of(ExploredWorld.MAIL.address()));
        exploredHost.info().where(one -> one.state() == RegisteredMethod.State.VERIFIED).stream()
                .flatMap(one -> one.destination().stream())
                .forEach(to -> all.add(to.address()));
        return all;
    }

    /** Security info is about to be stored. */
    void storing(SecurityInfo before, SecurityInfo after) {
        CallInProgress callInProgress = exploredHost.callInProgress();
        Set<String> old = ids(before);
        Set<String> next = ids(after);
        if (old.equals(next) || callInProgress.callKind == CallKind.DESK || callInProgress.callKind == CallKind.UNDO) {
            return;
        }
        unless(
                callInProgress.callKind == CallKind.REGISTER,
                "P14",
                "methods change by a call for " + callInProgress.callKind);
        HeldFlow heldFlow = callInProgress
                .flow
                .flatMap(exploredHost.exploredWorld::held)
                .orElseThrow(() -> new ExploreBroken("P7", "nobody holds it"));
        unless(heldFlow.actor == callInProgress.actor, "P2", "methods change by who does not hold the flow");
        unless(heldFlow.epoch == callInProgress.epoch, "P1", "a registration outlives a new password");
        unless(stillOpen(heldFlow.ends), "R-SESS-4", "a registration outlives the help desk's ending it");
        boolean weak = heldFlow.signIn.isEmpty() && before.methods().stream().anyMatch(SafetyProperties::proves);
        unless(!weak, "P2", "methods change by a password alone");
        for (RegisteredMethod method : after.methods()) {
            if (!old.contains(method.id()) && !method.kind().equals(MethodKind.ACCESS_PASS)) {
                String to = method.destination().orElseThrow().address();
                unless(
                        heldFlow.shown.stream().anyMatch(one -> one.to().equals(to)),
                        "P10",
                        "an address is registered that was not proven in it");
            }
        }
    }

    private static boolean proves(RegisteredMethod method) {
        return method.state() == RegisteredMethod.State.VERIFIED
                && !method.kind().equals(MethodKind.ACCESS_PASS);
    }

    /** Passes come and go with the help desk and with their use. */
    private static Set<String> ids(SecurityInfo info) {
        return info.where(one -> !one.kind().equals(MethodKind.ACCESS_PASS)).stream()
                .map(RegisteredMethod::id)
                .collect(Collectors.toSet());
    }

    /** A call has come back, or not. */
    void after(Action action) {
        if (action.callKind() == CallKind.DESK && !faulty) {
            long noted = exploredHost.callInProgress().noted.stream()
                    .filter(one -> one == AuditType.HELP_DESK_ACTED || one == AuditType.HELP_DESK_REFUSED)
                    .count();
            unless(noted == 1, "R-ADM-5", action.name() + " is audited " + noted + " times");
        }
    }

    /** P12: all that must follow has followed. */
    void settled() {
        List<Owed> left = new ArrayList<>(exploredHost.exploredWorld.owed);
        left.removeIf(one -> !addresses().contains(one.to()));
        unless(
                left.isEmpty(),
                "P12",
                "nobody tells " + left.stream().map(Owed::to).toList());
        boolean stale = exploredHost.exploredWorld.sessions.stream().anyMatch(Session::stale);
        unless(!stale, "P12", "a session from before a new password lives on");
    }

    boolean owes() {
        return !exploredHost.exploredWorld.owed.isEmpty()
                || exploredHost.exploredWorld.sessions.stream().anyMatch(Session::stale);
    }
}
