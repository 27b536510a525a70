package dev.sspr.spi;

/**
 * Whether an account may be reset here, and if not, the reason. A store that cannot tell returns {@link #UNKNOWN}: a
 * missing field means "not usable" (R-FLOW-7, V-STEP-8).
 */
public enum AccountStatus {
    /** In use. */
    ACTIVE,
    /** Locked by failed sign-ins. A reset is allowed and lifts this lock (RST-17); so does an unlock. */
    LOCKED,
    /** Disabled by an administrator. Neither a reset nor an unlock enables it (R-FLOW-8). */
    DISABLED,
    /** Past its end date. A reset never extends it. */
    EXPIRED,
    /** Its password is managed elsewhere, or it has none (single sign-on, a read-only directory). */
    NO_PASSWORD_HERE,
    /** Self-service is disabled for this account. */
    SELF_SERVICE_OFF,
    /** The store cannot tell. */
    UNKNOWN;

    /**
     * Whether self-service may set a password now.
     *
     * @return true for {@link #ACTIVE} and {@link #LOCKED} only
     */
    public boolean usable() {
        return this == ACTIVE || this == LOCKED;
    }
}
