package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The result of a response to an enrolment. */
public sealed interface ConfirmResult extends FlowResult
        permits ConfirmResult.Registered,
                ConfirmResult.NotConfirmed,
                ConfirmResult.Waiting,
                ConfirmResult.Rejected,
                Refused {
    /**
     * The method is registered.
     *
     * @param method the method
     * @param info what the account holds now
     */
    record Registered(RegisteredMethodView method, SecurityInfoView info) implements ConfirmResult {
        /** Checks that no part is null. */
        public Registered {
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(info, "info");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-012");
        }
    }

    /**
     * The response was wrong.
     *
     * @param triesLeft how many attempts this enrolment has left, 0 or more
     */
    record NotConfirmed(int triesLeft) implements ConfirmResult {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-013");
        }

        @Override
        public Map<Outcome.Parameter, Object> details() {
            return Map.of(Outcome.Parameter.TRIES_LEFT, triesLeft);
        }
    }

    /** The user has not answered yet on the device that was prompted; ask again. */
    record Waiting() implements ConfirmResult {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-014");
        }
    }

    /**
     * The response is understood but not acceptable.
     *
     * @param findings why, at least one
     */
    record Rejected(List<Finding> findings) implements ConfirmResult {
        /** Copies the list. */
        public Rejected {
            findings = List.copyOf(findings);
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("G-015");
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param registered for {@link Registered}
     * @param notConfirmed for {@link NotConfirmed}
     * @param waiting for {@link Waiting}
     * @param rejected for {@link Rejected}
     * @param refused for {@link Refused}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(
            ConfirmResult result,
            Function<Registered, T> registered,
            Function<NotConfirmed, T> notConfirmed,
            Function<Waiting, T> waiting,
            Function<Rejected, T> rejected,
            Function<Refused, T> refused) {
        if (result instanceof Registered it) {
            return registered.apply(it);
        }
        if (result instanceof NotConfirmed it) {
            return notConfirmed.apply(it);
        }
        if (result instanceof Waiting it) {
            return waiting.apply(it);
        }
        return result instanceof Rejected it ? rejected.apply(it) : refused.apply((Refused) result);
    }
}
