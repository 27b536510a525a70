package dev.sspr.internal.verification;

import dev.sspr.fixture.CustomGuards;
import dev.sspr.fixture.TestRandom;
import dev.sspr.fixture.TestedFlow;
import dev.sspr.flow.LoginCanon;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.GuardedRoles;
import dev.sspr.internal.engine.LinkBase;
import dev.sspr.internal.engine.MessageDispatcher;
import dev.sspr.internal.messages.MessageWriter;
import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.StateCodec;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.password.PasswordRules;
import dev.sspr.policy.Limits;
import dev.sspr.policy.MessagePolicy;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.WriteId;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The real engine, on three nodes, over adapters whose whole state is one {@link ExploreWorld}. */
final class ExploreHost {
    final ExploreConfig config;
    final Optional<ExploreFault> lie;
    final ExploreGate gate = new ExploreGate();
    final ExploreMonitor monitor = new ExploreMonitor(this);
    final RandomSource random = new RandomSource(new TestRandom(1));
    final KeyRing keys;
    final InstantSource clock = () -> this.sim.now();
    private final StateCodec codec = new StateCodec();
    /** One node for a call, the next for a call within it. */
    private final List<TestedFlow> nodes = new ArrayList<>();

    /** Every move of a flow that was seen. */
    final Set<String> moves = new TreeSet<>();

    ExploreWorld sim;
    /** The calls under way, the innermost last. */
    private final List<ExploreTurn> turns = new ArrayList<>();
    /** The flow that was stored or found last. */
    Optional<FlowId> touched = Optional.empty();

    /** Puts a node together. */
    interface Maker {
        TestedFlow face(
                Guards guards,
                Environment environment,
                MethodCatalog catalog,
                AccountUnlocker unlocker,
                Optional<PasswordVerifier> verifier);
    }

    ExploreHost(ExploreConfig config, BiFunction<ResetPolicy, Limits, Guards> rules, Optional<ExploreFault> lie) {
        this(
                config,
                rules,
                lie,
                (guards, environment, catalog, unlocker, verifier) -> TestedFlow.of(CustomGuards.with(
                        guards, environment, catalog, new PasswordRules(PasswordPolicy.standard()), verifier)));
    }

    ExploreHost(
            ExploreConfig config,
            BiFunction<ResetPolicy, Limits, Guards> rules,
            Optional<ExploreFault> lie,
            Maker maker) {
        this.config = config;
        this.lie = lie;
        byte[] master = new byte[32];
        Arrays.fill(master, (byte) 5);
        this.keys = KeyRing.derive("default", new KeyRing.Raw((byte) 1, master), List.of(), random);
        this.sim = new ExploreWorld(config.policy().first().size() == 1);
        if (config.can(ExploreConfig.Can.WRITE_IDS)) {
            sim.victim.lastWrite = Optional.of(WriteId.NONE);
            sim.other.lastWrite = Optional.of(WriteId.NONE);
        }
        if (config.purpose() == Purpose.UNLOCK) {
            sim.victim.status = AccountStatus.LOCKED;
            sim.other.status = AccountStatus.LOCKED;
        }
        ExploreCodes mail = new ExploreCodes(this, MethodKind.EMAIL_CODE);
        ExploreCodes phone = new ExploreCodes(this, MethodKind.SMS_CODE);
        ExploreUsers users = new ExploreUsers(this);
        AccountUnlocker unlocker = GuardedRoles.unlocker(users);
        Environment environment = environment(users);
        for (int i = 0; i < 3; i++) {
            nodes.add(maker.face(
                    rules.apply(config.policy(), config.limits()),
                    environment,
                    new MethodCatalog(List.of(GuardedRoles.mfaVerifier(mail), GuardedRoles.mfaVerifier(phone))),
                    unlocker,
                    config.can(ExploreConfig.Can.VERIFIES)
                            ? Optional.of(GuardedRoles.passwordVerifier(users))
                            : Optional.empty()));
        }
    }

    private Environment environment(ExploreUsers users) {
        ExploreNotifier notifier = new ExploreNotifier(this);
        return new Environment(
                GuardedRoles.users(users),
                GuardedRoles.flows(new ExploreFlows(this)),
                GuardedRoles.counters(new ExploreCounters(this)),
                GuardedRoles.sessions(new ExploreRevoker(this)),
                event -> {},
                new MessageDispatcher(
                        List.of(GuardedRoles.notifier(notifier)),
                        new MessageWriter(Optional.of("Example"), MessagePolicy.standard()),
                        keys.digest(),
                        clock),
                keys,
                random,
                LoginCanon.usernameCaseMapped(),
                config.limits(),
                ExploreConfig.CODES,
                Optional.of(LinkBase.of(URI.create("https://example.org/reset"))),
                clock,
                this::enqueue);
    }

    /** A flow's job may be run at any time from now on, by any node, as often as it likes. */
    private void enqueue(Runnable job) {
        touched.flatMap(sim::flow).ifPresent(flow -> flow.job = job);
    }

    ExploreTurn turn() {
        return turns.get(turns.size() - 1);
    }

    /** The flow of the call under way, as it is stored now. */
    Optional<ExploreFlow> current() {
        return turn().flow.flatMap(sim::flow);
    }

    /** Makes one call; a failing adapter is a lawful end of it, anything else unexpected is not. */
    void perform(ExploreAct act) {
        turns.add(new ExploreTurn(act.who(), act.flow(), sim.now()));
        try {
            act.body().accept(this, nodes.get(turns.size() - 1));
        } catch (UnavailableException | BackendUnavailableException e) {
            // A lawful answer: the same call may be made again.
            return;
        } catch (RuntimeException e) {
            throw new ExploreBroken("P0", act.name() + " threw " + e);
        } finally {
            turns.remove(turns.size() - 1);
        }
    }

    FlowState open(StoredFlow flow) {
        return codec.read(keys.open(flow.id(), config.purpose(), flow.version(), flow.body())
                .orElseThrow());
    }

    Digest accepted(Secret response) {
        return response.exposeTo(chars -> keys.digest().digest(new DigestInput(DigestLabel.ACCEPTED).with(chars)));
    }

    Digest endpoint(String endpoint) {
        return keys.digest().digest(new DigestInput(DigestLabel.ENDPOINT).with(endpoint));
    }

    boolean lies(ExploreFault what) {
        return lie.filter(it -> it == what).isPresent();
    }
}
