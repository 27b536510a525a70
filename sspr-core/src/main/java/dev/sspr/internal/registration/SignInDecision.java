package dev.sspr.internal.registration;

import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.register.RegistrationStatus;
import dev.sspr.register.SignInAdvice;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** Decides the advice after a sign-in: a pure function of the account's status, the policy and the time. */
public final class SignInDecision {
    private SignInDecision() {}

    /** Returns the advice for a status. */
    public static SignInAdvice decide(RegistrationStatus state, RegistrationPolicy policy, Instant now) {
        int missing = missing(state.held(), state.reset().expected(), policy);
        if (!state.enabled() || state.mayAdd().isEmpty()) {
            return new SignInAdvice.Nothing();
        }
        if (state.required().isPresent()) {
            return new SignInAdvice.MustRegister(
                    Math.max(1, missing), state.mayAdd(), SignInAdvice.MustRegister.Why.REQUIRED);
        }
        return missing > 0 ? register(state, policy, missing, now) : review(state, policy, now);
    }

    /** F2-G2: returns how many methods are missing: those that the policy requires, and at least one for a reset. */
    static int missing(int held, boolean canReset, RegistrationPolicy policy) {
        return Math.max(Math.max(0, policy.toRegister() - held), canReset ? 0 : 1);
    }

    private static SignInAdvice register(
            RegistrationStatus state, RegistrationPolicy policy, int missing, Instant now) {
        if (state.snoozedUntil().map(now::isBefore).orElse(false)) {
            return new SignInAdvice.Nothing();
        }
        OptionalInt left = policy.snoozes().isPresent()
                ? OptionalInt.of(Math.max(0, policy.snoozes().getAsInt() - state.snoozes()))
                : OptionalInt.empty();
        return left.isPresent() && left.getAsInt() == 0
                ? new SignInAdvice.MustRegister(missing, state.mayAdd(), SignInAdvice.MustRegister.Why.NO_SNOOZES_LEFT)
                : new SignInAdvice.MaySnooze(missing, state.mayAdd(), left);
    }

    /** Asks for a review once the number of days is full (POL-07); 0 is never. */
    private static SignInAdvice review(RegistrationStatus state, RegistrationPolicy policy, Instant now) {
        Instant last = state.reviewedAt().orElse(Instant.EPOCH);
        boolean due = policy.reconfirmDays() > 0 && !now.isBefore(last.plus(Duration.ofDays(policy.reconfirmDays())));
        return due ? new SignInAdvice.Reconfirm(last) : new SignInAdvice.Nothing();
    }
}
