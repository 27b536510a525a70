package dev.sspr.explore;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.internal.securityinfo.InfoCodec;
import dev.sspr.internal.securityinfo.RegistrationRecord;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verification.ExploreBroken;
import dev.sspr.internal.verification.ExploreGate;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.StoredFlow;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The whole library, put together as a host does, on two nodes over adapters whose whole state is one {@link ExploredWorld}. */
final class ExploredHost {
    static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);
    private static final byte[] MASTER = new byte[32];

    static {
        new SeededRandom(1).nextBytes(MASTER);
    }

    final ExplorationRun explorationRun;
    final HostFault hostFault;
    final ExploreGate gate = new ExploreGate();
    final SafetyProperties safetyProperties = new SafetyProperties(this);
    final UserActions userActions = new UserActions(this);
    final KeyRing keys = KeyRing.derive(
            "default", new KeyRing.Raw((byte) 1, MASTER), List.of(), new RandomSource(new SeededRandom(2)));
    /** One node for a call, the other for a call in its middle. */
    private final List<Sspr> nodes = new ArrayList<>();

    private final List<CallInProgress> turns = new ArrayList<>();
    ExploredWorld exploredWorld = new ExploredWorld();
    /** Digests that are always the same, by what they are of. */
    final Map<String, String> names = new HashMap<>();
    /** What is in the bodies that were opened before. */
    final IdentityHashMap<StoredFlow, Object> states = new IdentityHashMap<>();
    /** What a store that has stopped listening still reads. */
    Optional<MethodStore.MethodSet> firstSet = Optional.empty();

    ExploredHost(ExplorationRun explorationRun, HostFault hostFault) {
        this.explorationRun = explorationRun;
        this.hostFault = hostFault;
        nodes.add(node(11));
        nodes.add(node(12));
        InitialSituation.of(this);
        for (Destination to : List.of(ExploredWorld.MAIL, ExploredWorld.PHONE, ExploredWorld.NEW, ExploredWorld.EVIL)) {
            names.put(
                    keys.digest()
                            .digest(new DigestInput(DigestLabel.ENDPOINT).with(to.endpoint()))
                            .hex(),
                    to.address());
        }
        Digests digests = new Digests(keys, new RandomSource(new SeededRandom(3)));
        names.put(digests.owner(ExploredWorld.ALICE).digest().hex(), "alice");
        firstSet = exploredWorld.set;
    }

    private Sspr node(long seed) {
        ExploredUserStore exploredUserStore = new ExploredUserStore(this);
        ExploredFlowStore exploredFlowStore = new ExploredFlowStore(this);
        return Sspr.builder(exploredUserStore, new ExploredNotifier(this), exploredUserStore, SsprKey.of(1, MASTER))
                .policy(TightPolicy.of(explorationRun))
                .flowStore(exploredFlowStore)
                .counterStore(new ExploredCounterStore(this))
                .methodStore(new ExploredMethodStore(this))
                .unlocker(exploredUserStore)
                .auditSink(new AuditAndAuthorizer(this))
                .adminAuthorizer(new AuditAndAuthorizer(this))
                .linkBase(URI.create("https://example.org/account"))
                .clock(this::clock)
                .random(new SeededRandom(seed))
                .executor(Runnable::run)
                .hostSweeps()
                .build();
    }

    private Instant clock() {
        return lies(HostFault.FROZEN_CLOCK)
                ? ExploredWorld.START.plusMillis(ExploredWorld.ACT * exploredWorld.acts)
                : exploredWorld.now();
    }

    boolean lies(HostFault what) {
        return hostFault == what;
    }

    CallInProgress callInProgress() {
        return turns.get(turns.size() - 1);
    }

    /** Whether a call is under way: the host itself looks things up between calls. */
    boolean called() {
        return !turns.isEmpty();
    }

    Sspr node() {
        return nodes.get(Math.max(0, turns.size() - 1));
    }

    /** Security info as it is stored. */
    SecurityInfo info() {
        return exploredWorld.set.map(this::open).orElseGet(() -> SecurityInfo.none(ExploredWorld.ALICE));
    }

    SecurityInfo open(MethodStore.MethodSet stored) {
        return InfoCodec.read(
                stored.user(),
                stored.version(),
                keys.open(stored.user(), stored.version(), stored.body()).orElseThrow());
    }

    /** The same, as if the help desk had never ended anything. */
    MethodStore.MethodSet withoutEnd(MethodStore.MethodSet stored) {
        SecurityInfo info = open(stored);
        RegistrationRecord was = info.record();
        RegistrationRecord never = new RegistrationRecord(
                was.reviewedAt(), was.snoozes(), was.snoozedUntil(), was.required(), was.off(), Optional.empty());
        byte[] body = InfoCodec.write(info.record(never));
        return new MethodStore.MethodSet(
                stored.user(), stored.version(), stored.claims(), keys.seal(stored.user(), stored.version(), body));
    }

    /** Makes one call; an adapter that fails is a lawful end of it, anything else that is not expected is not. */
    void perform(Action action) {
        exploredWorld.acts++;
        action.boundedAction().ifPresent(exploredWorld::did);
        turns.add(new CallInProgress(action, exploredWorld, info()));
        try {
            action.body().accept(this, node());
            safetyProperties.after(action);
        } catch (UnavailableException e) {
            // A lawful answer: the same call may be made again.
            safetyProperties.after(action);
        } catch (RuntimeException e) {
            throw unexpected(action, e);
        } finally {
            turns.remove(turns.size() - 1);
            // What goes on around it goes on later.
            exploredWorld.acts++;
            exploredWorld.tidy();
        }
    }

    private static ExploreBroken unexpected(Action action, RuntimeException e) {
        ExploreBroken broken = new ExploreBroken("P0", action.name() + " threw " + e);
        broken.initCause(e);
        return broken;
    }
}
