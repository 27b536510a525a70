package dev.sspr.internal.verification.state;

import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.secret.KeyedDigest;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The guards of a flow, one method each. A test replaces them one by one and expects the explorer to find the hole. */
public class Guards {
    /** Twice the 30 seconds that the SPI allows a backend, so that no late write lands beside a new one. */
    public static final Duration WRITE_LEASE = Duration.ofSeconds(60);

    private final ResetPolicy policy;
    private final Limits limits;
    private final List<MethodKind> first;
    private final List<MethodKind> kinds;
    private final Purpose purpose;

    public Guards(ResetPolicy policy, Limits limits) {
        this(policy, limits, Purpose.RESET);
    }

    public Guards(ResetPolicy policy, Limits limits, Purpose purpose) {
        this.policy = policy;
        this.limits = limits;
        this.purpose = purpose;
        this.first = policy.first();
        this.kinds = policy.kinds();
    }

    public ResetPolicy policy() {
        return policy;
    }

    /** V-BIND-5: the purpose of every challenge; its response proves nothing for another purpose. */
    public Purpose purpose() {
        return purpose;
    }

    /** Returns whether a waiting period takes the place of proofs. */
    boolean waits() {
        return purpose == Purpose.RECOVERY;
    }

    /** Returns the kinds that may come first, in order. */
    public List<MethodKind> first() {
        return first;
    }

    public List<MethodKind> kinds() {
        return kinds;
    }

    public Limits limits() {
        return limits;
    }

    /** R-TOK-9: nothing moves at the deadline or later. */
    public boolean live(FlowHeader header, Instant now) {
        return now.isBefore(header.deadline());
    }

    /** F2-S5: a challenge is not shown before its time, so that the time of a look-up reveals nothing. */
    public boolean published(Instant at, Instant now) {
        return !now.isBefore(at);
    }

    /** R-FLOW-10: the browser's secret fits. */
    public boolean sameBrowser(FlowHeader header, Digest handle) {
        return KeyedDigest.same(header.handle(), handle);
    }

    /** R-RATE-1: a guess is left. */
    public boolean triesLeft(AttemptCounts attempts, MethodKind kind) {
        return attempts.of(kind) < limits.guessesPerMethod();
    }

    /** R-ENUM-3, R-FLOW-1: the kind is offered at this step. */
    public boolean offered(MethodKind kind, List<Proof> proofs) {
        return (proofs.isEmpty() ? first : kinds).contains(kind)
                && proofs.stream().noneMatch(proof -> proof.kind().equals(kind));
    }

    /** R-RATE-9: the last message of this kind is old enough, and the total is below its limit. */
    public boolean maySend(FlowHeader header, boolean again, Instant now) {
        boolean soon = again && now.isBefore(header.nextSendAt());
        return !soon && header.sends() < 2 * limits.mailsPerHour();
    }

    /** R-OTP-2, V-STEP-1: the guess was charged for the challenge of this flow that is pending now. */
    public boolean sameChallenge(ChargedAttempt charged, FlowId flow, Optional<PendingChallenge> pendingChallenge) {
        return pendingChallenge.isPresent()
                && charged.challenge().flow().equals(flow)
                && charged.challenge().id().equals(pendingChallenge.get().id());
    }

    /** R-ENUM-4: the account exists. */
    public boolean real(Subject subject) {
        return subject.reality() == Subject.Reality.EXISTING;
    }

    /** R-FLOW-3: another kind and another mailbox or line than the proofs so far. */
    public boolean distinct(List<Proof> proofs, MethodKind kind, Digest endpoint) {
        return proofs.stream()
                .noneMatch(
                        proof -> proof.kind().equals(kind) || proof.endpoint().equals(endpoint));
    }

    /** G1: as many proofs as the account needs, or one that suffices alone. */
    public boolean enough(List<Proof> proofs, int needed) {
        return proofs.size() >= needed || proofs.stream().anyMatch(proof -> suffices(proof.kind()));
    }

    boolean suffices(MethodKind kind) {
        return policy.use(kind) == ResetPolicy.Use.SUFFICES;
    }

    /** R-FLOW-3, R-WA-9: one of the kinds that the account must prove is among the proofs. */
    public boolean demandMet(List<Proof> proofs, DemandedKinds demanded) {
        return demanded.metBy(proofs.stream().map(Proof::kind).toList());
    }

