package dev.sspr.internal.engine;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.List;

/** The flows of an account and the reports of its owner, under every key (R-CFG-4, F2-S4). */
public final class AccountFlows {
    /** How long a report requires an extra proof. */
    private static final Duration DAY = Duration.ofHours(24);

    private final Environment environment;
    private final Digests digests;
    private final Marks marks;

    public AccountFlows(Environment environment, Digests digests) {
        this.environment = environment;
        this.digests = digests;
        this.marks = Marks.of(environment);
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
        marks.add(Budget.REPORTS, owner.digest().hex(), DAY);
    }

    /** Returns how many reports the account's owner has made today. */
    public long reports(UserId user) {
        return marks.total(
                Budget.REPORTS,
                digests.owners(user).stream().map(tag -> tag.digest().hex()).toList(),
                DAY);
    }
}
