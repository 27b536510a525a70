package dev.sspr.register;

import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.SendBudget;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Begun;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.EnrolmentOffer;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PhoneType;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Begins enrolments: puts a challenge to a new address or number, or lets a verifier offer what the person needs. */
final class Enrolments {
    private static final Duration DAY = Duration.ofHours(24);
    /** Enrolments of one account in a day: many more than a person needs. */
    private static final int ENROLMENTS_PER_DAY = 30;

    private final Office office;

    Enrolments(Office office) {
        this.office = office;
    }

    /** Begins to enrol a kind that has no address. */
    EnrolResult enrol(Loaded<RegisterState> found, MethodKind kind, Optional<String> replaces) {
        SecurityInfo info = office.info(found.state().ticket().user());
        Optional<Denied> not = refused(info, kind, replaces);
        if (not.isPresent()) {
            return not.get();
        }
        Task task = task(kind, office.rules.policy().enrolmentLife(), Optional.empty(), Optional.empty(), replaces);
        Enrolment enrolment = enrolment(found.state().ticket(), task, info);
        EnrolmentOffer offer =
                Spi.ask("credential-verifier", () -> office.verifierOf(kind).offer(enrolment));
        Optional<Denied> denied = store(found, task.with(offer.memo()));
        return denied.<EnrolResult>map(why -> why)
                .orElseGet(() -> new EnrolResult.Show(offer.prompt(), task.expiresAt()));
    }

    /** Begins to enrol an address or a number, as it was typed. */
    EnrolResult enrol(Loaded<RegisterState> found, MethodKind kind, String typed, Optional<String> replaces) {
        SecurityInfo info = office.info(found.state().ticket().user());
        Optional<Denied> not = refused(info, kind, replaces);
        if (not.isPresent()) {
            return not.get();
        }
        Optional<TypedAddress> address = TypedAddress.parse(kind, typed);
        if (address.isEmpty()) {
            return Denied.of(Denial.MALFORMED);
        }
        Destination to = destination(kind, address.get().address());
        Optional<Denied> line = kind.equals(MethodKind.EMAIL_CODE) ? Optional.empty() : unfit(kind, to.address());
        if (line.isPresent()) {
            return line.get();
        }
        if (holds(info, kind, to)) {
            return Denied.of(Denial.ALREADY_REGISTERED);
        }
        Duration life = kind.equals(MethodKind.EMAIL_CODE)
                ? office.plugs.codes().mailLife()
                : office.plugs.codes().phoneLife();
        Task task = task(kind, life, Optional.of(to), address.get().extension(), replaces);
        Optional<Denied> denied = store(found, task);
        return denied.isPresent()
                ? denied.get()
                : send(found.id(), found.state().ticket(), task, "first");
    }

    /** Why nothing is to be sent to a number: its range, or what its numbering plan says of it. */
    private Optional<Denied> unfit(MethodKind kind, String e164) {
        if (!office.rules.policy().phones().accepts(e164)) {
            return Optional.of(Denied.of(Denial.NUMBER_NOT_ACCEPTED));
        }
        PhoneType type = Spi.ask("phone-numbers", () -> office.numbers.typeOf(e164));
        if (type == PhoneType.NONE) {
            return Optional.of(Denied.of(Denial.MALFORMED));
        }
        return PhoneRule.carries(type, kind) ? Optional.empty() : Optional.of(Denied.of(Denial.NUMBER_NOT_ACCEPTED));
    }

    private static boolean holds(SecurityInfo info, MethodKind kind, Destination to) {
        return info.of(kind).stream()
                .flatMap(one -> one.destination().stream())
                .anyMatch(one -> one.endpoint().equals(to.endpoint()));
    }

    /** Sends the message of a pending enrolment once more: the same code. */
    EnrolResult resend(Loaded<RegisterState> found) {
        Optional<Ran<RegisterState, Optional<Denied>>> ran =
                office.runner.apply(found, state -> state.sentAgain(office.rules, office.now()));
        if (ran.isEmpty()) {
            return Denied.of(Denial.GONE);
        }
        if (ran.get().answer().isPresent()) {
            return ran.get().answer().get();
        }
        Enrolling now = (Enrolling) ran.get().now().state();
        return now.task().destination().isEmpty()
                ? Denied.of(Denial.NOT_NOW)
                : send(found.id(), now.ticket(), now.task(), now.nextSendAt().toString());
    }

