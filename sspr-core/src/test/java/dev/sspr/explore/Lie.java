package dev.sspr.explore;

/** What an adapter may do wrong, to see that it is found. */
enum Lie {
    NONE,
    /** The flow store ends nothing when it is told to end an owner's flows. */
    ENDS_NOTHING,
    /** The flow store takes every version for the next one. */
    FLOWS_IGNORE_VERSIONS,
    /** The flow store lists nothing as due. */
    NOTHING_IS_DUE,
    /** The user store's generation stays what it is. */
    SAME_GENERATION,
    /** The user store writes whatever generation is expected. */
    WRITES_ANYWAY,
    /** The user store takes every password for the right one. */
    EVERY_PASSWORD_RIGHT,
    /** The unlocker lifts what is no lock. */
    UNLOCKS_ANYTHING,
    /** Sessions are said to be ended, and live on. */
    REVOKES_NOTHING,
    /** Notices are said to be taken, and arrive nowhere. */
    SWALLOWS_NOTICES,
    /** Codes go to the attacker as well. */
    COPIES_MAIL,
    /** Budgets never fill. */
    COUNTS_NOTHING,
    /** Budgets never empty. */
    FORGETS_NO_COUNT,
    /** The clock stands still. */
    FROZEN_CLOCK,
    /** Security info is read as it was in the beginning. */
    STALE_METHODS,
    /** Changes of security info are said to be stored, and are not. */
    STORES_NO_METHODS,
    /** The audit log loses what the help desk did. */
    LOSES_AUDIT,
    /** Everybody may do everything at the help desk. */
    GRANTS_EVERYBODY
}
