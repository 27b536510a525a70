package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The result of beginning a password change. The user is signed in, so the result hides nothing. */
public sealed interface ChangeStartResult extends FlowResult permits ChangeStartResult.Started, Refused {
    /**
     * A change has begun.
     *
     * @param handle the handle to keep until the end
     * @param asks what the change takes beside the new password
     * @param offers what can be chosen for {@link Asks#STRONG_PROOF}, with masked labels; empty otherwise
     * @param expiresAt from when nothing of this change works
     */
    record Started(FlowHandle handle, Asks asks, List<MethodOffer> offers, Instant expiresAt)
            implements ChangeStartResult {
        /** Copies the offers and checks that no part is null. */
        public Started {
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(asks, "asks");
            offers = List.copyOf(offers);
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("C-001");
        }
    }

    /** The evidence that a change requires beside the new password. */
    enum Asks {
        /** The current password. */
        CURRENT_PASSWORD,
        /** A proof by one of the offers, and no current password. */
        STRONG_PROOF,
        /** Nothing more. */
        NOTHING_MORE
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param started for {@link Started}
     * @param refused for {@link Refused}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(ChangeStartResult result, Function<Started, T> started, Function<Refused, T> refused) {
        return result instanceof Started it ? started.apply(it) : refused.apply((Refused) result);
    }
}
