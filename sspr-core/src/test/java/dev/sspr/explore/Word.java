package dev.sspr.explore;

import dev.sspr.spi.Secret;

/** The passwords there are. */
enum Word {
    FIRST(Who.OWNER, "the old horse of the owner"),
    OWN(Who.OWNER, "a fresh cart for the road"),
    OWN_AGAIN(Who.OWNER, "seven boats upon the lake"),
    EVIL(Who.ATTACKER, "crows are over the barn"),
    EVIL_AGAIN(Who.ATTACKER, "wolves are under the hill"),
    /** Never anybody's. */
    WRONG(Who.ATTACKER, "nothing that anybody chose");

    final Who whose;
    private final String text;

    Word(Who whose, String text) {
        this.whose = whose;
        this.text = text;
    }

    Secret secret() {
        return Secret.of(text);
    }

    boolean is(Secret other) {
        return secret().equals(other);
    }

    static Word of(Secret secret) {
        for (Word word : values()) {
            if (word.is(secret)) {
                return word;
            }
        }
        throw new AssertionError("a password that nobody chose");
    }

    /** What somebody sets who is in now. */
    static Word next(Who who, Word now) {
        Word first = who == Who.OWNER ? OWN : EVIL;
        return now == first ? (who == Who.OWNER ? OWN_AGAIN : EVIL_AGAIN) : first;
    }
}
