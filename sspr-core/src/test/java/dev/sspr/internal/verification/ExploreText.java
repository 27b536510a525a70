package dev.sspr.internal.verification;

import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowHeader;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.StateCodec;
import java.time.Instant;

/** A stored flow of proofs as a text, for an explorer of all flows together. */
public final class ExploreText {
    private static final StateCodec CODEC = new StateCodec();

    private ExploreText() {}

    /** The state that was stored. */
    public static Object read(byte[] plain) {
        return CODEC.read(plain);
    }

    /**
     * All parts of the state, random ids and instants as they are; but of one that is over, however it came to that, only how
     * it ended, and not how many messages it has sent.
     */
    public static String of(Object read, Instant now) {
        if (!(read instanceof FlowState state)) {
            return read.toString();
        }
        if (state instanceof FlowEnded flowEnded) {
            return "ended " + flowEnded.why();
        }
        if (state instanceof Completed completed) {
            return "settled " + completed.why();
        }
        boolean open = state instanceof Identifying
                || state instanceof AwaitingResponse
                || (state instanceof ProofsComplete proofsComplete
                        && proofsComplete.doubt().isEmpty());
        FlowHeader header = state.header();
        if (open && !now.isBefore(header.deadline())) {
            return "over";
        }
        String sent = "sends=" + header.sends() + ", nextSendAt=" + header.nextSendAt();
        return state.toString().replace(sent, now.isBefore(header.nextSendAt()) ? "wait" : "");
    }
}
