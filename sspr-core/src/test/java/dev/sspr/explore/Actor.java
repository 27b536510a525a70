package dev.sspr.explore;

/** Who acts on the one account. */
enum Actor {
    OWNER,
    ATTACKER,
    DESK,
    WORLD
}
