package dev.sspr.internal.verification;

import dev.sspr.spi.Account;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.List;
import java.util.Optional;

/** What a proven person asks for, once: judged before anything is stored, then done as a unit with what must follow. */
public interface CommitAction extends AutoCloseable {
    /** Everything that is wrong with it for this account, proven by these kinds; nothing is spent by asking. */
    List<Finding> findings(Account account, List<MethodKind> proven);

    /** What of it could not be judged although it is accepted, to be noted; known after {@link #findings}. */
    default Optional<String> unchecked() {
        return Optional.empty();
    }

    /** Does it, if nothing about the account's credentials has changed. */
    UserStore.PasswordWrite commit(UserId user, Generation expected);

    /** Forgets what was typed for it. */
    @Override
    void close();
}
