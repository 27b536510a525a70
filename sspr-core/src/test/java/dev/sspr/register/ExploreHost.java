package dev.sspr.register;

import dev.sspr.flow.AccessPassPolicy;
import dev.sspr.flow.CodePolicy;
import dev.sspr.flow.Limits;
import dev.sspr.flow.LinkBase;
import dev.sspr.flow.LoginCanon;
import dev.sspr.flow.MethodUses;
import dev.sspr.flow.RecoveryCodePolicy;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Courier;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.proof.ExploreBridge;
import dev.sspr.internal.proof.ExploreBroken;
import dev.sspr.internal.proof.ExploreGate;
import dev.sspr.internal.secret.Input;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.Label;
import dev.sspr.internal.secret.Mint;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.internal.verify.CredentialMethods;
import dev.sspr.internal.verify.MessageCodes;
import dev.sspr.internal.verify.Methods;
import dev.sspr.internal.verify.RecoveryCodes;
import dev.sspr.internal.verify.SecurityInfos;
import dev.sspr.internal.verify.SlowHash;
import dev.sspr.messages.MessageWriter;
import dev.sspr.register.RegistrationPolicy.Given;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PhoneType;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The real engine, on three nodes, over adapters whose whole state is one {@link ExploreSim}. */
final class ExploreHost {
    static final Duration QUARANTINE = Duration.ofHours(24);
    static final Duration FRESH = Duration.ofMinutes(5);
    /** A mail lives for one step of the clock, a text for none. */
    private static final CodePolicy CODES = new CodePolicy(10, 8, Duration.ofSeconds(250), Duration.ofSeconds(180));

    private static final List<MethodKind> KINDS =
            List.of(MethodKind.APP_CODE, MethodKind.EMAIL_CODE, MethodKind.SMS_CODE, MethodKind.QUESTIONS);

    final ExploreConfig config;
    final Optional<ExploreLie> lie;
    final ExploreGate gate = new ExploreGate();
    final ExploreSteps steps = new ExploreSteps(this);
    final ExploreChanges changes = new ExploreChanges(this);
    final ExploreWrites writes = new ExploreWrites(this);
    final Mint mint = new Mint(new ExploreRandom());
    final KeyRing keys;
    final InstantSource clock = () -> this.sim.now();
    final RegistrationPolicy policy;
    final Limits limits;
    final SecurityInfos infos;
    private final RegisterCodec codec = new RegisterCodec();
    /** One node for a call, the next for a call within it. */
    private final List<Node> nodes = new ArrayList<>();

    /** Every move of a flow that was seen. */
    final Set<String> moves = new TreeSet<>();

    ExploreSim sim = new ExploreSim();
    private final List<ExploreTurn> turns = new ArrayList<>();
    /** One node's engine. */
    record Node(Registration registration, PasswordReset reset) {}

    ExploreHost(ExploreConfig config, ExploreMutant.Guards guards, Optional<ExploreLie> lie) {
        this.config = config;
        this.lie = lie;
        byte[] master = new byte[32];
        Arrays.fill(master, (byte) 5);
        this.keys = KeyRing.derive("default", new KeyRing.Raw((byte) 1, master), Optional.empty(), mint);
        this.limits = new Limits(2, 1, 50, 1_000_000, 20, 1000, Duration.ofSeconds(30), 20, 50, 10, 10);
        this.policy = new RegistrationPolicy(
                KINDS,
                2,
                FRESH,
                Duration.ofMinutes(10),
                Duration.ofDays(14),
                QUARANTINE,
                Duration.ofMinutes(5),
                0,
                OptionalInt.of(3),
                1,
                Given.AFTER_REGISTRATION,
                PhoneRule.anyCountry());
        this.infos = new SecurityInfos(new ExploreStores(this), keys);
        MethodUses uses = MethodUses.standard();
        Map<MethodKind, CredentialVerifier> tokens = Map.of(
                MethodKind.APP_CODE, new ExploreTokens(this, MethodKind.APP_CODE),
                MethodKind.QUESTIONS, new ExploreTokens(this, MethodKind.QUESTIONS));
        Methods methods = new Methods(
                List.of(
                        codes(MethodKind.EMAIL_CODE, Channel.EMAIL, CodeFormat.unambiguous(10)),
                        codes(MethodKind.SMS_CODE, Channel.SMS, CodeFormat.digits(8)),
                        new CredentialMethods(token(tokens, MethodKind.APP_CODE), infos, clock),
                        new CredentialMethods(token(tokens, MethodKind.QUESTIONS), infos, clock)),
                Optional.of(infos),
                uses,
                new RecoveryCodes(RecoveryCodePolicy.standard(), SlowHash.argon2id(), plugs().mint()),
                clock);
        Plugs plugs = plugs();
        ResetPolicy resets = new ResetPolicy(
                config.proofs(),
                2,
                ExploreBridge.rules(
                        List.of(MethodKind.EMAIL_CODE),
                        List.of(MethodKind.SMS_CODE, MethodKind.APP_CODE, MethodKind.QUESTIONS)),
                Duration.ofMinutes(10));
        for (int i = 0; i < 3; i++) {
            nodes.add(new Node(
                    Registration.with(
                            guards.rules().make(policy, uses, limits),
                            plugs,
                            methods,
                            infos,
                            new Registrable(
                                    tokens,
                                    new AccessPasses(AccessPassPolicy.standard(), SlowHash.argon2id(), plugs.mint()),
                                    number -> PhoneType.UNKNOWN,
                                    "Example",
                                    config.proofs())),
                    ExploreBridge.reset(plugs, resets, methods, guards.reset())));
        }
        ExploreStart.begin(this);
    }

