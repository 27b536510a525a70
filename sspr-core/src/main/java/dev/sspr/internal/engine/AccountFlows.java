package dev.sspr.internal.engine;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.List;

/**
 * What the stores know of an account, under every key (R-CFG-4, F2-S4): its flows, and the counters that mark something.
 * A counter that only limits is not looked for: it begins anew once for each key rotation.
 */
public final class AccountFlows {
    /** How long a report requires an extra proof. */
    private static final Duration DAY = Duration.ofHours(24);

    private static final String REPORT = "report";

    private final Environment environment;
    private final Digests digests;
    /** One for each key, the current one first. */
    private final List<RateLimiter> limiters;

    public AccountFlows(Environment environment, Digests digests) {
        this.environment = environment;
        this.digests = digests;
        this.limiters =
                environment.keys().underEach(key -> new RateLimiter(environment.counters(), key, environment.clock()));
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

    /** Records a report of the account's owner. */
    public void report(UserId user) {
        report(digests.owner(user));
    }

    /** Records a report about a flow whose account is not known. */
    public void report(OwnerTag owner) {
        mark(REPORT, owner.digest().hex(), DAY);
    }

    /** Returns how many reports the account's owner has made today. */
    public long reports(UserId user) {
        List<OwnerTag> owners = digests.owners(user);
        long all = 0;
        for (int i = 0; i < owners.size(); i++) {
            all += total(limiters.get(i), REPORT, owners.get(i).digest().hex(), DAY);
        }
        return all;
    }

    /** Adds 1 to a mark. */
    public void mark(String what, String whom, Duration window) {
        RateLimiter current = limiters.get(0);
        current.charge(List.of(new RateLimit(current.key(what, whom), Long.MAX_VALUE, window)));
    }

    /** Returns the total of a mark. */
    public long marked(String what, String whom, Duration window) {
        return limiters.stream()
                .mapToLong(one -> total(one, what, whom, window))
                .sum();
    }

    private static long total(RateLimiter limiter, String what, String whom, Duration window) {
        return limiter.total(limiter.key(what, whom), window);
    }
}
