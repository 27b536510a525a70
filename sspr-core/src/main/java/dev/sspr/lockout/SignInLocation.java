package dev.sspr.lockout;

/** Whether somebody signs in from where the account's owner usually does. The host decides; each has a count of its own. */
public enum SignInLocation {
    /** A device or a network that the owner has signed in from before. */
    FAMILIAR,
    /** Anywhere else. An attacker who locks this leaves the owner's own place open (LCK-09, R-RATE-12). */
    UNFAMILIAR
}