    /** The help desk requires a new registration: what that does to the stores. */
    void requireAgain(UserId user) {
        Spi.ask("method-store", () -> infos.change(user, info -> Optional.of(info.requiredAgain(sim.now()))));
        FlowId none = new FlowId(mint.digest());
        Spi.ask("flow-store", () -> new ExploreFlows(this).endOwner(new Digests(keys, mint).owner(user), none));
    }

    private static CredentialVerifier token(Map<MethodKind, CredentialVerifier> tokens, MethodKind kind) {
        return Optional.ofNullable(tokens.get(kind)).orElseThrow();
    }

    private MessageCodes codes(MethodKind kind, Channel channel, CodeFormat format) {
        return new MessageCodes(kind, channel, format, keys, MessageCodes.Given.AFTER_REGISTRATION);
    }

    private Plugs plugs() {
        ExploreUsers users = new ExploreUsers(this);
        return new Plugs(
                users,
                new ExploreFlows(this),
                new ExploreStores.Counters(this),
                users,
                event -> {},
                new Courier(List.of(new ExploreNotifier(this)), new MessageWriter("Example"), keys.digest(), clock),
                keys,
                mint,
                LoginCanon.usernameCaseMapped(),
                limits,
                CODES,
                Optional.of(LinkBase.of(URI.create("https://example.org/account"))),
                clock,
                Runnable::run);
    }

    ExploreTurn turn() {
        return turns.get(turns.size() - 1);
    }

    /** The flow of the call under way, as it is stored now. */
    ExploreFlow current() {
        return turn().flow.flatMap(sim::flow).orElseThrow();
    }

    /** Makes one call; a failing adapter is a lawful end of it, anything else unexpected is not. */
    void perform(ExploreAct act) {
        turns.add(new ExploreTurn(act.who(), act.call(), act.flow(), sim.now()));
        @Nullable RuntimeException thrown = null;
        try {
            act.body().accept(this, nodes.get(turns.size() - 1));
        } catch (UnavailableException | BackendUnavailableException e) {
            // A lawful answer: the same call may be made again.
            return;
        } catch (RuntimeException e) {
            thrown = e;
        } finally {
            turns.remove(turns.size() - 1);
        }
        if (thrown != null) {
            ExploreBroken broken = new ExploreBroken("P0", act.name() + " threw " + thrown);
            broken.initCause(thrown);
            throw broken;
        }
    }

    Optional<RegisterState> open(StoredFlow flow) {
        return flow.purpose() == Purpose.REGISTER
                ? Optional.of(codec.read(
                        keys.open(flow.id(), Purpose.REGISTER, flow.body()).orElseThrow()))
                : Optional.empty();
    }

    ExploreBridge.View view(StoredFlow flow) {
        return ExploreBridge.view(keys, flow, sim.now(), ExploreHost::at);
    }

    static long at(Instant instant) {
        return Duration.between(ExploreSim.START, instant).toSeconds();
    }

    Digest endpoint(String endpoint) {
        return keys.digest().digest(new Input(Label.ENDPOINT).with(endpoint));
    }

    boolean lies(ExploreLie what) {
        return lie.filter(it -> it == what).isPresent();
    }
}
