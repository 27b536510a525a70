package dev.sspr.explore;

import dev.sspr.flow.FlowHandle;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A flow as its holder knows it, and what was truly shown in it, whatever the library believes. */
final class HeldFlow {
    /**
     * A right word was typed.
     *
     * @param kind of the method
     * @param to where the word had arrived
     * @param epoch how many passwords had been set by then
     * @param ends how often the help desk had ended everything by then
     * @param by who typed it
     */
    record Shown(MethodKind kind, String to, int epoch, int ends, Actor by) {}

    final FlowId id;
    final CallKind callKind;
    Actor actor;
    Optional<FlowHandle> handle;
    /** What the sign-in behind it showed. */
    final Set<MethodKind> signIn;

    final Instant begun;
    int epoch;
    int ends;
    int writes;
    /** Somebody said "this was not me", and was told that it ended. */
    boolean over;
    /** It has begun to write, which may have been without success. */
    boolean doubtful;
    /** An enrolment was begun in it. */
    boolean enrolled;
    /** The handle of the browser that was left behind, which is somebody else's. */
    Optional<FlowHandle> left = Optional.empty();

    final List<Shown> shown = new ArrayList<>(2);

    HeldFlow(
            FlowId id,
            CallKind callKind,
            Actor actor,
            Optional<FlowHandle> handle,
            Set<MethodKind> signIn,
            ExploredWorld exploredWorld) {
        this.id = id;
        this.callKind = callKind;
        this.actor = actor;
        this.handle = handle;
        this.signIn = signIn;
        this.begun = exploredWorld.now();
        this.epoch = exploredWorld.epoch;
        this.ends = exploredWorld.ends;
    }

    private HeldFlow(HeldFlow from) {
        this.id = from.id;
        this.callKind = from.callKind;
        this.actor = from.actor;
        this.handle = from.handle;
        this.signIn = from.signIn;
        this.begun = from.begun;
        this.epoch = from.epoch;
        this.ends = from.ends;
        this.writes = from.writes;
        this.over = from.over;
        this.doubtful = from.doubtful;
        this.enrolled = from.enrolled;
        this.left = from.left;
        this.shown.addAll(from.shown);
    }

    HeldFlow copy() {
        return new HeldFlow(this);
    }

    FlowHandle open() {
        return handle.orElseThrow();
    }

    @Override
    public String toString() {
        return callKind + " of " + actor + handle.isPresent() + signIn.size() + writes + over + doubtful + enrolled
                + left.isPresent() + shown + epoch + "." + ends + " " + id.digest();
    }
}
