package dev.sspr.internal.securityinfo;

import dev.sspr.policy.HoldPolicy;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hold on the methods of an account after a reset or a recovery (R-HOLD-1). All its times are stored, so that a policy
 * that changes later ends no hold.
 *
 * @param at when the last reset began to write
 * @param until when the hold ends
 * @param lately from when an added method counts as added lately
 * @param signInsFrom until then, no sign-in counts as a phishing-resistant proof: a method that has gone may have made it
 * @param recovered when the last recovery of this hold began to write, if there was one
 */
public record ResetHold(Instant at, Instant until, Instant lately, Instant signInsFrom, Optional<Instant> recovered) {
    /** Whether the owner knew a method, or had lost all. */
    public enum Cause {
        RESET,
        RECOVERY
    }

    /**
     * Begins a hold. R-HOLD-3: in a hold that runs, the end only moves on, and what was there before the first reset is all
     * that was there before.
     */
    static ResetHold begun(Optional<ResetHold> earlier, HoldPolicy policy, Cause cause, Instant now) {
        Optional<ResetHold> running = earlier.filter(one -> one.runs(now));
        Instant at = running.map(ResetHold::at).filter(now::isBefore).orElse(now);
        Instant until = at.plus(policy.period());
        Instant lately = at.minus(policy.lately());
        return new ResetHold(
                at,
                running.map(ResetHold::until).filter(until::isBefore).orElse(until),
                running.map(ResetHold::lately).filter(lately::isAfter).orElse(lately),
                at,
                cause == Cause.RECOVERY ? Optional.of(at) : running.flatMap(ResetHold::recovered));
    }

    public boolean runs(Instant now) {
        return now.isBefore(until);
    }

    /** Returns whether a method was added shortly before the reset or since. What the help desk gave is not the user's. */
    public boolean isLatelyAdded(RegisteredMethod method) {
        return !method.addedAt().isBefore(lately)
                && method.state() != RegisteredMethod.State.GIVEN
                && !method.kind().equals(MethodKind.ACCESS_PASS);
    }

    /**
     * Returns whether the reset's own proofs may take a method away: it was added lately, and no demand goes with it that was
     * there before (F2-S1).
     */
    public boolean mayLose(SecurityInfo info, RegisteredMethod method, Stream<RegisteredMethod> comes) {
        DemandedKinds before = info.demanded(lately);
        boolean demandStays = Stream.concat(info.where(one -> !one.id().equals(method.id())).stream(), comes)
                .anyMatch(one -> one.kind().equals(method.kind()) && one.demands(lately));
        return isLatelyAdded(method) && (!before.contains(method.kind()) || demandStays);
    }

    /** Returns whether a method came after a recovery, in its hold: it serves a sign-in at once (R-HOLD-2). */
    public boolean isNewSinceRecovery(RegisteredMethod method) {
        return recovered.filter(since -> !method.addedAt().isBefore(since)).isPresent()
                && method.addedAt().isBefore(until);
    }

    /** Returns the hold after a method has gone that was added lately: perhaps it made a sign-in before. */
    ResetHold without(RegisteredMethod method, Instant now) {
        return isLatelyAdded(method) && signInsFrom.isBefore(now)
                ? new ResetHold(at, until, lately, now, recovered)
                : this;
    }
}
