package dev.sspr.internal.registration;

import dev.sspr.internal.bounds.ClockSkew;
import dev.sspr.internal.secret.KeyedDigest;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.ResetHold;
import dev.sspr.internal.securityinfo.RevertibleChange;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verification.work.ResetCapability;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The guards of a registration, one method each. A test replaces them one by one and expects a failure. */
public class RegistrationGuards {
    /** The time after which another node checks whether a write was made. */
    static final Duration WRITE_LEASE = Duration.ofSeconds(60);
    /** The minimum time to undo a change if new methods have no quarantine. */
    private static final Duration LEAST_UNDO = Duration.ofHours(24);

    /** Kinds that no sign-in asks for. */
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

    StrongerProof strongerProof() {
        return new StrongerProof(uses);
    }

    /** R-TOK-9: the registration has not reached its deadline. */
    boolean live(RegistrationHeader header, Instant now) {
        return now.isBefore(header.deadline());
    }

    /** R-REG-5: the handle belongs to the browser that began. */
    boolean sameBrowser(RegistrationHeader header, Digest handle) {
        return KeyedDigest.same(header.handle(), handle);
    }

    /** R-REG-1, CMB-09: the sign-in is recent, and not in the future. */
    boolean recent(SignInEvidence signIn, Instant now) {
        return ClockSkew.recent(signIn.at(), policy.freshness(), now);
    }

    /** R-FLOW-7: the account may use self-service now. */
    boolean usable(Account account) {
        return account.status().usable();
    }

    /** R-TOK-7: the account's credentials are those of when security info was opened. */
    boolean sameGeneration(RegistrationHeader header, Account account) {
        return header.generation().equals(account.generation());
    }

    /**
     * R-REG-1, CMB-08, F2-S1: the sign-in must include one of these kinds: one that signs in, if the account holds any,
     * else any that it holds. A disabled method demands as before: failed recovery guesses do not disable a sign-in. A
     * method that has never counted demands nothing. If nothing that is demanded signs in, a method that does is as good.
     */
    DemandedKinds demanded(SecurityInfo info, DemandedKinds heldElsewhere, Instant now) {
        DemandedKinds held = info.demanded(now).and(heldElsewhere).only(kind -> !NO_SIGN_IN.contains(kind));
        DemandedKinds strong = held.only(kind -> uses.allows(kind, Capability.SIGN_IN));
        if (held.isEmpty() || !strong.isEmpty()) {
            return strong.isEmpty() ? strong : strong.and(sinceRecovery(info, now));
        }
        Set<MethodKind> better = info.where(one -> one.proves(now)).stream()
                .map(RegisteredMethod::kind)
                .filter(kind -> uses.allows(kind, Capability.SIGN_IN))
                .collect(Collectors.toUnmodifiableSet());
        return held.and(new DemandedKinds(better));
    }

