package dev.sspr.explore;

/** Who acts on the one account. */
enum Who {
    OWNER,
    ATTACKER,
    DESK,
    WORLD
}
