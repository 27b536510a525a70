package dev.sspr.spi;

/** What a verifier says of a response. There is no "approved" without something that the person brought back. */
public enum Checked {
    /** The response is right, for this challenge. */
    PASSED,
    /** The response is wrong, malformed, another challenge's, or was used before. */
    WRONG,
    /** The person has not answered yet, on the device that was asked; nothing was compared. */
    PENDING,
    /**
     * The response would be right, and shows that what the person holds was copied: it counts as wrong, the method is
     * disabled, and its owner is told (R-WA-7).
     */
    CLONED,
    /** No response can be right any more: expired, or the method is gone. */
    UNUSABLE
}
