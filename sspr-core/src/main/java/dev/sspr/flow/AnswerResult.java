package dev.sspr.flow;

import java.util.List;

/** What a response to a challenge brought. */
public sealed interface AnswerResult
        permits AnswerResult.Proven,
                AnswerResult.MoreNeeded,
                AnswerResult.NotProven,
                AnswerResult.Waiting,
                AnswerResult.Moved,
                Refused {
    /** Everything is proven: ask for the new password. */
    record Proven() implements AnswerResult {}

    /**
     * The response was right, and one more proof is needed.
     *
     * @param offers what this account may choose now, with masked labels
     */
    record MoreNeeded(List<MethodOffer> offers) implements AnswerResult {
        /** Copies the offers. */
        public MoreNeeded {
            offers = List.copyOf(offers);
        }
    }

    /**
     * The response was wrong.
     *
     * @param triesLeft how many this kind of method has left in this reset
     */
    record NotProven(int triesLeft) implements AnswerResult {}

    /** The person has not answered yet on the device that was asked; ask again. */
    record Waiting() implements AnswerResult {}

    /**
     * The link was right, and the reset goes on in the browser that pressed the button. The handle of the browser that
     * began it is dead (ruling on links, R-FLOW-10).
     *
     * @param handle to keep from now on
     * @param then where the reset stands
     */
    record Moved(FlowHandle handle, AnswerResult then) implements AnswerResult {}
}
