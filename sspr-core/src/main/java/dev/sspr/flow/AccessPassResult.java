package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;

/** The result of checking an access pass at the host's sign-in. */
public enum AccessPassResult implements FlowResult {
    /**
     * The pass is right. The host lists {@link dev.sspr.spi.MethodKind#ACCESS_PASS} among the methods of this sign-in.
     */
    ACCEPTED("G-070"),
    /** The pass is wrong, expired, used up or not yet valid, or the account has none. */
    REFUSED("G-071"),
    /** Too many wrong passes today. */
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
