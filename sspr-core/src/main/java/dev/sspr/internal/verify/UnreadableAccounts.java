package dev.sspr.internal.verify;

import dev.sspr.spi.UserId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs and audits each account whose security info does not open, once on each node. */
public final class UnreadableAccounts implements Consumer<UserId> {
    /** Bounds the memory. If there are more, the first ones are reported again. */
    private static final int MOST_REMEMBERED = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableAccounts.class);

    private final Consumer<UserId> audit;
    private final Set<UserId> reported = new HashSet<>();

    public UnreadableAccounts(Consumer<UserId> audit) {
        this.audit = audit;
    }

    @Override
    public void accept(UserId user) {
        if (isNew(user)) {
            LOG.error(
                    "the security info of {} does not open: this node lacks the SsprKey that sealed it,"
                            + " or it was altered or put back",
                    user);
            audit.accept(user);
        }
    }

    private synchronized boolean isNew(UserId user) {
        if (reported.size() >= MOST_REMEMBERED) {
            reported.clear();
        }
        return reported.add(user);
    }
}
