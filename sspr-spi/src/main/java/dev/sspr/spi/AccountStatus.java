package dev.sspr.spi;

/**
 * Whether an account may be reset here, and if not, why not. A store that cannot tell answers {@link #UNKNOWN}: a
 * missing field means "not usable" (R-FLOW-7, V-STEP-8).
 */
public enum AccountStatus {
    /** In use. */
    ACTIVE,
    /** Locked by failed sign-ins. It may be reset, and a reset lifts this lock (RST-17); so does an unlock. */
    LOCKED,
    /** Switched off by an administrator. Neither a reset nor an unlock switches it on (R-FLOW-8). */
    DISABLED,
    /** Past its end date. A reset never extends it. */
    EXPIRED,
    /** Its password lives elsewhere, or it has none (single sign-on, a read-only directory). */
    NO_PASSWORD_HERE,
    /** Self-service is switched off for this account. */
    SELF_SERVICE_OFF,
    /** The store could not tell. */
    UNKNOWN;

    /**
     * Whether a password may be set through self-service now.
     *
     * @return true for {@link #ACTIVE} and {@link #LOCKED} only
     */
    public boolean usable() {
        return this == ACTIVE || this == LOCKED;
    }
}
