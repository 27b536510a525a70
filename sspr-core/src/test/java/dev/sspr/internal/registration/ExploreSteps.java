package dev.sspr.internal.registration;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.flow.UndoResult;
import dev.sspr.internal.registration.ExploreFlow.Put;
import dev.sspr.internal.verification.ExploreBridge.View;
import dev.sspr.internal.verification.ExploreBroken;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges each stored step of a flow: from the state that is really kept to the one that replaces it. */
final class ExploreSteps {
    /** From where to where a registration may go. */
    static final Map<Class<?>, Set<Class<?>>> LAWFUL = Map.of(
            Idle.class, Set.of(Enrolling.class, Saving.class, Closed.class),
            Enrolling.class, Set.of(Enrolling.class, Idle.class, Saving.class, Closed.class),
            Saving.class, Set.of(Idle.class),
            Closed.class, Set.of(),
            RevertWindow.class, Set.of(RevertWindow.class));

    private final ExploreHost host;

    ExploreSteps(ExploreHost host) {
        this.host = host;
    }

    static String move(Class<?> from, Class<?> to) {
        return from.getSimpleName() + " to " + to.getSimpleName();
    }

    /** A registration moves. */
    void registered(ExploreFlow flow, RegistrationPhase old, RegistrationPhase next) {
        String move = move(old.getClass(), next.getClass());
        unless(LAWFUL.getOrDefault(old.getClass(), Set.of()).contains(next.getClass()), "P7", move);
        host.moves.add(move);
        RegistrationHeader before = old.header();
        RegistrationHeader after = next.header();
        boolean same = before.handle().equals(after.handle())
                && before.user().equals(after.user())
                && before.deadline().equals(after.deadline());
        unless(same, "P7", "a step changes whose registration it is, or until when");
        boolean opens = next instanceof Enrolling || (next instanceof Saving);
        unless(!opens || host.turn().began.isBefore(before.deadline()), "P7", move + " after the deadline");
        if (old instanceof Enrolling was
                && next instanceof Enrolling is
                && was.inProgress().id().equals(is.inProgress().id())) {
            tried(flow, was, is);
        } else if (next instanceof Enrolling) {
            flow.sentAt = host.sim.now();
        }
        if (next instanceof Saving saving) {
            if (old instanceof Enrolling was && saving.methodChange().comes().isPresent()) {
                confirmed(flow, was, saving.methodChange());
            } else {
                unless(saving.methodChange().comes().isEmpty(), "P3", "a method comes that nobody confirmed");
            }
        }
    }

    private void tried(ExploreFlow flow, Enrolling was, Enrolling is) {
        unless(is.tries() >= was.tries(), "P4", "a try is given back");
        unless(is.tries() <= host.limits.guessesPerMethod(), "P8", "a response is looked at without a try left");
        Instant now = host.sim.now();
        if (is.inProgress().expiresAt().equals(Instant.EPOCH)) {
            unless(!now.isBefore(was.inProgress().expiresAt()), "P9", "an enrolment ends before its time");
            return;
        }
        if (is.tries() == was.tries()) {
            boolean soon = now.isBefore(flow.sentAt.plus(host.limits.sendGap()));
            unless(!soon, "P4", "a code is sent again before its time");
            unless(now.isBefore(is.inProgress().expiresAt()), "P9", "a code is sent again that is over");
            flow.sentAt = now;
        }
    }

    /** A change comes from the enrolment that is under way now, once, and only by the response that is right for it. */
    private void confirmed(ExploreFlow flow, Enrolling was, MethodChange methodChange) {
        EnrolmentInProgress inProgress = was.inProgress();
        right(flow, inProgress.id(), host.turn().submitted);
        unless(host.turn().began.isBefore(inProgress.expiresAt()), "P9", "an enrolment is confirmed that is over");
        boolean asked = methodChange.kind().equals(inProgress.kind())
                && methodChange.comes().orElseThrow().destination().equals(inProgress.destination());
        unless(asked, "P9", "another method is confirmed than the one being enrolled");
        unless(flow.confirmed.add(inProgress.id()), "P6", "one enrolment is confirmed twice");
    }

    /** Whether what was submitted is right for the challenge or enrolment; else whose it is instead. */
    private void right(ExploreFlow flow, Digest task, Optional<Secret> submitted) {
        Secret said = submitted.orElseThrow(() -> new ExploreBroken("P3", "nothing was submitted"));
        if (flow.put(task).filter(put -> put.code().equals(said)).isPresent()) {
            return;
        }
        for (ExploreFlow other : host.sim.flows) {
            for (Put put : other.puts) {
                if (put.code().equals(said)) {
                    boolean purpose = other.view.isPresent() != flow.view.isPresent();
                    throw new ExploreBroken(
                            purpose ? "P10" : other == flow ? "P9" : "P3",
                            "a response passed that belongs to another "
                                    + (purpose ? "purpose" : other == flow ? "enrolment" : "flow"));
                }
            }
        }
        throw new ExploreBroken("P3", "a response passed that is right for nothing");
    }

    /** A reset moves. */
    void reset(ExploreFlow flow, View old, View next) {
        int more = next.proofs().size() - old.proofs().size();
        if (more <= 0 || !old.open()) {
            return;
        }
        unless(more == 1, "P3", "two proofs in one step");
        MethodKind kind = next.proofs().get(next.proofs().size() - 1).kind();
        unless(
                !old.proofs().isEmpty() || !kind.equals(MethodKind.QUESTIONS),
                "P15",
                "answers to questions are the first proof");
        Secret said = host.turn().submitted.orElseThrow(() -> new ExploreBroken("P3", "nothing was submitted"));
        boolean word = kind.equals(MethodKind.APP_CODE) || kind.equals(MethodKind.QUESTIONS);
        if (!word) {
            right(flow, old.pending().orElseThrow(), Optional.of(said));
            return;
        }
        String plain = said.exposeTo(String::new);
        unless(!plain.startsWith("e-"), "P10", "what confirmed an enrolment proves a reset");
        unless(
                kind.equals(MethodKind.QUESTIONS) || host.sim.used.add(plain),
                "P3",
                "one response of a device proves twice");
    }

    /** A change that can be taken back is, by the first who presses a link in time. */
    void undid(ExploreWorld.Undo undo, UndoResult result) {
        boolean can = host.sim.victim.info.revertible(undo.change()).isPresent();
        unless(!can || result != UndoResult.UNKNOWN, "P12", "a link does not take back what it is for");
    }

    /** A response to an enrolment was compared and was wrong: so many in a day, over all enrolments of a kind. */
    void compared(String user) {
        int inDay = host.sim.wrong.merge(user, 1, Integer::sum);
        int most = 5 * host.limits.guessesPerDay();
        unless(inDay <= most || host.sim.days > 0, "P4", "compared " + inDay + " times in a day");
    }
}