    /** R-HOLD-2: after a recovery a new method serves a sign-in at once, because its owner has lost the old ones. */
    DemandedKinds sinceRecovery(SecurityInfo info, Instant now) {
        return new DemandedKinds(info.record().hold().stream()
                .flatMap(hold -> info.where(one -> one.proves(now) && hold.isNewSinceRecovery(one)).stream())
                .map(RegisteredMethod::kind)
                .filter(kind -> uses.allows(kind, Capability.SIGN_IN))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** R-REG-1: the sign-in used one of them, or an access pass. */
    boolean strongEnough(Set<MethodKind> shown, DemandedKinds demanded) {
        return demanded.metBy(shown) || withPass(shown);
    }

    /** R-REG-1: the same when a change is stored, because another registration may have added a method meanwhile. */
    boolean stillStrongEnough(RegistrationHeader header, DemandedKinds demanded) {
        return strongEnough(header.shown(), demanded);
    }

    /** R-REG-2: a password alone registers a first method only while the account is new. */
    boolean mayBeFirst(SignInEvidence signIn, Instant now) {
        return withPass(signIn.methods())
                || !signIn.methods().isEmpty()
                || ClockSkew.recent(signIn.accountCreatedAt(), policy.firstWindow(), now);
    }

    private boolean withPass(Set<MethodKind> shown) {
        return shown.contains(MethodKind.ACCESS_PASS) && uses.allows(MethodKind.ACCESS_PASS, Capability.REGISTER);
    }

    /** R-TOTP-5, R-REG-3: the enrolment can still be confirmed. */
    boolean fresh(EnrolmentInProgress inProgress, Instant now) {
        return now.isBefore(inProgress.expiresAt());
    }

    /** R-RATE-1: an attempt is left. */
    boolean triesLeft(int tries) {
        return tries < limits.guessesPerMethod();
    }

    int left(int tries) {
        return Math.max(0, limits.guessesPerMethod() - tries);
    }

    /** R-REG-6: the charged attempt belongs to the pending enrolment. */
    boolean sameTask(EnrolmentInProgress inProgress, EnrolmentInProgress paid) {
        return inProgress.id().equals(paid.id());
    }

    Instant nextSend(Instant now) {
        return now.plus(limits.sendGap());
    }

    /** CMB-04: the account may hold one more method of this kind. */
    boolean room(SecurityInfo info, MethodKind kind) {
        return info.where(one -> one.kind().equals(kind)
                                && one.state() != RegisteredMethod.State.GIVEN
                                && one.state() != RegisteredMethod.State.CLONED)
                        .size()
                < policy.most(kind);
    }

    /**
     * R-REG-4, F2-S7: from when a new method proves a reset. It does not wait if the account can prove nothing today: it
     * has registered nothing, an undo can restore nothing, and nothing proves it without a registration.
     */
    Instant countsFrom(SecurityInfo info, boolean provesWithoutRegistration, Instant now) {
        boolean first = !provesWithoutRegistration
                && info.where(one -> one.state() != RegisteredMethod.State.GIVEN
                                && !one.kind().equals(MethodKind.ACCESS_PASS))
                        .isEmpty()
                && info.revertible().stream().noneMatch(one -> now.isBefore(one.until()));
        Instant own = first ? now : now.plus(policy.quarantine());
        return endOfHold(info, now).filter(own::isBefore).orElse(own);
    }

    /** R-HOLD-2: in the hold after a reset, no new method proves a reset, not even the first one. */
    Optional<Instant> endOfHold(SecurityInfo info, Instant now) {
        return info.record().holdAt(now).map(ResetHold::until);
    }

    /**
     * R-HOLD-1: until when the hold after a reset refuses to take a method away, or the place of the default; empty if it may
     * go now.
     */
    Optional<Instant> heldUntil(
            RegistrationHeader header,
            SecurityInfo info,
            Optional<RegisteredMethod> goes,
            Optional<RegisteredMethod> comes,
            Instant now) {
        return info.record()
                .holdAt(now)
                .filter(hold -> !header.outranksHold()
                        && goes.filter(method -> !hold.mayLose(
                                        info, method, comes.map(one -> info.demanding(one, now)).stream()))
                                .isPresent())
                .map(ResetHold::until);
    }

    /** R-HOLD-1: an undo takes nothing away that was there before; what was added lately may go. */
    boolean mayUndoInHold(SecurityInfo info, RevertibleChange change, Instant now) {
        return info.record()
                .holdAt(now)
                .flatMap(hold -> change.after().flatMap(info::method).filter(method -> !hold.isLatelyAdded(method)))
                .isEmpty();
    }

    /**
     * R-HOLD-1: the sign-in used an access pass of the help desk, or a phishing-resistant method that was there before. The
     * evidence names only a kind, so no method of that kind may have been added lately, nor one have gone since the sign-in.
     */
    boolean outranksHold(
            SignInEvidence signIn, SecurityInfo info, DemandedKinds elsewhere, Set<MethodKind> resistant, Instant now) {
        Optional<ResetHold> hold = info.record().holdAt(now);
        if (hold.isEmpty() || withPass(signIn.methods())) {
            return hold.isPresent();
        }
        boolean since = signIn.at().isAfter(hold.get().signInsFrom().plus(ClockSkew.MOST));
        return since
                && signIn.methods().stream()
                        .filter(resistant::contains)
                        .anyMatch(kind -> isOfBefore(kind, info, elsewhere, hold.get(), now));
    }

    private static boolean isOfBefore(
            MethodKind kind, SecurityInfo info, DemandedKinds elsewhere, ResetHold hold, Instant now) {
        List<RegisteredMethod> all = info.of(kind);
        return all.stream().noneMatch(hold::isLatelyAdded)
                && (elsewhere.contains(kind) || all.stream().anyMatch(one -> one.proves(now)));
    }

    /** F2-S1: from when the kind of a new method is demanded; the demand of its kind survives a replacement. */
    RegisteredMethod demanding(SecurityInfo info, RegisteredMethod comes, Instant now) {
        return info.demanding(comes, now);
    }

    /** R-REG-4: an address that does not prove a reset yet cannot revert a change. */
    boolean takesBack(RegisteredMethod method, Instant now) {
        return method.provesReset(now);
    }

    /** R-REG-7: one more addition displaces no other undo. A removal always has room. */
    boolean leavesEveryUndo(SecurityInfo info, Instant now) {
        return info.revertible().stream()
                        .filter(one -> now.isBefore(one.until()))
                        .count()
                < SecurityInfo.MOST_REVERTIBLE;
    }

    /** R-SESS-4: the help desk has not ended the registration, even while a change was being stored. */
    boolean outlasts(RegistrationHeader header, SecurityInfo info) {
        Instant begun = header.deadline().minus(policy.sessionLife());
        return info.record().ended().filter(at -> at.isAfter(begun)).isEmpty();
    }

    /** Returns until when a change can be undone. */
    Instant undoUntil(Instant now) {
        Duration quarantine = policy.quarantine();
        return now.plus(quarantine.compareTo(LEAST_UNDO) < 0 ? LEAST_UNDO : quarantine);
    }

    /** R-REG-7, F2-G2: after the removal the account can still be reset, or it could not be before. */
    boolean keepsEnough(Account account, SecurityInfo before, SecurityInfo after, ResetCapability capability) {
        return capability.survives(account, before, after);
    }

    /** F2-G4: the kind serves a sign-in or a reset; otherwise it would never be of use. */
    boolean serves(MethodKind kind, ResetCapability capability) {
        return uses.allows(kind, Capability.SIGN_IN) || capability.kinds().contains(kind);
    }

    /** Returns the kinds that the account may enrol now, the strongest first. */
    List<MethodKind> mayAdd(SecurityInfo info, Set<MethodKind> carried) {
        return policy.kinds().stream()
                .filter(carried::contains)
                .filter(kind -> room(info, kind))
                .toList();
    }
}
