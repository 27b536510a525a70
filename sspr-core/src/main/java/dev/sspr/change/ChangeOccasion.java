package dev.sspr.change;

/** Why a password is changed. */
public enum ChangeOccasion {
    /** The person wants to. */
    VOLUNTARY,
    /** The host found it expired at sign-in; the engine itself has no expiry (R-PWD-4). */
    EXPIRED,
    /** An administrator has set it, so it must not stay (CHG-09). */
    SET_BY_ADMINISTRATOR,
    /** It was found in a breach, or is feared to be known to others. */
    FOUND_BREACHED;

    /** {@return whether the user has no choice, so that no minimum age applies} */
    public boolean forced() {
        return this != VOLUNTARY;
    }
}
