package dev.sspr.internal.registration;

import dev.sspr.flow.LoginCanon;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.GuardedRoles;
import dev.sspr.internal.engine.LinkBase;
import dev.sspr.internal.engine.MessageDispatcher;
import dev.sspr.internal.messages.MessageWriter;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.internal.verification.ExploreBridge;
import dev.sspr.internal.verification.ExploreBroken;
import dev.sspr.internal.verification.ExploreGate;
import dev.sspr.internal.verification.work.ResetCapability;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.internal.verify.CredentialMethods;
import dev.sspr.internal.verify.MessageCodes;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.internal.verify.RecoveryCodes;
import dev.sspr.internal.verify.SecurityInfoStore;
import dev.sspr.internal.verify.SlowHash;
import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.Limits;
import dev.sspr.policy.MessagePolicy;
import dev.sspr.policy.MethodCapabilities;
import dev.sspr.policy.MethodPolicy.AccessPassRules;
import dev.sspr.policy.MethodPolicy.RecoveryCodeRules;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
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
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The real engine, on three nodes, over adapters whose whole state is one {@link ExploreWorld}. */
final class ExploreHost {
    static final Duration QUARANTINE = Duration.ofHours(24);
    /** Longer than the quarantine, so that only the hold keeps a new method from counting. */
    static final Duration HOLD = Duration.ofHours(60);

    static final Duration FRESH = Duration.ofMinutes(5);
    /** A mail lives for one step of the clock, a text for none. */
    private static final CodePolicy CODES = new CodePolicy(10, 8, Duration.ofSeconds(250), Duration.ofSeconds(180));

    private static final List<MethodKind> KINDS =
            List.of(MethodKind.APP_CODE, MethodKind.EMAIL_CODE, MethodKind.SMS_CODE, MethodKind.QUESTIONS);

    final ExploreConfig config;
    final Optional<ExploreFault> lie;
    final ExploreGate gate = new ExploreGate();
    final ExploreSteps steps = new ExploreSteps(this);
    final ExploreChanges changes = new ExploreChanges(this);
    final ExploreWrites writes = new ExploreWrites(this);
    final RandomSource random = new RandomSource(new ExploreRandom());
    final KeyRing keys;
    final InstantSource clock = () -> this.sim.now();
    final RegistrationPolicy policy;
    final Limits limits;
    final SecurityInfoStore infos;
    private final RegistrationCodec codec = new RegistrationCodec();
    /** One node for a call, the next for a call within it. */
    private final List<Node> nodes = new ArrayList<>();

    /** Every move of a flow that was seen. */
    final Set<String> moves = new TreeSet<>();

    ExploreWorld sim = new ExploreWorld();
    private final List<ExploreTurn> turns = new ArrayList<>();
    /** One node's engine. */
    record Node(RegistrationFlow registration, ResetFlow reset) {}

