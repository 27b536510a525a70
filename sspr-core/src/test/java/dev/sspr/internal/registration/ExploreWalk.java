package dev.sspr.internal.registration;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.flow.Refusal;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** One long random walk over the pure states: any command, in any state, with any argument, and nothing beneath. */
final class ExploreWalk {
    private static final List<MethodKind> KINDS =
            List.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE, MethodKind.APP_CODE);
    /** After so many commands another registration begins. */
    private static final int STEPS = 40;

    /** What was seen on the way. */
    final ExploreTable table = new ExploreTable();

    private final RegistrationGuards guards;
    private final SplittableRandom random;
    private final List<EnrolmentInProgress> tasks = new ArrayList<>();
    private final List<MethodChange> changes = new ArrayList<>();
    private RegistrationPhase state;
    private Instant now = ExploreWorld.START;
    private long ids;
    /** What the command under way is about. */
    private Optional<Digest> lastTask = Optional.empty();

    private Optional<Digest> lastChange = Optional.empty();

    ExploreWalk(RegistrationGuards guards, long seed) {
        this.guards = guards;
        this.random = new SplittableRandom(seed);
        this.state = begun();
    }

    /** Goes on until a law is broken, or to the end. */
    void go(int commands) {
        for (int i = 0; i < commands; i++) {
            if (i % STEPS == 0) {
                state = begun();
                tasks.clear();
                changes.clear();
            }
            if (random.nextInt(8) == 0) {
                now = now.plusSeconds(random.nextInt(150));
            }
            command();
        }
    }

    private RegistrationPhase begun() {
        RegistrationHeader header = new RegistrationHeader(
                digest(), now.plusSeconds(900), Locale.ENGLISH, new UserId("u-1"), "name", Set.of(), Generation.of(1));
        return random.nextInt(10) == 0 ? new RevertWindow(header, digest(), Optional.empty()) : new Idle(header);
    }

    private void command() {
        switch (random.nextInt(11)) {
            case 0, 1 -> moved("enrol", state.enrol(inProgress(), guards, now));
            case 2 -> moved("sentAgain", state.sentAgain(guards, now));
            case 3, 4 -> charge();
            case 5 -> moved("waited", state.waited(anyTask(), guards));
            case 6 -> moved("confirmed", state.confirmed(anyTask(), change(true), guards, now));
            case 7 -> moved("change", state.change(change(false), guards, now));
            case 8 -> moved("saved", state.saved(anyChange()));
            case 9 -> moved("unsaved", state.unsaved(anyChange()));
            default -> ending();
        }
    }

    private void ending() {
        switch (random.nextInt(6)) {
            case 5 ->
                moved("owingSessions", state.owingSessions(Optional.of(PendingNotice.due(now, now.plusSeconds(60)))));
            case 4 -> moved("owing", state.owing(Optional.of(PendingChangeNotice.restored(KINDS.get(0), now))));
            case 0, 1 -> moved("dropped", state.dropped());
            case 2 -> moved("closed", state.closed());
            default -> moved("denied", state.denied(Refusal.NOT_NOW));
        }
    }

    private void charge() {
        Step<RegistrationPhase, RegistrationPhase.ChargeResult> step = state.charge(guards, now);
        if (step.answer() instanceof RegistrationPhase.ChargeResult.Charged paid) {
            Enrolling before = (Enrolling) state;
            Enrolling after = (Enrolling) step.next();
            unless(now.isBefore(state.header().deadline()), "P7", "a response is paid for after the deadline");
            unless(
                    now.isBefore(paid.inProgress().expiresAt()),
                    "P9",
                    "a response is paid for an enrolment that is over");
            unless(after.tries() == before.tries() + 1, "P4", "a response is not paid for");
            unless(after.tries() <= guards.limits().guessesPerMethod(), "P8", "a response without a try left");
        }
        moved("charge", step);
    }

    private void moved(String command, Step<RegistrationPhase, ?> step) {
        RegistrationPhase next = step.next();
        table.moved(command, state, next);
        if (next != state) {
            boolean lawful =
                    ExploreSteps.LAWFUL.getOrDefault(state.getClass(), Set.of()).contains(next.getClass());
            unless(lawful, "P7", command + " leads from " + state.getClass() + " to " + next.getClass());
            RegistrationHeader old = state.header();
            RegistrationHeader kept = next.header();
            boolean same = old.handle().equals(kept.handle())
                    && old.user().equals(kept.user())
                    && old.deadline().equals(kept.deadline())
                    && old.generation().equals(kept.generation());
            unless(same, "P7", command + " changes whose registration it is, or until when");
            unless(
                    kept.shown().containsAll(old.shown())
                            && (command.equals("saved") || old.shown().equals(kept.shown())),
                    "P2",
                    command + " changes what was shown");
            opened(command, next);
        }
        state = next;
    }

    private void opened(String command, RegistrationPhase next) {
        boolean late = !now.isBefore(state.header().deadline());
        unless(
                !late || !(next instanceof Enrolling || next instanceof Saving) || command.equals("waited"),
                "P7",
                command + " goes on after the deadline");
        if (next instanceof Saving saving && state instanceof Enrolling was) {
            unless(now.isBefore(was.inProgress().expiresAt()), "P9", "an enrolment is confirmed that is over");
            unless(tasks.contains(was.inProgress()), "P3", "an enrolment is confirmed that never began");
            unless(
                    lastTask.equals(Optional.of(was.inProgress().id())),
                    "P9",
                    "another enrolment is confirmed than was paid for");
            unless(saving.since().equals(now), "P7", "a change is saved at another time");
        }
        if (next instanceof Idle && state instanceof Saving was) {
            unless(
                    lastChange.equals(Optional.of(was.methodChange().id())),
                    "P6",
                    "another change is over than was saved");
        }
    }

    private EnrolmentInProgress inProgress() {
        MethodKind kind = KINDS.get(random.nextInt(KINDS.size()));
        EnrolmentInProgress inProgress = new EnrolmentInProgress(
                digest(),
                kind,
                now,
                now.plusSeconds(250),
                VerifierState.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        tasks.add(inProgress);
        return inProgress;
    }

    private EnrolmentInProgress anyTask() {
        boolean current = state instanceof Enrolling && random.nextBoolean();
        EnrolmentInProgress inProgress = current
                ? ((Enrolling) state).inProgress()
                : tasks.isEmpty() ? inProgress() : tasks.get(random.nextInt(tasks.size()));
        lastTask = Optional.of(inProgress.id());
        return inProgress;
    }

    private MethodChange change(boolean comes) {
        MethodKind kind = KINDS.get(random.nextInt(KINDS.size()));
        RegisteredMethod method = new RegisteredMethod(
                "e",
                kind,
                "name",
                RegisteredMethod.State.VERIFIED,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        MethodChange methodChange =
                new MethodChange(digest(), kind, Optional.of("g"), comes ? Optional.of(method) : Optional.empty());
        changes.add(methodChange);
        return methodChange;
    }

    private MethodChange anyChange() {
        boolean current = state instanceof Saving && random.nextBoolean();
        MethodChange methodChange = current
                ? ((Saving) state).methodChange()
                : changes.isEmpty() ? change(true) : changes.get(random.nextInt(changes.size()));
        lastChange = Optional.of(methodChange.id());
        return methodChange;
    }

    private Digest digest() {
        return new Digest(8, ids++);
    }
}
