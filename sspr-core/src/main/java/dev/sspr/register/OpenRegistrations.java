package dev.sspr.register;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.OpenFlow;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Backstage;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.List;

/** Lists where an account's security info is open, for the help desk; it changes nothing. */
public final class OpenRegistrations {
    /** Twice as many as an account can open in a day. */
    private static final int MOST_LISTED = 200;

    private final Plugs plugs;
    private final Digests digests;
    private final FlowRunner<RegisterState> runner;

    private OpenRegistrations(Plugs plugs) {
        this.plugs = plugs;
        this.digests = new Digests(plugs.keys(), plugs.mint());
        Auditor auditor = new Auditor(plugs.audit(), plugs.clock(), Purpose.REGISTER);
        Backstage nothing = new Backstage(auditor, plugs.executor(), flow -> {});
        this.runner = new FlowRunner<>(plugs.flows(), plugs.keys(), new RegisterCodec(), Purpose.REGISTER, nothing);
    }

    /**
     * A list over a host's flows; a host calls {@code Sspr.builder} instead.
     *
     * @param plugs what the host plugged in
     * @return the list
     */
    @SuppressWarnings("exports")
    public static OpenRegistrations of(Plugs plugs) {
        return new OpenRegistrations(plugs);
    }

    /**
     * What is open for an account.
     *
     * @param user the account
     * @return open registrations; nothing of them opens one
     */
    public List<OpenFlow> of(UserId user) {
        Instant now = plugs.clock().instant();
        return runner.ofOwner(digests.owner(user), MOST_LISTED).stream()
                .filter(found -> !(found.state() instanceof Closed)
                        && now.isBefore(found.state().ticket().deadline()))
                .map(found -> new OpenFlow(
                        Purpose.REGISTER,
                        FlowStatus.PROVEN,
                        found.state().ticket().deadline()))
                .toList();
    }
}
