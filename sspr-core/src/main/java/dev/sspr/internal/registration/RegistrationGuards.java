package dev.sspr.internal.registration;

import dev.sspr.internal.secret.KeyedDigest;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.policy.Limits;
import dev.sspr.policy.MethodCapabilities;
import dev.sspr.policy.MethodCapabilities.Capability;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.Account;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every guard of a registration, each one method. A test replaces them one by one and expects the hole to be found. */
public class RegistrationGuards {
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
    private final MethodCapabilities uses;
    private final Limits limits;

    public RegistrationGuards(RegistrationPolicy policy, MethodCapabilities uses, Limits limits) {
        this.policy = policy;
        this.uses = uses;
        this.limits = limits;
    }

    public RegistrationPolicy policy() {
        return policy;
    }

    Limits limits() {
        return limits;
    }

    /** R-TOK-9: nothing moves at the deadline or later. */
    boolean live(RegistrationHeader header, Instant now) {
        return now.isBefore(header.deadline());
    }

    /** R-REG-5: the browser's secret fits. */
    boolean sameBrowser(RegistrationHeader header, Digest handle) {
        return KeyedDigest.same(header.handle(), handle);
    }

    /** R-REG-1, CMB-09: the sign-in is recent, and not in the future. */
    boolean recent(SignInEvidence signIn, Instant now) {
        return !signIn.at().isAfter(now.plus(SKEW)) && now.isBefore(signIn.at().plus(policy.freshness()));
    }

    /** R-FLOW-7: the account may use self-service now. */
    boolean usable(Account account) {
        return account.status().usable();
    }

    /** R-TOK-7: nothing about the account's credentials has changed since security info was opened. */
    boolean sameGeneration(RegistrationHeader header, Account account) {
        return header.generation().equals(account.generation());
    }

    /**
     * R-REG-1, CMB-08: which kinds must be part of the sign-in: one that signs in, if the account holds any, else one of
     * whatever it holds. What an administrator put in place, or failures disabled, proves nobody.
     */
    Set<MethodKind> demanded(SecurityInfo info, Set<MethodKind> heldElsewhere, Instant now) {
        Set<MethodKind> held = info.where(one -> one.proves(now)).stream()
                .map(RegisteredMethod::kind)
                .collect(Collectors.toSet());
        held.addAll(heldElsewhere);
        held.removeAll(NO_SIGN_IN);
        Set<MethodKind> strong = held.stream()
                .filter(kind -> uses.allows(kind, Capability.SIGN_IN))
                .collect(Collectors.toSet());
        return strong.isEmpty() ? held : strong;
    }

    /** R-REG-1: the sign-in used one of them, or a pass of the help desk's. */
    boolean strongEnough(Set<MethodKind> shown, Set<MethodKind> demanded) {
        return demanded.isEmpty() || shown.stream().anyMatch(demanded::contains) || withPass(shown);
    }

    /** R-REG-1: the same when a change is stored: another registration may have added a method meanwhile. */
    boolean stillStrongEnough(RegistrationHeader header, Set<MethodKind> demanded) {
        return strongEnough(header.shown(), demanded);
    }

    /** R-REG-2: a password alone registers a first method only while the account is new. */
    boolean mayBeFirst(SignInEvidence signIn, Instant now) {
        return withPass(signIn.methods())
                || !signIn.methods().isEmpty()
                || now.isBefore(signIn.accountCreatedAt().plus(policy.firstWindow()));
    }

    private boolean withPass(Set<MethodKind> shown) {
        return shown.contains(MethodKind.ACCESS_PASS) && uses.allows(MethodKind.ACCESS_PASS, Capability.REGISTER);
    }

    /** R-TOTP-5, R-REG-3: the enrolment can still be confirmed. */
    boolean fresh(EnrolmentInProgress inProgress, Instant now) {
        return now.isBefore(inProgress.expiresAt());
    }

    /** R-RATE-1: a try is left. */
    boolean triesLeft(int tries) {
        return tries < limits.guessesPerMethod();
    }

    int left(int tries) {
        return Math.max(0, limits.guessesPerMethod() - tries);
    }

    /** R-REG-6: the response was paid for the very enrolment that is under way. */
    boolean sameTask(EnrolmentInProgress inProgress, EnrolmentInProgress paid) {
        return inProgress.id().equals(paid.id());
    }

    Instant nextSend(Instant now) {
        return now.plus(limits.sendGap());
    }

    /** CMB-04: the account may hold one more of this kind. */
    boolean room(SecurityInfo info, MethodKind kind) {
        return info.where(one -> one.kind().equals(kind) && one.state() != RegisteredMethod.State.GIVEN)
                        .size()
                < policy.most(kind);
    }

    /**
     * R-REG-4: from when a method that is added now proves a reset; the first ever does not wait. While others can still be
     * brought back, it is not the first.
     */
    Instant countsFrom(SecurityInfo info, Instant now) {
        boolean first = info.where(one -> one.state() != RegisteredMethod.State.GIVEN
                                && !one.kind().equals(MethodKind.ACCESS_PASS))
                        .isEmpty()
                && info.revertible().stream().noneMatch(one -> now.isBefore(one.until()));
        return first ? now : now.plus(policy.quarantine());
    }

    /** R-REG-4: an address that does not prove a reset yet takes no change back either. */
    boolean takesBack(RegisteredMethod method, Instant now) {
        return method.provesReset(now);
    }

    /** R-REG-7: one more change would push nobody's undo out. */
    boolean leavesEveryUndo(SecurityInfo info, Instant now) {
        return info.revertible().stream()
                        .filter(one -> now.isBefore(one.until()))
                        .count()
                < SecurityInfo.MOST_REVERTIBLE;
    }

    /** R-SESS-4: what the help desk has ended stays so, also where a change was being stored and could not be ended. */
    boolean outlasts(RegistrationHeader header, SecurityInfo info) {
        Instant begun = header.deadline().minus(policy.sessionLife());
        return info.record().ended().filter(at -> at.isAfter(begun)).isEmpty();
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
        return (int) info.where(one -> one.proves(now) && uses.allows(one.kind(), Capability.RESET)).stream()
                .map(RegisteredMethod::kind)
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
