package dev.sspr.outcome;

/** Who may be told of an outcome at the earliest. */
public enum Disclosure {
    /** Whoever calls: it is the same for every account and for none, in its texts too (R-ENUM-1). */
    ANYONE,
    /** The owner of an account: proven in this flow, signed in, or at the account's own address. */
    OWNER,
    /** The host's own staff and code. */
    STAFF
}
