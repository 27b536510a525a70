package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The result of opening security info. */
public sealed interface BeginResult extends FlowResult
        permits BeginResult.Started, BeginResult.SignInAgain, BeginResult.AccessPassNeeded, Refused {
    /**
     * Security info is open.
     *
     * @param handle the handle to keep
     * @param info what the account holds
     * @param expiresAt from when it is closed; changes count only until then
     */
    record Started(FlowHandle handle, SecurityInfoView info, Instant expiresAt) implements BeginResult {
        /** Checks that no part is null. */
        public Started {
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(info, "info");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-001");
        }
    }

    /**
     * The sign-in is too old, or it used no method as strong as those the account holds (R-REG-1, CMB-08, CMB-09).
     *
     * @param kinds one of these must be part of the sign-in; empty if only its age is wrong
     */
    record SignInAgain(Set<MethodKind> kinds) implements BeginResult {
        /** Copies the set. */
        public SignInAgain {
            kinds = Set.copyOf(kinds);
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-002");
        }
    }

    /**
     * The account holds nothing, and the time in which a password alone was enough is over. The help desk issues an access
     * pass, and the sign-in uses it (R-REG-2).
     */
    record AccessPassNeeded() implements BeginResult {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-003");
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param started for {@link Started}
     * @param signInAgain for {@link SignInAgain}
     * @param accessPassNeeded for {@link AccessPassNeeded}
     * @param refused for {@link Refused}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(
            BeginResult result,
            Function<Started, T> started,
            Function<SignInAgain, T> signInAgain,
            Function<AccessPassNeeded, T> accessPassNeeded,
            Function<Refused, T> refused) {
        if (result instanceof Started it) {
            return started.apply(it);
        }
        if (result instanceof SignInAgain it) {
            return signInAgain.apply(it);
        }
        return result instanceof AccessPassNeeded it ? accessPassNeeded.apply(it) : refused.apply((Refused) result);
    }
}
