package dev.sspr.explore;

import dev.sspr.spi.Secret;

/** The passwords there are. */
enum KnownPasswords {
    FIRST(Actor.OWNER, "the old horse of the owner"),
    OWN(Actor.OWNER, "a fresh cart for the road"),
    OWN_AGAIN(Actor.OWNER, "seven boats upon the lake"),
    EVIL(Actor.ATTACKER, "crows are over the barn"),
    EVIL_AGAIN(Actor.ATTACKER, "wolves are under the hill"),
    /** Never anybody's. */
    WRONG(Actor.ATTACKER, "nothing that anybody chose");

    final Actor whose;
    private final String text;

    KnownPasswords(Actor whose, String text) {
        this.whose = whose;
        this.text = text;
    }

    Secret secret() {
        return Secret.of(text);
    }

    boolean is(Secret other) {
        return secret().equals(other);
    }

    static KnownPasswords of(Secret secret) {
        for (KnownPasswords knownPasswords : values()) {
            if (knownPasswords.is(secret)) {
                return knownPasswords;
            }
        }
        throw new AssertionError("a password that nobody chose");
    }

    /** What somebody sets who is in now. */
    static KnownPasswords next(Actor actor, KnownPasswords now) {
        KnownPasswords first = actor == Actor.OWNER ? OWN : EVIL;
        return now == first ? (actor == Actor.OWNER ? OWN_AGAIN : EVIL_AGAIN) : first;
    }
}
