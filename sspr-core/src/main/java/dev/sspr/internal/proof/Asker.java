package dev.sspr.internal.proof;

import dev.sspr.flow.Limits;
import dev.sspr.flow.LinkBase;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.SendBudget;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Begun;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts challenges and sends what goes with them, within the budget of the mailbox or line. */
final class Asker {
    private final Desk desk;

    Asker(Desk desk) {
        this.desk = desk;
    }

    /** A challenge that is ready to be stored, and the message that goes with it. */
    record Put(Pending pending, Optional<Begun.CodeToSend> code) {}

    /** Prepares a challenge: of a method the account holds and has not used, else of one that nobody holds. */
    Put prepare(FlowId flow, Asking asking, Optional<Account> account, MethodKind kind) {
        MfaVerifier verifier = desk.methods.verifier(kind);
        AuthMethod method = account.stream()
                .flatMap(one -> desk.held(one, List.of(kind)).stream())
                .filter(held -> desk.distinct(asking.proofs(), held))
                .filter(held -> mayPrompt(asking, kind))
                .findFirst()
                .orElseGet(() -> decoy(verifier, asking.subject()));
        Pending pending = fresh(asking, method).orElseGet(() -> renewed(method));
        Begun begun = Spi.ask(
                "mfa-verifier", () -> verifier.begin(pending.of(flow, asking.subject(), desk.rules.purpose()), method));
        return new Put(pending.with(begun), begun.code());
    }

    /** R-RATE-13: a device is not asked again and again until its owner gives in. Charged last, for who holds one. */
    private boolean mayPrompt(Asking asking, MethodKind kind) {
        CounterKey key = desk.budget.key("prompt", asking.subject().user().value());
        return !kind.equals(MethodKind.PUSH)
                || desk.budget
                        .charge(List.of(
                                new Budget.Line(key, 3, Duration.ofMinutes(10)),
                                new Budget.Line(Budget.beside(key, 1), 10, Duration.ofHours(24))))
                        .isEmpty();
    }

    private AuthMethod decoy(MfaVerifier verifier, Subject subject) {
        String who = subject.user().value() + "/" + verifier.kind().value();
        return Spi.ask("mfa-verifier", () -> verifier.decoy(desk.digests.stranger(who)));
    }

    /** The pending challenge, if it is of this method and half of its life is left: a second message repeats it. */
    private Optional<Pending> fresh(Asking asking, AuthMethod method) {
        Instant enough = desk.now().plus(life(method.kind()).dividedBy(2));
        return asking.pending()
                .filter(old -> old.kind().equals(method.kind())
                        && old.methodId().equals(method.id())
                        && old.expiresAt().isAfter(enough));
    }

    private Pending renewed(AuthMethod method) {
        Instant now = desk.now();
        return new Pending(
                desk.plugs.mint().digest(),
                method.kind(),
                method.id(),
                desk.digests.endpoint(method.endpoint()),
                now,
                now.plus(life(method.kind())),
                Memo.EMPTY);
    }

    private Duration life(MethodKind kind) {
        return kind.equals(MethodKind.EMAIL_CODE)
                ? desk.plugs.codes().mailLife()
                : desk.plugs.codes().phoneLife();
    }

    /** Sends a challenge's message. */
    void send(FlowId flow, Asking asking, Locale locale, Put put) {
        if (put.code().isEmpty()) {
            return;
        }
        Begun.CodeToSend code = put.code().get();
        Optional<LinkBase> base = code.linkSecret().isPresent() ? desk.plugs.linkBase() : Optional.empty();
        MessageContent content = desk.intent.code(
                code.code(),
                base.flatMap(page -> code.linkSecret()
                        .map(secret -> page.link(desk.intent.page("continue"), new Token(flow, secret).text()))),
                base.map(page ->
                        page.link(desk.intent.page("cancel"), new Token(flow, desk.digests.cancelSecret(flow)).text())),
                put.pending().expiresAt());
        String occasion = put.pending().id().hex() + asking.ticket().sends();
        send(
                flow,
                asking.subject(),
                occasion,
                code.to(),
                content,
                locale,
                put.pending().expiresAt());
    }

    /** Sends a message to whom it concerns, if the budget of the destination allows; says what came of it. */
    void send(
            FlowId flow,
            Subject subject,
            String occasion,
            Destination to,
            MessageContent content,
            Locale locale,
            Instant expiresAt) {
        if (!mayGet(flow, to)) {
            note(flow, subject, to, Outcome.FAILURE, "budget");
            return;
        }
        try {
            Delivery delivery = desk.plugs.courier().send(flow, occasion, to, content, locale, expiresAt);
            boolean accepted = delivery instanceof Delivery.Accepted;
            note(flow, subject, to, accepted ? Outcome.SUCCESS : Outcome.FAILURE, accepted ? "accepted" : "refused");
        } catch (UnavailableException e) {
            note(flow, subject, to, Outcome.FAILURE, "unavailable");
        }
    }

    private boolean mayGet(FlowId flow, Destination to) {
        Limits limits = desk.rules.limits();
        return desk.budget.charge(SendBudget.lines(desk.budget, limits, to)).isEmpty()
                || (desk.budget.total(desk.helped(flow).key(), desk.helped(flow).window()) > 0
                        && desk.budget
                                .charge(SendBudget.helped(desk.budget, limits, to))
                                .isEmpty());
    }

    private void note(FlowId flow, Subject subject, Destination to, Outcome outcome, String result) {
        desk.note(
                AuditType.CHALLENGE_SENT,
                outcome,
                flow,
                subject.audited(),
                "channel",
                to.channel().name(),
                "result",
                result);
    }
}
