package dev.sspr.spi;

/** How much an account may do in the host, as far as a reset cares. */
public enum Privilege {
    /** A person like any other. */
    ORDINARY,
    /** An administrator or the like: two proofs, always (ADM-02, R-FLOW-3). A store that cannot tell answers this. */
    PRIVILEGED
}
