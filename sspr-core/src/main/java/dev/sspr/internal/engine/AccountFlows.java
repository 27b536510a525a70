package dev.sspr.internal.engine;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.UserId;
import java.util.List;

/** Ends and lists the flows of an account, including those that began before a key rotation (R-CFG-4). */
public final class AccountFlows {
    private final Environment environment;
    private final Digests digests;

    public AccountFlows(Environment environment, Digests digests) {
        this.environment = environment;
        this.digests = digests;
    }

    /** Ends all flows that bear a tag of the account, except one. */
    public void end(UserId user, FlowId except) {
        digests.owners(user).forEach(tag -> environment.flows().endOwner(tag, except));
    }

    public void end(UserId user) {
        end(user, new FlowId(environment.random().digest()));
    }

    /** Lists the flows of the runner's purpose; at most {@code limit} of all purposes under each key. */
    public <S> List<StoredState<S>> list(UserId user, FlowRunner<S> runner, int limit) {
        return digests.owners(user).stream()
                .flatMap(tag -> runner.ofOwner(tag, limit).stream())
                .toList();
    }
}