    /**
     * F2-S1: returns the registered kinds that count or have counted, whatever the state of their methods. What can prove
     * at this moment is no part of it.
     */
    public DemandedKinds registered(SecurityInfo info, Instant now) {
        return info.demanded(now);
    }

    /**
     * F2-S1: returns the kinds of which the account must prove one, from its enrolled second factors. A kind that no reset
     * offers is demanded too: the account then has too few methods.
     */
    public DemandedKinds demanded(DemandedKinds enrolled) {
        if (enrolled.contains(MethodKind.PASSKEY)
                && policy.passkeyHolders() == ResetPolicy.PasskeyHolders.PASSKEY_ONLY) {
            return DemandedKinds.of(MethodKind.PASSKEY);
        }
        return policy.secondFactor() == ResetPolicy.SecondFactor.DEMANDED ? enrolled : DemandedKinds.NONE;
    }

    /** R-SQ-1, ADM-04: questions never prove a privileged account. */
    public boolean provesFor(Account account, MethodKind kind) {
        return account.privilege() == Account.Privilege.ORDINARY || !kind.equals(MethodKind.QUESTIONS);
    }

    /** R-TOK-6: an answered challenge is gone. */
    public Optional<PendingChallenge> spent(PendingChallenge answered) {
        return Optional.empty();
    }

    /** R-OTP-3, R-FLOW-4: a challenge is gone when another method is chosen. */
    public Optional<PendingChallenge> dropped(PendingChallenge old) {
        return Optional.empty();
    }

    /** A flow that moves leaves its old browser behind. */
    public FlowHeader moved(FlowHeader header, Digest newHandle) {
        return header.movedTo(newHandle);
    }

    /** R-FLOW-7: the account may be reset now. */
    public boolean usable(Account account) {
        return account.status().usable();
    }

    /** R-SESS-4: a flow that the help desk ended stays ended, even if a write was in doubt then. */
    public boolean outlasts(Instant begun, Optional<Instant> ended) {
        return ended.filter(at -> at.isAfter(begun)).isEmpty();
    }

    /** R-TOK-8: the credentials have not changed since the flow began. */
    public boolean sameGeneration(Generation began, Generation now) {
        return began.equals(now);
    }

    /** R-FLOW-6: the number of proofs, from live data; one more after a report. */
    public int needed(Account account, long reports) {
        int base = account.privilege() == Account.Privilege.ORDINARY ? policy.proofs() : policy.privilegedProofs();
        return reports > 0 ? Math.min(2, base + 1) : base;
    }

    /** R-FLOW-6: the proofs satisfy what the account needs now. */
    public boolean stillEnough(ProofsComplete proofsComplete, HeldMethods held) {
        return enough(proofsComplete.proofs(), held.needed()) && demandMet(proofsComplete.proofs(), held.demanded());
    }

    /** What an account tells about a commit in doubt. */
    public enum Landing {
        NOT_WRITTEN,
        WRITTEN,
        /** The account has changed since: perhaps after this write, perhaps without it. */
        UNKNOWN
    }

    /** R-RACE-4, F2-R8: whether a commit in doubt has landed; another writer's change is never taken for it. */
    public Landing landing(FlowKind flowKind, FlowId flow, Subject began, Account now) {
        if (!flowKind.renewsCredentials()) {
            return flowKind.landed(now) ? Landing.WRITTEN : Landing.NOT_WRITTEN;
        }
        if (sameGeneration(began.generation(), now.generation())) {
            return Landing.NOT_WRITTEN;
        }
        return now.lastWrite()
                .filter(last -> WriteIds.isOf(flow, last))
                .map(own -> Landing.WRITTEN)
                .orElse(Landing.UNKNOWN);
    }

    /** The period is over, both notices were accepted, and a required approval is given. */
    boolean waitedLongEnough(Waiting waiting, Instant now) {
        return waiting.told() == Waiting.Told.OF_THE_END
                && !now.isBefore(waiting.dueAt())
                && waiting.approval() == WaitingPeriod.Approval.NOT_NEEDED;
    }

    /** R-RACE-3: no other write can be in progress. */
    public boolean leaseOver(Instant since, Instant now) {
        return !now.isBefore(since.plus(WRITE_LEASE));
    }

    public boolean givenUp(PendingNotice notice) {
        return notice.isOver();
    }

    /** If no notifier has accepted a code's message yet, it is retried while the code is valid. */
    public boolean sendsAgain(PendingNotice delivery, Instant now) {
        return delivery.isDue(now);
    }
}
