package dev.sspr.internal.engine;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.FlowStore.Replaced;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only loop over the flow store: load, decide, compare-and-set, then run the effects. A rule may run more than once, so
 * it is pure; effects run once, after the state is stored.
 *
 * @param <S> the flow's states
 */
public final class FlowRunner<S> {
    /** The lost races after which the store counts as too busy: twice the kit's 64 threads. */
    private static final int MAX_RACES = 128;

    private static final String ROLE = "flow-store";
    private static final Logger LOG = LoggerFactory.getLogger(FlowRunner.class);

    private final FlowStore store;
    private final KeyRing keys;
    private final Codec<S> codec;
    private final Purpose purpose;
    private final EffectContext context;
    private final UnaryOperator<S> published;

    public FlowRunner(FlowStore store, KeyRing keys, Codec<S> codec, Purpose purpose, EffectContext context) {
        this(store, keys, codec, purpose, context, UnaryOperator.identity());
    }

    /** Makes a runner; {@code published} returns what is known of a stored state now. */
    public FlowRunner(
            FlowStore store,
            KeyRing keys,
            Codec<S> codec,
            Purpose purpose,
            EffectContext context,
            UnaryOperator<S> published) {
        this.published = published;
        this.store = store;
        this.keys = keys;
        this.codec = codec;
        this.purpose = purpose;
        this.context = context;
    }

    /** Stores a new flow, then runs the effects. */
    public StoredState<S> begin(FlowId id, OwnerTag owner, Step<S, ?> step) {
        StoredFlow flow = stored(id, owner, 1, step.next(), keys.seal(id, purpose, codec.write(step.next())));
        if (store.insert(flow) == FlowStore.Inserted.EXISTS) {
            throw new UnavailableException(ROLE);
        }
        act(step, id);
        return new StoredState<>(flow, step.next());
    }

    /** Loads a flow; empty if it is unknown, of another purpose, sealed by an unknown key or for another version. */
    public Optional<StoredState<S>> load(FlowId id) {
        return store.find(id).flatMap(this::opened);
    }

    /** Returns the readable flows of this purpose and owner, among a limited number of all purposes. */
    public List<StoredState<S>> ofOwner(OwnerTag owner, int limit) {
        return store.ofOwner(owner, limit).stream()
                .flatMap(flow -> opened(flow).stream())
                .toList();
    }

    private Optional<StoredState<S>> opened(StoredFlow flow) {
        if (flow.purpose() != purpose) {
            return Optional.empty();
        }
        Optional<byte[]> plain = keys.open(flow.id(), purpose, flow.version(), flow.body());
        if (plain.isEmpty()) {
            LOG.error(
                    "flow {} does not open: another SsprKey sealed it, or it was altered or put back",
                    flow.id().digest());
        }
        return plain.map(bytes -> new StoredState<>(flow, read(flow.id(), bytes)));
    }

    /** During an upgrade, a newer release may have written a body that only other nodes can read. */
    private S read(FlowId id, byte[] bytes) {
        try {
            return published.apply(codec.read(bytes));
        } catch (RuntimeException e) {
            LOG.error(
                    "flow {} cannot be read by this release: {}",
                    id.digest(),
                    e.getClass().getName());
            throw new UnavailableException(ROLE);
        }
    }

    /** Applies a rule to a flow. The owner stays: after a lost race it is the owner that the winner has stored. */
    public <A> Optional<Applied<S, A>> apply(StoredState<S> from, Function<S, Step<S, A>> rule) {
        return apply(from, StoredFlow::owner, rule);
    }

    /** Applies a rule that gives the flow to an owner. */
    public <A> Optional<Applied<S, A>> apply(StoredState<S> from, OwnerTag owner, Function<S, Step<S, A>> rule) {
        return apply(from, seen -> owner, rule);
    }

    /** Applies a rule until its result is stored; empty if the flow is gone. */
    private <A> Optional<Applied<S, A>> apply(
            StoredState<S> from, Function<StoredFlow, OwnerTag> owner, Function<S, Step<S, A>> rule) {
        StoredState<S> seen = from;
        for (int race = 0; race < MAX_RACES; race++) {
            Step<S, A> step = rule.apply(seen.state());
            if (step.next() == seen.state()) {
                act(step, seen.id());
                return Optional.of(new Applied<>(seen, step.answer()));
            }
            StoredFlow next = next(seen.stored(), owner.apply(seen.stored()), step.next());
            Replaced replaced = store.replace(next);
            if (replaced == Replaced.REPLACED) {
                act(step, seen.id());
                return Optional.of(new Applied<>(new StoredState<>(next, step.next()), step.answer()));
            }
            Optional<StoredState<S>> again = replaced == Replaced.GONE ? Optional.empty() : load(seen.id());
            if (again.isEmpty()) {
                return Optional.empty();
            }
            seen = again.get();
        }
        throw new UnavailableException(ROLE);
    }

    private StoredFlow next(StoredFlow seen, OwnerTag owner, S state) {
        long version = seen.version() + 1;
        SealedBody body = keys.seal(seen.id(), purpose, version, seen.body(), codec.write(state));
        return stored(seen.id(), owner, version, state, body);
    }

    private StoredFlow stored(FlowId id, OwnerTag owner, long version, S state, SealedBody body) {
        return new StoredFlow(id, owner, purpose, version, codec.keepUntil(state), codec.wakeAt(state), body);
    }

    private void act(Step<S, ?> step, FlowId id) {
        for (Effect effect : step.effects()) {
            effect.run(context, id);
        }
    }
}
