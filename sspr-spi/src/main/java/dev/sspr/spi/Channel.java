package dev.sspr.spi;

/** The channel by which a message reaches the user. */
public enum Channel {
    /** E-mail: a recovery channel, never a second factor (R-NOT-11). */
    EMAIL,
    /** Text message to a phone. */
    SMS,
    /** Spoken call to a phone. */
    VOICE
}
