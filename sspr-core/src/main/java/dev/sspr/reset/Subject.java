package dev.sspr.reset;

import dev.sspr.spi.Generation;
import dev.sspr.spi.UserId;
import java.util.Optional;

/**
 * Whose reset it is.
 *
 * @param user the account; for a stranger, an id that nobody has
 * @param generation the account's credentials when the engine looked it up
 * @param needed how many proofs it takes, 1 or 2
 * @param reality whether there is such an account, and it can be reset
 */
record Subject(UserId user, Generation generation, int needed, Reality reality) {
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
