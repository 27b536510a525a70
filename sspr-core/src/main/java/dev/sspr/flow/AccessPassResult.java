package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;

/** What came of a pass at the host's sign-in. */
public enum AccessPassResult implements FlowResult {
    /** It is right: the host states {@link dev.sspr.spi.MethodKind#ACCESS_PASS} among the methods of this sign-in. */
    ACCEPTED("G-070"),
    /** It is wrong, over, used up, not yet valid, or the account has none. */
    REFUSED("G-071"),
    /** Too many wrong ones today. */
    TRY_LATER("G-072");

    private final String id;

    AccessPassResult(String id) {
        this.id = id;
    }

    @Override
    public Outcome outcome() {
        return Outcomes.withId(id);
    }
}
