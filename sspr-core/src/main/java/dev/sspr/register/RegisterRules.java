package dev.sspr.register;

import dev.sspr.flow.Limits;
import dev.sspr.flow.MethodUse;
import dev.sspr.flow.MethodUses;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.secret.KeyedDigest;
import dev.sspr.spi.Account;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every guard of a registration, each one method. A test replaces them one by one and expects the hole to be found. */
class RegisterRules {
    /** How long a write may take before somebody else looks whether it was made. */
    static final Duration WRITE_LEASE = Duration.ofSeconds(60);
    /** Clocks of the host's nodes may differ by this much. */
    private static final Duration SKEW = Duration.ofSeconds(2);
    /** A change can be undone for this long at least, where new methods do not wait. */
    private static final Duration LEAST_UNDO = Duration.ofHours(24);

    /** Kinds that no sign-in asks for: what a person falls back on, or is handed for once. */
    private static final Set<MethodKind> NO_SIGN_IN =
            Set.of(MethodKind.RECOVERY_CODE, MethodKind.QUESTIONS, MethodKind.ACCESS_PASS);

    private final RegistrationPolicy policy;
    private final MethodUses uses;
    private final Limits limits;

    RegisterRules(RegistrationPolicy policy, MethodUses uses, Limits limits) {
        this.policy = policy;
        this.uses = uses;
        this.limits = limits;
    }

    RegistrationPolicy policy() {
        return policy;
    }

    Limits limits() {
        return limits;
    }

    /** R-TOK-9: nothing moves at the deadline or later. */
    boolean live(Ticket ticket, Instant now) {
        return now.isBefore(ticket.deadline());
    }

    /** R-REG-5: the browser's secret fits. */
    boolean sameBrowser(Ticket ticket, Digest handle) {
        return KeyedDigest.same(ticket.handle(), handle);
    }

    /** R-REG-1, CMB-09: the sign-in is recent, and not in the future. */
    boolean recent(SignInStatement signIn, Instant now) {
        return !signIn.at().isAfter(now.plus(SKEW)) && now.isBefore(signIn.at().plus(policy.freshness()));
    }

    /** R-FLOW-7: the account may use self-service now. */
    boolean usable(Account account) {
        return account.status().usable();
    }

    /** R-TOK-7: nothing about the account's credentials has changed since security info was opened. */
    boolean sameGeneration(Ticket ticket, Account account) {
        return ticket.generation().equals(account.generation());
    }

    /**
     * R-REG-1, CMB-08: which kinds must be part of the sign-in: one that signs in, if the account holds any, else one of
     * whatever it holds. What an administrator put in place, or failures disabled, proves nobody.
     */
    Set<MethodKind> demanded(SecurityInfo info, Set<MethodKind> heldElsewhere, Instant now) {
        Set<MethodKind> held =
                info.where(one -> one.proves(now)).stream().map(Entry::kind).collect(Collectors.toSet());
        held.addAll(heldElsewhere);
        held.removeAll(NO_SIGN_IN);
        Set<MethodKind> strong = held.stream()
                .filter(kind -> uses.allows(kind, MethodUse.SIGN_IN))
                .collect(Collectors.toSet());
        return strong.isEmpty() ? held : strong;
    }

    /** R-REG-1: the sign-in used one of them, or a pass of the help desk's. */
    boolean strongEnough(Set<MethodKind> shown, Set<MethodKind> demanded) {
        return demanded.isEmpty() || shown.stream().anyMatch(demanded::contains) || withPass(shown);
    }

    /** R-REG-1: the same when a change is stored: another registration may have added a method meanwhile. */
    boolean stillStrongEnough(Ticket ticket, Set<MethodKind> demanded) {
        return strongEnough(ticket.shown(), demanded);
    }

    /** R-REG-2: a password alone registers a first method only while the account is new. */
    boolean mayBeFirst(SignInStatement signIn, Instant now) {
        return withPass(signIn.methods())
                || !signIn.methods().isEmpty()
                || now.isBefore(signIn.accountCreatedAt().plus(policy.firstWindow()));
    }

    private boolean withPass(Set<MethodKind> shown) {
        return shown.contains(MethodKind.ACCESS_PASS) && uses.allows(MethodKind.ACCESS_PASS, MethodUse.REGISTER);
    }

    /** R-TOTP-5, R-REG-3: the enrolment can still be confirmed. */
    boolean fresh(Task task, Instant now) {
        return now.isBefore(task.expiresAt());
    }

    /** R-RATE-1: a try is left. */
    boolean triesLeft(int tries) {
        return tries < limits.guessesPerMethod();
    }

    int left(int tries) {
        return Math.max(0, limits.guessesPerMethod() - tries);
    }

    /** R-REG-6: the response was paid for the very enrolment that is under way. */
    boolean sameTask(Task task, Task paid) {
        return task.id().equals(paid.id());
    }

    Instant nextSend(Instant now) {
        return now.plus(limits.sendGap());
    }

    /** CMB-04: the account may hold one more of this kind. */
    boolean room(SecurityInfo info, MethodKind kind) {
        return info.where(one -> one.kind().equals(kind) && one.state() != Entry.State.GIVEN)
                        .size()
                < policy.most(kind);
    }

    /**
     * R-REG-4: from when a method that is added now proves a reset; the first ever does not wait. While others can still be
     * brought back, it is not the first.
     */
    Instant countsFrom(SecurityInfo info, Instant now) {
        boolean first = info.where(one ->
                                one.state() != Entry.State.GIVEN && !one.kind().equals(MethodKind.ACCESS_PASS))
                        .isEmpty()
                && info.undoable().stream().noneMatch(one -> now.isBefore(one.until()));
        return first ? now : now.plus(policy.quarantine());
    }

    /** R-REG-4: an address that does not prove a reset yet takes no change back either. */
    boolean takesBack(Entry entry, Instant now) {
        return entry.provesReset(now);
    }

    /** R-REG-7: one more change would push nobody's undo out. */
    boolean leavesEveryUndo(SecurityInfo info, Instant now) {
        return info.undoable().stream().filter(one -> now.isBefore(one.until())).count() < SecurityInfo.MOST_UNDOABLE;
    }

    /** R-SESS-4: what the help desk has ended stays so, also where a change was being stored and could not be ended. */
    boolean outlasts(Ticket ticket, SecurityInfo info) {
        Instant begun = ticket.deadline().minus(policy.sessionLife());
        return info.standing().ended().filter(at -> at.isAfter(begun)).isEmpty();
    }

    /** Until when a change can be undone. */
    Instant undoUntil(Instant now) {
        Duration quarantine = policy.quarantine();
        return now.plus(quarantine.compareTo(LEAST_UNDO) < 0 ? LEAST_UNDO : quarantine);
    }

    /** R-REG-7: without the method the account still holds what a reset takes, or it did not with it either. */
    boolean keepsEnough(SecurityInfo before, SecurityInfo after, int toReset, Instant now) {
        return counting(before, now) < toReset || counting(after, now) >= toReset;
    }

    /** How many kinds of method prove a reset, now or after their quarantine: two of one kind count once (GATE-12). */
    int counting(SecurityInfo info, Instant now) {
        return (int) info.where(one -> one.proves(now) && uses.allows(one.kind(), MethodUse.RESET)).stream()
                .map(Entry::kind)
                .distinct()
                .count();
    }

    /** The kinds that the account may enrol now, the strongest first. */
    List<MethodKind> mayAdd(SecurityInfo info, Set<MethodKind> carried) {
        return policy.kinds().stream()
                .filter(carried::contains)
                .filter(kind -> room(info, kind))
                .toList();
    }
}
