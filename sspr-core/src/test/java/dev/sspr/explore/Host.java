package dev.sspr.explore;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.info.InfoCodec;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.info.Standing;
import dev.sspr.internal.proof.ExploreBroken;
import dev.sspr.internal.proof.ExploreGate;
import dev.sspr.internal.secret.Input;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.Label;
import dev.sspr.internal.secret.Mint;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodSet;
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

/** The whole library, put together as a host does, on two nodes over adapters whose whole state is one {@link Sim}. */
final class Host {
    static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);
    private static final byte[] MASTER = new byte[32];

    static {
        new Dice(1).nextBytes(MASTER);
    }

    final Run run;
    final Lie lie;
    final ExploreGate gate = new ExploreGate();
    final Laws laws = new Laws(this);
    final Hands hands = new Hands(this);
    final KeyRing keys =
            KeyRing.derive("default", new KeyRing.Raw((byte) 1, MASTER), Optional.empty(), new Mint(new Dice(2)));
    /** One node for a call, the other for a call in its middle. */
    private final List<Sspr> nodes = new ArrayList<>();

    private final List<Turn> turns = new ArrayList<>();
    Sim sim = new Sim();
    /** Digests that are always the same, by what they are of. */
    final Map<String, String> names = new HashMap<>();
    /** What is in the bodies that were opened before. */
    final IdentityHashMap<StoredFlow, Object> states = new IdentityHashMap<>();
    /** What a store that has stopped listening still reads. */
    Optional<MethodSet> firstSet = Optional.empty();

    Host(Run run, Lie lie) {
        this.run = run;
        this.lie = lie;
        nodes.add(node(11));
        nodes.add(node(12));
        Beginning.of(this);
        for (Destination to : List.of(Sim.MAIL, Sim.PHONE, Sim.NEW, Sim.EVIL)) {
            names.put(
                    keys.digest()
                            .digest(new Input(Label.ENDPOINT).with(to.endpoint()))
                            .hex(),
                    to.address());
        }
        Digests digests = new Digests(keys, new Mint(new Dice(3)));
        names.put(digests.owner(Sim.ALICE).digest().hex(), "alice");
        firstSet = sim.set;
    }

    private Sspr node(long seed) {
        Users users = new Users(this);
        Stores stores = new Stores(this);
        return Sspr.builder(users, new Post(this), users, SsprKey.of(1, MASTER))
                .policy(Numbers.of(run))
                .flowStore(stores)
                .counterStore(new Counters(this))
                .methodStore(new Infos(this))
                .unlocker(users)
                .auditSink(new Books(this))
                .adminAuthorizer(new Books(this))
                .linkBase(URI.create("https://example.org/account"))
                .clock(this::clock)
                .random(new Dice(seed))
                .executor(Runnable::run)
                .hostSweeps()
                .build();
    }

    private Instant clock() {
        return lies(Lie.FROZEN_CLOCK) ? Sim.START.plusMillis(sim.acts) : sim.now();
    }

    boolean lies(Lie what) {
        return lie == what;
    }

    Turn turn() {
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
        return sim.set.map(this::open).orElseGet(() -> SecurityInfo.none(Sim.ALICE));
    }

    SecurityInfo open(MethodSet stored) {
        return InfoCodec.read(
                stored.user(),
                stored.version(),
                keys.open(stored.user(), stored.body()).orElseThrow());
    }

    /** The same, as if the help desk had never ended anything. */
    MethodSet withoutEnd(MethodSet stored) {
        SecurityInfo info = open(stored);
        Standing was = info.standing();
        Standing never = new Standing(
                was.reviewedAt(), was.skips(), was.snoozedUntil(), was.required(), was.off(), Optional.empty());
        byte[] body = InfoCodec.write(info.standing(never));
        return new MethodSet(stored.user(), stored.version(), stored.claims(), keys.seal(stored.user(), body));
    }

    /** Makes one call; an adapter that fails is a lawful end of it, anything else that is not expected is not. */
    void perform(Act act) {
        sim.acts++;
        act.deed().ifPresent(sim::did);
        turns.add(new Turn(act, sim, info()));
        try {
            act.body().accept(this, node());
            laws.after(act);
        } catch (UnavailableException e) {
            // A lawful answer: the same call may be made again.
            laws.after(act);
        } catch (RuntimeException e) {
            throw unexpected(act, e);
        } finally {
            turns.remove(turns.size() - 1);
            // What goes on around it goes on later.
            sim.acts++;
            sim.tidy();
        }
    }

    private static ExploreBroken unexpected(Act act, RuntimeException e) {
        ExploreBroken broken = new ExploreBroken("P0", act.name() + " threw " + e);
        broken.initCause(e);
        return broken;
    }
}