    private Optional<Denied> refused(SecurityInfo info, MethodKind kind, Optional<String> replaces) {
        if (!office.rules.policy().kinds().contains(kind) || !office.carried().contains(kind)) {
            return Optional.of(Denied.of(Denial.KIND_NOT_OFFERED));
        }
        if (replaces.isPresent()) {
            return info.entry(replaces.get())
                            .filter(one -> one.kind().equals(kind))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(Denied.of(Denial.UNKNOWN_METHOD));
        }
        boolean room = kind.equals(MethodKind.RECOVERY_CODE) || office.rules.room(info, kind);
        return room ? Optional.empty() : Optional.of(Denied.of(Denial.LIMIT_REACHED));
    }

    private Task task(
            MethodKind kind,
            Duration life,
            Optional<Destination> to,
            Optional<String> extension,
            Optional<String> replaces) {
        Instant now = office.now();
        Digest id = office.plugs.mint().digest();
        return new Task(id, kind, now, now.plus(life), Memo.EMPTY, to, extension, replaces);
    }

    private Optional<Denied> store(Loaded<RegisterState> found, Task task) {
        Ticket ticket = found.state().ticket();
        Optional<Instant> full = office.charge(
                new Budget.Line(office.budget.key("enrol", ticket.user().value()), ENROLMENTS_PER_DAY, DAY));
        if (full.isPresent()) {
            return Optional.of(Denied.until(full.get()));
        }
        Optional<Ran<RegisterState, Optional<Denied>>> ran =
                office.runner.apply(found, state -> state.enrol(task, office.rules, office.now()));
        if (ran.isPresent() && ran.get().answer().isEmpty()) {
            office.note(
                    AuditType.ENROLMENT_STARTED,
                    Outcome.SUCCESS,
                    Optional.of(found.id()),
                    ticket.user(),
                    Map.of("method", task.kind().value()));
        }
        return ran.map(Ran::answer).orElse(Optional.of(Denied.of(Denial.GONE)));
    }

    private EnrolResult send(FlowId flow, Ticket ticket, Task task, String occasion) {
        Destination to = task.destination().orElseThrow();
        Optional<Instant> full = office.budget.charge(SendBudget.lines(office.budget, office.rules.limits(), to));
        if (full.isPresent()) {
            return Denied.until(full.get());
        }
        Begun begun = Spi.ask(
                "mfa-verifier",
                () -> office.methods.verifier(task.kind()).begin(challenge(flow, ticket, task), method(task, to)));
        Begun.CodeToSend code = begun.code().orElseThrow();
        Delivery delivery = office.plugs
                .courier()
                .send(
                        flow,
                        task.id().hex() + occasion,
                        to,
                        new MessageContent.RegisterCode(code.code(), task.expiresAt()),
                        ticket.locale(),
                        task.expiresAt());
        return delivery instanceof Delivery.Accepted
                ? new EnrolResult.Sent(to.masked(), office.rules.nextSend(office.now()), task.expiresAt())
                : Denied.of(Denial.NOT_DELIVERABLE);
    }

    /** The question behind a code: bound to the purpose, the account and, by the method's key, the address (R-REG-6). */
    static Challenge challenge(FlowId flow, Ticket ticket, Task task) {
        return new Challenge(
                task.id(),
                flow,
                Purpose.REGISTER,
                ticket.user(),
                Generation.of(0),
                task.kind(),
                task.destination().map(Destination::id).orElse(task.kind().value()),
                task.issuedAt(),
                task.expiresAt());
    }

    private static AuthMethod method(Task task, Destination to) {
        return new AuthMethod(task.kind(), to.id(), to.endpoint(), to.masked(), Optional.of(to));
    }

    /** The key of a destination is a digest of it: another address is another method. */
    private Destination destination(MethodKind kind, String address) {
        String id = "own-"
                + office.digests
                        .endpoint("registered " + kind.value() + ' ' + address)
                        .hex()
                        .substring(0, 16);
        return new Destination(id, TypedAddress.channel(kind), address);
    }

    /** The enrolment that a verifier is asked about. */
    Enrolment enrolment(Ticket ticket, Task task, SecurityInfo info) {
        List<Entry> all = info.of(task.kind());
        List<Credential> held = all.stream()
                .filter(one -> one.state() != Entry.State.GIVEN)
                .flatMap(one -> one.credential().stream())
                .toList();
        Optional<Credential> given = all.stream()
                .filter(one -> one.state() == Entry.State.GIVEN)
                .findFirst()
                .flatMap(Entry::credential);
        return new Enrolment(
                task.id(),
                ticket.user(),
                ticket.accountName(),
                office.service,
                ticket.locale(),
                held,
                given,
                task.issuedAt(),
                task.expiresAt());
    }
}
