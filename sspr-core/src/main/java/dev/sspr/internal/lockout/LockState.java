package dev.sspr.internal.lockout;

import dev.sspr.internal.engine.Step;
import dev.sspr.policy.LockoutPolicy;
import dev.sspr.spi.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The count of one account at one location. A check starts only if failures plus checks in flight stay below the
 * threshold, so parallel checks get no more guesses than sequential ones (R-RATE-4). {@code lockedUntil} is the epoch
 * if there was no lock. {@code recent} has digests of the last wrong passwords, the oldest first.
 */
public record LockState(
        int failed, int underWay, Instant admittedAt, int locks, Instant lockedUntil, List<Digest> recent) {
    /** The number of wrong passwords that are remembered (LCK-06). */
    static final int REMEMBERED = 3;

    /** After this time, a check in flight is lost and counts as wrong: twice the 30 seconds of the SPI. */
    public static final Duration LOST = Duration.ofSeconds(60);

    /** An empty count, which is kept as long as any other. */
    public static LockState clean(Instant now) {
        return new LockState(0, 0, now, 0, Instant.EPOCH, List.of());
    }

    /** The answer to a request to check a password. */
    public sealed interface Admission {
        /** The password may be checked. */
        record Admitted() implements Admission {}

        /** The password may not be checked before this time. */
        record Locked(Instant until) implements Admission {}

        /** Checks in flight may lock the account. The result is known soon. */
        record Busy(Instant until) implements Admission {}
    }

    /** Returns whether the count has no lock to lift and nothing to forget. */
    public boolean holdsNothing() {
        return failed == 0 && underWay == 0 && locks == 0 && recent.isEmpty();
    }

    public boolean locked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    /** Charges a check. */
    public Step<LockState, Admission> charge(LockoutPolicy policy, Instant now) {
        LockState seen = settled(policy, now);
        if (seen.locked(now)) {
            return Step.to(seen, new Admission.Locked(seen.lockedUntil));
        }
        if (seen.failed + seen.underWay >= policy.threshold()) {
            return Step.to(seen, new Admission.Busy(now.plusSeconds(1)));
        }
        return Step.to(
                new LockState(seen.failed, seen.underWay + 1, now, seen.locks, seen.lockedUntil, seen.recent),
                new Admission.Admitted());
    }

    /** A check that crashed counts as a failure, because its result is unknown. */
    private LockState settled(LockoutPolicy policy, Instant now) {
        if (underWay == 0 || now.isBefore(admittedAt.plus(LOST))) {
            return this;
        }
        return new LockState(failed + underWay, 0, admittedAt, locks, lockedUntil, recent).judged(policy, now);
    }

    /** Records a wrong password. If repeats are forgiven, the digest tells whether it was wrong before. */
    public Step<LockState, Optional<Instant>> wrong(Optional<Digest> typed, LockoutPolicy policy, Instant now) {
        if (typed.isPresent() && recent.contains(typed.get())) {
            return Step.to(returned(failed, recent), Optional.empty());
        }
        List<Digest> next = new ArrayList<>(recent);
        typed.ifPresent(next::add);
        List<Digest> kept = next.subList(Math.max(0, next.size() - REMEMBERED), next.size());
        LockState judged = returned(failed + 1, List.copyOf(kept)).judged(policy, now);
        return Step.to(judged, judged.locks > locks ? Optional.of(judged.lockedUntil) : Optional.empty());
    }

    /** Records a right password. If there is no lock, the count is emptied. */
    public Step<LockState, Boolean> right(Instant now) {
        return locked(now)
                ? Step.to(returned(failed, recent), false)
                : Step.to(new LockState(0, Math.max(0, underWay - 1), admittedAt, 0, Instant.EPOCH, List.of()), true);
    }

    /** Returns this count, as strict as another count of the same account, which another key has named. */
    LockState atLeast(LockState other) {
        if (other.failed <= failed && other.locks <= locks && !other.lockedUntil.isAfter(lockedUntil)) {
            return this;
        }
        return new LockState(
                Math.max(failed, other.failed),
                underWay,
                admittedAt,
                Math.max(locks, other.locks),
                other.lockedUntil.isAfter(lockedUntil) ? other.lockedUntil : lockedUntil,
                recent.isEmpty() ? other.recent : recent);
    }

    /** Forgets what was counted under another key, after a right password. A lock stays. */
    LockState forgiven(Instant now) {
        return locked(now) || holdsNothing()
                ? this
                : new LockState(0, underWay, admittedAt, 0, Instant.EPOCH, List.of());
    }

    /** Returns the charge of a check that was not made. */
    public Step<LockState, Boolean> unmade() {
        return Step.to(returned(failed, recent), true);
    }

    private LockState returned(int wrong, List<Digest> last) {
        return new LockState(wrong, Math.max(0, underWay - 1), admittedAt, locks, lockedUntil, last);
    }

    /** Locks at the threshold. After that, each further wrong password locks again (LCK-03). */
    private LockState judged(LockoutPolicy policy, Instant now) {
        if (failed < policy.threshold()) {
            return this;
        }
        int lock = Math.min(locks + 1, 1_000_000);
        return new LockState(policy.threshold() - 1, underWay, admittedAt, lock, now.plus(policy.length(lock)), recent);
    }
}
