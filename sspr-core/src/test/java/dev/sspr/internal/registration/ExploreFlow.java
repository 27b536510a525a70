package dev.sspr.internal.registration;

import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.verification.ExploreBridge.View;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One flow, a registration or a reset: what is stored of it, who holds it, and what has really happened in it. */
final class ExploreFlow {
    final FlowId id;
    /** Whose name or account it is about. */
    final String user;

    /** Empty once the store forgot it. */
    Optional<StoredFlow> stored;
    /** Of a registration. */
    Optional<RegistrationPhase> state = Optional.empty();
    /** Of a reset. */
    Optional<View> view = Optional.empty();

    /** Who has its handle; two where a session was stolen. */
    final Set<Who> holders = new TreeSet<>();

    Optional<FlowHandle> handle = Optional.empty();
    /** The kinds that this registration's holder has shown: at the sign-in, and in it. */
    final Set<MethodKind> shown = new HashSet<>();

    Generation generation = Generation.of(0);
    final List<Put> puts = new ArrayList<>(2);
    /** Enrolments that were confirmed. */
    final Set<Digest> confirmed = new HashSet<>();

    boolean wrote;
    /** When a code was asked for last. */
    Instant sentAt = Instant.MIN;

    /** Who is at work. */
    enum Who {
        ATTACKER,
        VICTIM,
        HOST
    }

    /**
     * A code that is right for one challenge or enrolment.
     *
     * @param task the challenge's or enrolment's id
     * @param kind its kind
     * @param endpoint where it arrived; the user's name for a device
     * @param code what was sent
     */
    record Put(Digest task, MethodKind kind, String endpoint, Secret code) {}

    ExploreFlow(FlowId id, String user, StoredFlow stored) {
        this.id = id;
        this.user = user;
        this.stored = Optional.of(stored);
    }

    private ExploreFlow(ExploreFlow from) {
        this.id = from.id;
        this.user = from.user;
        this.stored = from.stored;
        this.state = from.state;
        this.view = from.view;
        this.holders.addAll(from.holders);
        this.handle = from.handle;
        this.shown.addAll(from.shown);
        this.generation = from.generation;
        this.puts.addAll(from.puts);
        this.confirmed.addAll(from.confirmed);
        this.wrote = from.wrote;
        this.sentAt = from.sentAt;
    }

    ExploreFlow copy() {
        return new ExploreFlow(this);
    }

    /** The enrolment or challenge under way. */
    Optional<Digest> pending() {
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        return state.isPresent()
                ? state.filter(Enrolling.class::isInstance)
                        .map(it -> ((Enrolling) it).inProgress().id())
                : view.flatMap(View::pending);
    }

    Optional<Put> put(Digest task) {
        return puts.stream().filter(put -> put.task().equals(task)).findFirst();
    }

    boolean isRegistration() {
        return state.isPresent() && !(state.get() instanceof RevertWindow);
    }
}
