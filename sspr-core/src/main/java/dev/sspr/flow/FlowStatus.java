package dev.sspr.flow;

/** Where a reset stands, as far as the holder of its handle may know. */
public enum FlowStatus {
    /** A method may be chosen, or a response is awaited. */
    WAITING_FOR_PROOF,
    /** A waiting period runs; nothing is to be done before it is over. */
    WAITING_PERIOD,
    /** Everything is proven; the new password is awaited. */
    PROVEN,
    /** A new password is being written. */
    IN_PROGRESS,
    /** The password is set. */
    DONE,
    /** It ended without a new password: cancelled, reported, superseded or over time. */
    ENDED,
    /** No reset answers to this handle. */
    UNKNOWN
}
