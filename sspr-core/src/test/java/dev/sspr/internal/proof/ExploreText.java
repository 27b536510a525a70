package dev.sspr.internal.proof;

import java.time.Instant;

/** A stored flow of proofs as a text, for an explorer of all flows together. */
public final class ExploreText {
    private static final ProofCodec CODEC = new ProofCodec();

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
        if (!(read instanceof ProofState state)) {
            return read.toString();
        }
        if (state instanceof Ended ended) {
            return "ended " + ended.why();
        }
        if (state instanceof Settled settled) {
            return "settled " + settled.why();
        }
        boolean open = state instanceof Opened
                || state instanceof Asking
                || (state instanceof Proven proven && proven.doubt().isEmpty());
        Ticket ticket = state.ticket();
        if (open && !now.isBefore(ticket.deadline())) {
            return "over";
        }
        String sent = "sends=" + ticket.sends() + ", nextSendAt=" + ticket.nextSendAt();
        return state.toString().replace(sent, now.isBefore(ticket.nextSendAt()) ? "wait" : "");
    }
}
