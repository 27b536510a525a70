package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.Purpose;
import java.util.Objects;
import java.util.function.Function;

/**
 * The result of a help desk call.
 *
 * @param <T> the answer for the administrator
 */
public sealed interface HelpDeskResult<T> extends FlowResult permits HelpDeskResult.Done, HelpDeskResult.Refused {
    /**
     * The operation was done.
     *
     * @param answer the answer for the administrator
     * @param told how many addresses accepted a notice; 0 after an inspection, else 0 means: call the owner
     * @param <T> the answer for the administrator
     */
    record Done<T>(T answer, int told) implements HelpDeskResult<T> {
        /** Checks that the answer is not null. */
        public Done {
            Objects.requireNonNull(answer, "answer");
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId("A-001");
        }
    }

    /**
     * The operation was refused and changed nothing.
     *
     * @param reason why
     * @param <T> the answer of a successful call
     */
    record Refused<T>(Refusal reason) implements HelpDeskResult<T> {
        /** Checks that the reason is not null. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Outcome outcome() {
            return reason.outcome(Purpose.HELP_DESK);
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param result the result
     * @param done for {@link Done}
     * @param refused for {@link Refused}
     * @param <A> what the administrator gets
     * @param <T> what the functions return
     * @return what the function returned
     */
    static <A, T> T fold(HelpDeskResult<A> result, Function<Done<A>, T> done, Function<Refused<A>, T> refused) {
        return result instanceof Done<A> it ? done.apply(it) : refused.apply((Refused<A>) result);
    }
}
