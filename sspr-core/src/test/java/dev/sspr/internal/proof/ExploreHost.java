package dev.sspr.internal.proof;

import dev.sspr.flow.Limits;
import dev.sspr.flow.LinkBase;
import dev.sspr.flow.LoginCanon;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Courier;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.secret.Input;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.Label;
import dev.sspr.internal.secret.Mint;
import dev.sspr.internal.verify.Methods;
import dev.sspr.messages.MessageWriter;
import dev.sspr.password.PasswordPolicy;
import dev.sspr.password.PasswordRules;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The real engine, on three nodes, over adapters whose whole state is one {@link ExploreSim}. */
final class ExploreHost {
    final ExploreConfig config;
    final Optional<ExploreLie> lie;
    final ExploreGate gate = new ExploreGate();
    final ExploreMonitor monitor = new ExploreMonitor(this);
    final Mint mint = new Mint(new TestRandom(1));
    final KeyRing keys;
    final InstantSource clock = () -> this.sim.now();
    private final ProofCodec codec = new ProofCodec();
    /** One node for a call, the next for a call within it. */
    private final List<Face> nodes = new ArrayList<>();

    /** Every move of a flow that was seen. */
    final Set<String> moves = new TreeSet<>();

    ExploreSim sim;
    /** The calls under way, the innermost last. */
    private final List<ExploreTurn> turns = new ArrayList<>();
    /** The flow that was stored or found last. */
    Optional<FlowId> touched = Optional.empty();

    /** Puts a node together. */
    interface Maker {
        Face face(Rules rules, Plugs plugs, Methods methods);
    }

    ExploreHost(ExploreConfig config, BiFunction<ResetPolicy, Limits, Rules> rules, Optional<ExploreLie> lie) {
        this(
                config,
                rules,
                lie,
                (guards, plugs, methods) ->
                        Face.of(Resets.with(guards, plugs, methods, new PasswordRules(PasswordPolicy.standard()))));
    }

    ExploreHost(
            ExploreConfig config, BiFunction<ResetPolicy, Limits, Rules> rules, Optional<ExploreLie> lie, Maker maker) {
        this.config = config;
        this.lie = lie;
        byte[] master = new byte[32];
        Arrays.fill(master, (byte) 5);
        this.keys = KeyRing.derive("default", new KeyRing.Raw((byte) 1, master), Optional.empty(), mint);
        this.sim = new ExploreSim(config.policy().first().size() == 1);
        if (config.purpose() == Purpose.UNLOCK) {
            sim.victim.status = AccountStatus.LOCKED;
            sim.other.status = AccountStatus.LOCKED;
        }
        ExploreCodes mail = new ExploreCodes(this, MethodKind.EMAIL_CODE);
        ExploreCodes phone = new ExploreCodes(this, MethodKind.SMS_CODE);
        Plugs plugs = plugs();
        for (int i = 0; i < 3; i++) {
            nodes.add(maker.face(
                    rules.apply(config.policy(), config.limits()), plugs, new Methods(List.of(mail, phone))));
        }
    }

    private Plugs plugs() {
        ExploreNotifier notifier = new ExploreNotifier(this);
        return new Plugs(
                new ExploreUsers(this),
                new ExploreFlows(this),
                new ExploreCounters(this),
                new ExploreRevoker(this),
                event -> {},
                new Courier(List.of(notifier), new MessageWriter("Example"), keys.digest(), clock),
                keys,
                mint,
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

    ProofState open(StoredFlow flow) {
        return codec.read(keys.open(flow.id(), config.purpose(), flow.body()).orElseThrow());
    }

    Digest accepted(Secret response) {
        return response.exposeTo(chars -> keys.digest().digest(new Input(Label.ACCEPTED).with(chars)));
    }

    Digest endpoint(String endpoint) {
        return keys.digest().digest(new Input(Label.ENDPOINT).with(endpoint));
    }

    boolean lies(ExploreLie what) {
        return lie.filter(it -> it == what).isPresent();
    }
}
