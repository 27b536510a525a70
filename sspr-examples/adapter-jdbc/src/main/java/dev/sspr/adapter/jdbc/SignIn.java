package dev.sspr.adapter.jdbc;

import dev.sspr.spi.Generation;
import dev.sspr.spi.UserId;
import java.util.Objects;

/** What came of a login name and a password. */
public sealed interface SignIn {
    /**
     * Both are right and the account is in use.
     *
     * @param user whose they are
     * @param generation the stamp of the credentials they belong to
     */
    record Accepted(UserId user, Generation generation) implements SignIn {
        /** Checks the parts. */
        public Accepted {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(generation, "generation");
        }
    }

    /**
     * Nobody is signed in.
     *
     * @param reason why, for the host's own records: a person is told one and the same for all
     */
    record Refused(Reason reason) implements SignIn {
        /** Checks the reason. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why nobody is signed in. */
    enum Reason {
        /** No account has this login name. */
        NO_SUCH_LOGIN,
        /** Several accounts have it. */
        AMBIGUOUS_LOGIN,
        /** The account has no password here, or one kept in a form that cannot be read. */
        NO_PASSWORD,
        /** The account has another password. */
        WRONG_PASSWORD,
        /** The password is right, but the account is locked, disabled, expired or the like. */
        NOT_ACTIVE
    }
}
