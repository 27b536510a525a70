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
final class Held {
    /**
     * A right word was typed.
     *
     * @param kind of the method
     * @param to where the word had arrived
     * @param epoch how many passwords had been set by then
     * @param ends how often the help desk had ended everything by then
     * @param by who typed it
     */
    record Shown(MethodKind kind, String to, int epoch, int ends, Who by) {}

    final FlowId id;
    final Call call;
    Who who;
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

    Held(FlowId id, Call call, Who who, Optional<FlowHandle> handle, Set<MethodKind> signIn, Sim sim) {
        this.id = id;
        this.call = call;
        this.who = who;
        this.handle = handle;
        this.signIn = signIn;
        this.begun = sim.now();
        this.epoch = sim.epoch;
        this.ends = sim.ends;
    }

    private Held(Held from) {
        this.id = from.id;
        this.call = from.call;
        this.who = from.who;
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

    Held copy() {
        return new Held(this);
    }

    FlowHandle open() {
        return handle.orElseThrow();
    }

    @Override
    public String toString() {
        return call + " of " + who + handle.isPresent() + signIn.size() + writes + over + doubtful + enrolled
                + left.isPresent() + shown + epoch + "." + ends + " " + id.digest();
    }
}
