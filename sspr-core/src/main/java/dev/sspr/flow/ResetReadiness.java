package dev.sspr.flow;

import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an account has the methods for a reset, and what it lacks. It follows the policy of the reset: the listed methods,
 * the number of proofs, different mailboxes and numbers, and the demanded second factors.
 *
 * @param lacks what is missing now; empty if the account can be reset
 * @param readyFrom when registered methods that do not count yet will suffice; empty if the account can be reset now, or if
 *     waiting does not help
 * @param demanded the kinds of which a reset demands one, whether or not one of them can give a proof now; empty for any
 */
public record ResetReadiness(Set<Lack> lacks, Optional<Instant> readyFrom, Set<MethodKind> demanded) {
    /** Something that an account lacks for a reset. */
    public enum Lack {
        /** No usable method may be the first proof. */
        FIRST_METHOD,
        /** The account needs another proof, of another kind and through another mailbox, number or device. */
        ANOTHER_METHOD,
        /** A second factor is demanded, and none of the demanded kinds can give a proof. */
        DEMANDED_METHOD
    }

    /** Copies the sets. */
    public ResetReadiness {
        lacks = Set.copyOf(lacks);
        Objects.requireNonNull(readyFrom, "readyFrom");
        demanded = Set.copyOf(demanded);
    }

    /** {@return whether the account can be reset now} */
    public boolean ready() {
        return lacks.isEmpty();
    }

    /** {@return whether the account can be reset now, or will be when the methods count that it has registered} */
    public boolean expected() {
        return ready() || readyFrom.isPresent();
    }
}
