package dev.sspr.internal.registration;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.OpenFlow;
import dev.sspr.internal.engine.AccountFlows;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.EffectContext;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.List;

/** Lists an account's open security info for the help desk, without changing it. */
public final class OpenRegistrations {
    /** Twice the number that an account can open in a day. */
    private static final int MOST_LISTED = 200;

    private final Environment environment;
    private final AccountFlows accountFlows;
    private final FlowRunner<RegistrationPhase> runner;

    private OpenRegistrations(Environment environment) {
        this.environment = environment;
        this.accountFlows = new AccountFlows(environment, new Digests(environment.keys(), environment.random()));
        Auditor auditor = new Auditor(environment.audit(), environment.clock(), Purpose.REGISTER);
        EffectContext nothing = new EffectContext(auditor, environment.executor());
        this.runner = new FlowRunner<>(
                environment.flows(), environment.keys(), new RegistrationCodec(), Purpose.REGISTER, nothing);
    }

    public static OpenRegistrations of(Environment environment) {
        return new OpenRegistrations(environment);
    }

    /** Returns the open registrations of an account; the result gives access to none. */
    public List<OpenFlow> of(UserId user) {
        Instant now = environment.clock().instant();
        return accountFlows.list(user, runner, MOST_LISTED).stream()
                .filter(found -> !(found.state() instanceof Closed)
                        && now.isBefore(found.state().header().deadline()))
                .map(found -> new OpenFlow(
                        Purpose.REGISTER,
                        FlowStatus.PROVEN,
                        found.state().header().deadline()))
                .toList();
    }
}