    ExploreHost(ExploreConfig config, ExploreMutant.Guards guards, Optional<ExploreFault> lie) {
        this.config = config;
        this.lie = lie;
        byte[] master = new byte[32];
        Arrays.fill(master, (byte) 5);
        this.keys = KeyRing.derive("default", new KeyRing.Raw((byte) 1, master), List.of(), random);
        this.limits = Limits.standard()
                .guessesPerMethod(2)
                .guessesPerDay(1)
                .guessesPerTenantPerDay(1_000_000)
                .startsPerName(20)
                .startsPerSource(1000)
                .sendGap(Duration.ofSeconds(30))
                .mailsPerHour(20)
                .mailsPerDay(50)
                .textsPerHour(10)
                .textsPerDay(10);
        this.policy = RegistrationPolicy.standard()
                .kinds(KINDS)
                .freshness(FRESH)
                .sessionLife(Duration.ofMinutes(10))
                .quarantine(QUARANTINE)
                .enrolmentLife(Duration.ofMinutes(5))
                .reconfirmDays(0);
        this.infos = new SecurityInfoStore(GuardedRoles.methods(new ExploreStores(this)), keys);
        MethodCapabilities uses = MethodCapabilities.standard();
        Map<MethodKind, CredentialVerifier> tokens = Map.of(
                MethodKind.APP_CODE, GuardedRoles.credentialVerifier(new ExploreTokens(this, MethodKind.APP_CODE)),
                MethodKind.QUESTIONS, GuardedRoles.credentialVerifier(new ExploreTokens(this, MethodKind.QUESTIONS)));
        MethodCatalog catalog = new MethodCatalog(
                List.of(
                        codes(MethodKind.EMAIL_CODE, Channel.EMAIL, CodeFormat.unambiguous(10)),
                        codes(MethodKind.SMS_CODE, Channel.SMS, CodeFormat.digits(8)),
                        new CredentialMethods(token(tokens, MethodKind.APP_CODE), infos, clock),
                        new CredentialMethods(token(tokens, MethodKind.QUESTIONS), infos, clock)),
                Optional.of(infos),
                uses,
                new RecoveryCodes(
                        RecoveryCodeRules.standard(),
                        SlowHash.argon2id(),
                        environment().random()),
                clock);
        Environment environment = environment();
        ResetPolicy resets = ResetPolicy.standard()
                .proofs(config.proofs())
                .methods(ExploreBridge.rules(
                        List.of(MethodKind.EMAIL_CODE),
                        List.of(MethodKind.SMS_CODE, MethodKind.APP_CODE, MethodKind.QUESTIONS)))
                .flowLife(Duration.ofMinutes(10))
                .hold(hold -> hold.period(HOLD));
        for (int i = 0; i < 3; i++) {
            dev.sspr.internal.verification.state.Guards reset =
                    ExploreBridge.guards(environment, resets, guards.reset());
            nodes.add(new Node(
                    RegistrationFlow.with(
                            guards.rules().make(policy, uses, limits),
                            environment,
                            catalog,
                            infos,
                            new RegistrationParts(
                                    tokens,
                                    new AccessPasses(
                                            AccessPassRules.standard(), SlowHash.argon2id(), environment.random()),
                                    new AddressReader(),
                                    "Example",
                                    new ResetCapability(environment, reset, catalog))),
                    ExploreBridge.reset(environment, catalog, reset)));
        }
        ExploreStart.begin(this);
    }

    /** The help desk requires a new registration: what that does to the stores. */
    void requireAgain(UserId user) {
        infos.change(user, info -> Optional.of(info.requiredAgain(sim.now())));
        FlowId none = new FlowId(random.digest());
        GuardedRoles.flows(new ExploreFlows(this)).endOwner(new Digests(keys, random).owner(user), none);
    }

    private static CredentialVerifier token(Map<MethodKind, CredentialVerifier> tokens, MethodKind kind) {
        return Optional.ofNullable(tokens.get(kind)).orElseThrow();
    }

    private MessageCodes codes(MethodKind kind, Channel channel, CodeFormat format) {
        return new MessageCodes(kind, channel, format, keys, MessageCodes.StoreDestinations.AFTER_REGISTRATION);
    }

    private Environment environment() {
        ExploreUsers users = new ExploreUsers(this);
        return new Environment(
                GuardedRoles.users(users),
                GuardedRoles.flows(new ExploreFlows(this)),
                GuardedRoles.counters(new ExploreStores.Counters(this)),
                GuardedRoles.sessions(users),
                event -> {},
                new MessageDispatcher(
                        List.of(GuardedRoles.notifier(new ExploreNotifier(this))),
                        new MessageWriter(Optional.of("Example"), MessagePolicy.standard()),
                        keys.digest(),
                        clock),
                keys,
                random,
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

    Optional<RegistrationPhase> open(StoredFlow flow) {
        return flow.purpose() == Purpose.REGISTER
                ? Optional.of(codec.read(keys.open(flow.id(), Purpose.REGISTER, flow.version(), flow.body())
                        .orElseThrow()))
                : Optional.empty();
    }

    ExploreBridge.View view(StoredFlow flow) {
        return ExploreBridge.view(keys, flow, sim.now(), ExploreHost::at);
    }

    static long at(Instant instant) {
        return Duration.between(ExploreWorld.START, instant).toSeconds();
    }

    Digest endpoint(String endpoint) {
        return keys.digest().digest(new DigestInput(DigestLabel.ENDPOINT).with(endpoint));
    }

    boolean lies(ExploreFault what) {
        return lie.filter(it -> it == what).isPresent();
    }
}
