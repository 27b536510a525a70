package dev.sspr.internal.proof;

import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * Whose reset it is.
 *
 * @param user the account; for a stranger, an id that nobody has
 * @param generation the account's credentials when the engine looked it up
 * @param needed how many proofs it takes, 1 or 2
 * @param demanded kinds of which one must be among the proofs; empty for any
 * @param reality whether there is such an account, and it can be reset
 */
record Subject(UserId user, Generation generation, int needed, Set<MethodKind> demanded, Reality reality) {
    Subject(UserId user, Generation generation, int needed, Reality reality) {
        this(user, generation, needed, Set.of(), reality);
    }

    enum Reality {
        REAL,
        /** Walks the same road and never arrives. */
        STRANGER
    }

    /** The account, for an audit event. */
    Optional<UserId> audited() {
        return reality == Reality.REAL ? Optional.of(user) : Optional.empty();
    }
}
