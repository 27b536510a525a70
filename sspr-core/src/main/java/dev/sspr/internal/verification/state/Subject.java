package dev.sspr.internal.verification.state;

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
public record Subject(UserId user, Generation generation, int needed, Set<MethodKind> demanded, Reality reality) {
    public Subject(UserId user, Generation generation, int needed, Reality reality) {
        this(user, generation, needed, Set.of(), reality);
    }

    public enum Reality {
        /** The name belongs to an account. */
        EXISTING("REAL"),
        /** The flow runs through the same steps and never proves anything. */
        DECOY("STRANGER");

        private final String audited;

        Reality(String audited) {
            this.audited = audited;
        }

        /** The word of published audit events. */
        public String audited() {
            return audited;
        }
    }

    /** The account, for an audit event. */
    public Optional<UserId> audited() {
        return reality == Reality.EXISTING ? Optional.of(user) : Optional.empty();
    }
}
