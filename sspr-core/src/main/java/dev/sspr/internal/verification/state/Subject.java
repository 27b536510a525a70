package dev.sspr.internal.verification.state;

import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.spi.Generation;
import dev.sspr.spi.UserId;
import java.util.Optional;

/**
 * The account of a flow.
 *
 * @param user the account; for a decoy, an id that no account has
 * @param generation the account's credentials at the look-up
 * @param needed the number of proofs, 1 or 2
 * @param demanded kinds of which one must be among the proofs; none for any
 */
public record Subject(UserId user, Generation generation, int needed, DemandedKinds demanded, Reality reality) {
    public Subject(UserId user, Generation generation, int needed, Reality reality) {
        this(user, generation, needed, DemandedKinds.NONE, reality);
    }

    public enum Reality {
        /** The account exists and can be reset. */
        EXISTING("REAL"),
        /** The flow runs through the same steps and never proves anything. */
        DECOY("STRANGER");

        private final String audited;

        Reality(String audited) {
            this.audited = audited;
        }

        public String audited() {
            return audited;
        }
    }

    public Optional<UserId> audited() {
        return reality == Reality.EXISTING ? Optional.of(user) : Optional.empty();
    }
}
