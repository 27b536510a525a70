package dev.sspr.register;

import static dev.sspr.internal.proof.ExploreBroken.unless;

import dev.sspr.internal.engine.Step;
import dev.sspr.internal.info.Entry;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
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

    private final RegisterRules rules;
    private final SplittableRandom random;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private RegisterState state;
    private Instant now = ExploreSim.START;
    private long ids;
    /** What the command under way is about. */
    private Optional<Digest> lastTask = Optional.empty();

    private Optional<Digest> lastChange = Optional.empty();

    ExploreWalk(RegisterRules rules, long seed) {
        this.rules = rules;
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

    private RegisterState begun() {
        Ticket ticket = new Ticket(
                digest(), now.plusSeconds(900), Locale.ENGLISH, new UserId("u-1"), "name", Set.of(), Generation.of(1));
        return random.nextInt(10) == 0 ? new Reversible(ticket, digest(), Optional.empty()) : new Managing(ticket);
    }

    private void command() {
        switch (random.nextInt(11)) {
            case 0, 1 -> moved("enrol", state.enrol(task(), rules, now));
            case 2 -> moved("sentAgain", state.sentAgain(rules, now));
            case 3, 4 -> charge();
            case 5 -> moved("waited", state.waited(anyTask(), rules));
            case 6 -> moved("confirmed", state.confirmed(anyTask(), change(true), rules, now));
            case 7 -> moved("change", state.change(change(false), rules, now));
            case 8 -> moved("saved", state.saved(anyChange()));
            case 9 -> moved("unsaved", state.unsaved(anyChange()));
            default -> ending();
        }
    }

    private void ending() {
        switch (random.nextInt(5)) {
            case 4 -> moved("owing", state.owing(Optional.of(Duty.restored(KINDS.get(0), now))));
            case 0, 1 -> moved("dropped", state.dropped());
            case 2 -> moved("closed", state.closed());
            default -> moved("denied", state.denied(Denial.NOT_NOW));
        }
    }

    private void charge() {
        Step<RegisterState, RegisterState.Paid> step = state.charge(rules, now);
        if (step.answer() instanceof RegisterState.Paid.With paid) {
            Enrolling before = (Enrolling) state;
            Enrolling after = (Enrolling) step.next();
            unless(now.isBefore(state.ticket().deadline()), "P7", "a response is paid for after the deadline");
            unless(now.isBefore(paid.task().expiresAt()), "P9", "a response is paid for an enrolment that is over");
            unless(after.tries() == before.tries() + 1, "P4", "a response is not paid for");
            unless(after.tries() <= rules.limits().guessesPerMethod(), "P8", "a response without a try left");
        }
        moved("charge", step);
    }

    private void moved(String command, Step<RegisterState, ?> step) {
        RegisterState next = step.next();
        table.moved(command, state, next);
        if (next != state) {
            boolean lawful =
                    ExploreSteps.LAWFUL.getOrDefault(state.getClass(), Set.of()).contains(next.getClass());
            unless(lawful, "P7", command + " leads from " + state.getClass() + " to " + next.getClass());
            Ticket old = state.ticket();
            Ticket kept = next.ticket();
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

    private void opened(String command, RegisterState next) {
        boolean late = !now.isBefore(state.ticket().deadline());
        unless(
                !late || !(next instanceof Enrolling || next instanceof Saving) || command.equals("waited"),
                "P7",
                command + " goes on after the deadline");
        if (next instanceof Saving saving && state instanceof Enrolling was) {
            unless(now.isBefore(was.task().expiresAt()), "P9", "an enrolment is confirmed that is over");
            unless(tasks.contains(was.task()), "P3", "an enrolment is confirmed that never began");
            unless(
                    lastTask.equals(Optional.of(was.task().id())),
                    "P9",
                    "another enrolment is confirmed than was paid for");
            unless(saving.since().equals(now), "P7", "a change is saved at another time");
        }
        if (next instanceof Managing && state instanceof Saving was) {
            unless(lastChange.equals(Optional.of(was.change().id())), "P6", "another change is over than was saved");
        }
    }

    private Task task() {
        MethodKind kind = KINDS.get(random.nextInt(KINDS.size()));
        Task task = new Task(
                digest(),
                kind,
                now,
                now.plusSeconds(250),
                Memo.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        tasks.add(task);
        return task;
    }

    private Task anyTask() {
        boolean current = state instanceof Enrolling && random.nextBoolean();
        Task task = current
                ? ((Enrolling) state).task()
                : tasks.isEmpty() ? task() : tasks.get(random.nextInt(tasks.size()));
        lastTask = Optional.of(task.id());
        return task;
    }

    private Change change(boolean comes) {
        MethodKind kind = KINDS.get(random.nextInt(KINDS.size()));
        Entry entry = new Entry(
                "e",
                kind,
                "name",
                Entry.State.VERIFIED,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Change change = new Change(digest(), kind, Optional.of("g"), comes ? Optional.of(entry) : Optional.empty());
        changes.add(change);
        return change;
    }

    private Change anyChange() {
        boolean current = state instanceof Saving && random.nextBoolean();
        Change change = current
                ? ((Saving) state).change()
                : changes.isEmpty() ? change(true) : changes.get(random.nextInt(changes.size()));
        lastChange = Optional.of(change.id());
        return change;
    }

    private Digest digest() {
        return new Digest(8, ids++);
    }
}
