package dev.sspr.internal.verification;

import dev.sspr.spi.Account;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Optional;

/** The action of a verified user: checked before anything is stored, then committed. */
public interface CommitAction extends AutoCloseable {
    /** Returns all findings against it for this account and these proofs; asking has no cost. */
    List<Finding> findings(Account account, List<MethodKind> proven);

    /** Returns the check that was skipped, if any, to be audited; known after {@link #findings}. */
    default Optional<String> unchecked() {
        return Optional.empty();
    }

    /** Commits, if the account's credentials are still of this generation. */
    UserStore.PasswordWrite commit(UserId user, Generation expected, WriteId write);

    /** Returns whether the account has what this action sets, after a commit that may have set something else. */
    default Match match(UserId user) {
        return Match.SAME;
    }

    /** Whether the account has the password that was given. */
    enum Match {
        SAME,
        OTHER,
        /** No store can say. */
        UNKNOWN
    }

    /** Returns whether another action sets the same, so that both may share one answer. */
    boolean sameAs(CommitAction other);

    /** Erases the user's input. */
    @Override
    void close();
}
