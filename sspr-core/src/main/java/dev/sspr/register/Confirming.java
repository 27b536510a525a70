package dev.sspr.register;

import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.verify.SecurityInfos;
import dev.sspr.spi.Checked;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pays for a try, asks the verifier, and has what was confirmed stored: in this order (R-RATE-4). */
final class Confirming {
    private static final Duration DAY = Duration.ofHours(24);

    private final Office office;
    private final Enrolments enrolments;
    private final Saver saver;

    Confirming(Office office, Enrolments enrolments) {
        this.office = office;
        this.enrolments = enrolments;
        this.saver = new Saver(office);
    }

    /** What a verifier made of a response. */
    private sealed interface Said {
        record Holds(Entry entry) implements Said {}

        record Not(ConfirmResult why) implements Said {}

        record Later() implements Said {}
    }

    ConfirmResult confirm(Loaded<RegisterState> found, Response response) {
        Optional<Ran<RegisterState, RegisterState.Paid>> paid =
                office.runner.apply(found, state -> state.charge(office.rules, office.now()));
        if (paid.isEmpty()) {
            return Denied.of(Denial.GONE);
        }
        if (paid.get().answer() instanceof RegisterState.Paid.Not not) {
            return not.why();
        }
        RegisterState.Paid.With bought = (RegisterState.Paid.With) paid.get().answer();
        return look(paid.get().now(), bought.task(), bought.left(), response);
    }

    private ConfirmResult look(Loaded<RegisterState> found, Task task, int left, Response response) {
        Ticket ticket = found.state().ticket();
        List<Budget.Line> lines = List.of(new Budget.Line(
                office.budget.key(
                        "confirm", ticket.user().value() + "/" + task.kind().value()),
                5L * office.rules.limits().guessesPerDay(),
                DAY));
        Optional<Instant> full = office.budget.charge(lines);
        if (full.isPresent()) {
            return Denied.until(full.get());
        }
        SecurityInfo info = office.info(ticket.user());
        Said said = !response.fits()
                ? new Said.Not(new ConfirmResult.NotConfirmed(left))
                : task.destination().isPresent()
                        ? address(found, task, task.destination().get(), left, response)
                        : credential(ticket, task, info, left, response);
        if (said instanceof Said.Later) {
            office.budget.refund(lines);
            office.runner.apply(found, state -> state.waited(task, office.rules));
            return new ConfirmResult.Waiting();
        }
        if (said instanceof Said.Not not) {
            return not.why();
        }
        office.budget.refund(lines);
        return save(found, task, ((Said.Holds) said).entry());
    }

    private Said address(Loaded<RegisterState> found, Task task, Destination to, int left, Response response) {
        Checked checked = Spi.ask(
                "mfa-verifier",
                () -> office.methods
                        .verifier(task.kind())
                        .check(
                                Enrolments.challenge(found.id(), found.state().ticket(), task),
                                task.memo(),
                                response,
                                office.now()));
        return switch (checked) {
            case PASSED -> new Said.Holds(entry(to.id(), task, to.masked(), Optional.empty(), Optional.empty()));
            case PENDING -> new Said.Later();
            case UNUSABLE -> new Said.Not(Denied.of(Denial.EXPIRED));
            case WRONG, CLONED -> new Said.Not(new ConfirmResult.NotConfirmed(left));
        };
    }

    private Said credential(Ticket ticket, Task task, SecurityInfo info, int left, Response response) {
        Enrolled enrolled = Spi.ask(
                "credential-verifier",
                () -> office.verifierOf(task.kind())
                        .confirm(enrolments.enrolment(ticket, task, info), task.memo(), response, office.now()));
        if (enrolled instanceof Enrolled.Made made) {
            Optional<Digest> claim = made.claim().map(bytes -> SecurityInfos.claim(task.kind(), bytes.bytes()));
            return new Said.Holds(entry(made.credential().id(), task, made.label(), Optional.of(made), claim));
        }
        if (enrolled instanceof Enrolled.Unfit unfit) {
            return new Said.Not(new ConfirmResult.Unfit(unfit.findings()));
        }
        if (enrolled instanceof Enrolled.Waiting) {
            return new Said.Later();
        }
        return new Said.Not(
                enrolled instanceof Enrolled.Over ? Denied.of(Denial.EXPIRED) : new ConfirmResult.NotConfirmed(left));
    }

    /** The method that comes; from when it counts is decided when it is stored. */
    private Entry entry(String id, Task task, String name, Optional<Enrolled.Made> made, Optional<Digest> claim) {
        Instant now = office.now();
        return new Entry(
                id,
                task.kind(),
                name,
                Entry.State.VERIFIED,
                now,
                now,
                Optional.empty(),
                task.destination(),
                task.extension(),
                made.map(Enrolled.Made::credential),
                claim);
    }

    private ConfirmResult save(Loaded<RegisterState> found, Task task, Entry comes) {
        Optional<String> goes = task.replaces().or(() -> wholeSet(task.kind(), found));
        Change change = new Change(
                office.plugs.mint().digest(),
                task.kind(),
                goes.filter(id -> !id.equals(comes.id())),
                Optional.of(comes));
        Optional<Ran<RegisterState, Boolean>> saving = office.runner.apply(
                found, Office.ownTag(found.id()), state -> state.confirmed(task, change, office.rules, office.now()));
        if (saving.isEmpty()) {
            return Denied.of(Denial.GONE);
        }
        if (!saving.get().answer()) {
            return Denied.of(Denial.EXPIRED);
        }
        Saver.Saved saved = saver.save(saving.get().now(), change);
        if (saved instanceof Saver.Saved.Not not) {
            return Denied.of(not.why());
        }
        SecurityInfo info = ((Saver.Saved.As) saved).info();
        Entry stored = info.entry(comes.id()).orElse(comes);
        return new ConfirmResult.Registered(Views.of(info, stored, office.now()), office.overview(info));
    }

    /** Recovery codes come as a whole set: a new one takes the place of the old. */
    private Optional<String> wholeSet(MethodKind kind, Loaded<RegisterState> found) {
        return kind.equals(MethodKind.RECOVERY_CODE)
                ? office.info(found.state().ticket().user()).of(kind).stream()
                        .map(Entry::id)
                        .findFirst()
                : Optional.empty();
    }
}
