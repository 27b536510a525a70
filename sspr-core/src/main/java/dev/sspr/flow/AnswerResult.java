package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The result of a response to a challenge. */
public sealed interface AnswerResult extends FlowResult
        permits AnswerResult.Proven,
                AnswerResult.MoreNeeded,
                AnswerResult.NotProven,
                AnswerResult.Waiting,
                AnswerResult.Moved,
                Refused {
    /** Every proof is made: ask for the new password, or complete the flow. */
    record Proven() implements AnswerResult {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("R-003");
        }
    }

    /**
     * The response was right, and one more proof is needed.
     *
     * @param offers the methods this account may choose now, with masked labels
     */
    record MoreNeeded(List<MethodOffer> offers) implements AnswerResult {
        /** Copies the offers. */
        public MoreNeeded {
            offers = List.copyOf(offers);
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("R-004");
        }
    }

    /**
     * The response was wrong.
     *
     * @param triesLeft how many attempts this kind of method has left in this flow, 0 or more
     */
    record NotProven(int triesLeft) implements AnswerResult {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("R-005");
        }

        @Override
        public Map<Outcome.Parameter, Object> details() {
            return Map.of(Outcome.Parameter.TRIES_LEFT, triesLeft);
        }
    }

    /** The user has not answered yet on the device that was prompted; ask again. */
    record Waiting() implements AnswerResult {
        @Override
        public Outcome outcome() {
            return Outcomes.withId("R-006");
        }
    }

    /**
     * The link was right, and the flow continues in the browser that pressed the button. The handle of the browser that
     * began the flow no longer works (R-FLOW-10).
     *
     * @param handle the handle to keep from now on
     * @param then where the flow stands: proven, or one more proof needed
     */
    record Moved(FlowHandle handle, AnswerResult then) implements AnswerResult {
        /** Checks that no part is null. */
        public Moved {
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(then, "then");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("R-007");
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param proven for {@link Proven}
     * @param moreNeeded for {@link MoreNeeded}
     * @param notProven for {@link NotProven}
     * @param waiting for {@link Waiting}
     * @param moved for {@link Moved}
     * @param refused for {@link Refused}
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <T> T fold(
            AnswerResult result,
            Function<Proven, T> proven,
            Function<MoreNeeded, T> moreNeeded,
            Function<NotProven, T> notProven,
            Function<Waiting, T> waiting,
            Function<Moved, T> moved,
            Function<Refused, T> refused) {
        if (result instanceof Proven it) {
            return proven.apply(it);
        }
        if (result instanceof MoreNeeded it) {
            return moreNeeded.apply(it);
        }
        if (result instanceof NotProven it) {
            return notProven.apply(it);
        }
        if (result instanceof Waiting it) {
            return waiting.apply(it);
        }
        return result instanceof Moved it ? moved.apply(it) : refused.apply((Refused) result);
    }
}
