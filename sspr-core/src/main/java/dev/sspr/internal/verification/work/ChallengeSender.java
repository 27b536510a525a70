package dev.sspr.internal.verification.work;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.LinkBase;
import dev.sspr.internal.engine.NoticeOutbox.Attempt;
import dev.sspr.internal.engine.NoticeOutbox.Outgoing;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.SendLimits;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.messages.Recipient;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.FieldCodec;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verify.MessageCodes;
import dev.sspr.policy.Limits;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Issues challenges and sends their messages, within the limits of the mailbox or line. */
final class ChallengeSender {
    /** After this time the sweeper makes an attempt that the executor has not made. */
    private static final Duration OVERDUE = Duration.ofSeconds(15);

    private final FlowServices services;

    ChallengeSender(FlowServices services) {
        this.services = services;
    }

    /** A challenge ready to be stored, and its message; a decoy has no message. */
    record Prepared(PendingChallenge pendingChallenge, Optional<MfaVerifier.PreparedChallenge.CodeToSend> code) {}

    /** Prepares a challenge of a method that the account has and has not used, else of a decoy; its life begins at a time. */
    Prepared prepare(
            FlowId flow, AwaitingResponse state, Optional<Account> account, MethodKind kind, Instant issuedAt) {
        AuthMethod method = account.stream()
                .flatMap(one -> services.able(one, List.of(kind)).all().stream())
                .filter(held -> services.distinct(state.proofs(), held))
                .filter(held -> mayPrompt(state, kind))
                .findFirst()
                .orElseGet(() -> services.decoy(services.catalog.verifier(kind), state.subject()));
        PendingChallenge pendingChallenge = fresh(state, method, issuedAt).orElseGet(() -> renewed(method, issuedAt));
        Challenge challenge = pendingChallenge.of(flow, state.subject(), services.guards.purpose());
        MfaVerifier.PreparedChallenge begun = services.catalog.begin(challenge, method, length(challenge));
        boolean sends = begun.code().isPresent() || FieldCodec.carriedInMessages(kind);
        PendingChallenge put = pendingChallenge.with(begun);
        return new Prepared(
                put.delivering(sends ? Optional.of(put.message(issuedAt)) : Optional.empty()), begun.code());
    }

    /** Makes the pending challenge's message anew, if the account still has the method. */
    Prepared again(FlowId flow, AwaitingResponse state, PendingChallenge put, Optional<Account> account) {
        MessageCodes.Length length = MessageCodes.isLong(put.kind(), put.verifierState())
                ? MessageCodes.Length.LONG
                : MessageCodes.Length.ORDINARY;
        Challenge challenge = put.of(flow, state.subject(), services.guards.purpose());
        return new Prepared(
                put,
                account.stream()
                        .flatMap(one -> services.able(one, List.of(put.kind())).all().stream())
                        .filter(method -> method.id().equals(put.methodId()))
                        .findFirst()
                        .flatMap(method -> services.catalog
                                .begin(challenge, method, length)
                                .code()));
    }

    /** A short code that no guess may be compared with any more is useless, so the message carries a long one. */
    private MessageCodes.Length length(Challenge challenge) {
        return FieldCodec.carriedInMessages(challenge.kind()) && services.guesses.needsLongCode(challenge)
                ? MessageCodes.Length.LONG
                : MessageCodes.Length.ORDINARY;
    }

    /** R-RATE-13: limits prompts to a device, against prompt fatigue. Charged last, and only if the account has one. */
    private boolean mayPrompt(AwaitingResponse state, MethodKind kind) {
        return !kind.equals(MethodKind.PUSH)
                || services.limiter
                        .charge(services.guesses.prompts(state.subject().user()))
                        .isEmpty();
    }

    /** Returns the pending challenge if it is of this method and half of its life is left, so that a resend repeats it. */
    private Optional<PendingChallenge> fresh(AwaitingResponse state, AuthMethod method, Instant at) {
        Instant enough = at.plus(services.challengeLife(method.kind()).dividedBy(2));
        return state.pendingChallenge()
                .filter(old -> old.kind().equals(method.kind())
                        && old.methodId().equals(method.id())
                        && old.expiresAt().isAfter(enough));
    }

    private PendingChallenge renewed(AuthMethod method, Instant issuedAt) {
        return new PendingChallenge(
                services.environment.random().digest(),
                method.kind(),
                method.id(),
                services.digests.endpoint(method.endpoint()),
                issuedAt,
                issuedAt.plus(services.challengeLife(method.kind())),
                VerifierState.EMPTY);
    }

    /**
     * Makes one attempt to send a challenge's message, and stores the rest; until then the stored challenge keeps it
     * pending, so that no crash loses it. A decoy's is stored likewise, and not sent.
     */
    void deliver(StoredState<FlowState> found, AwaitingResponse put, Recipient recipient, Prepared prepared) {
        Optional<PendingNotice> delivery = prepared.pendingChallenge().delivery();
        if (delivery.isEmpty()) {
            return;
        }
        Optional<PendingNotice> left = prepared.code()
                .flatMap(code ->
                        attempt(found.id(), put, message(found.id(), put, recipient, prepared, code), delivery.get()));
        services.runner.apply(
                found,
                state -> state.delivered(
                        prepared.pendingChallenge(), put.header().sends(), left));
    }

    private Outgoing message(
            FlowId flow,
            AwaitingResponse put,
            Recipient recipient,
            Prepared prepared,
            MfaVerifier.PreparedChallenge.CodeToSend code) {
        Optional<LinkBase> base = code.linkSecret().isPresent() ? services.environment.linkBase() : Optional.empty();
        MessageContent content = services.flowKind.code(
                code.code(),
                base.flatMap(page -> code.linkSecret()
                        .map(secret -> page.link(services.flowKind.continueLink(), new Token(flow, secret).text()))),
                base.map(page -> page.link(
                        services.flowKind.cancelLink(), new Token(flow, services.digests.cancelSecret(flow)).text())),
                prepared.pendingChallenge().expiresAt());
        String occasion = prepared.pendingChallenge().id().hex() + put.header().sends();
        return new Outgoing(code.to(), occasion, content, recipient);
    }

    /** A message is charged once, at its first attempt. */
    private Optional<PendingNotice> attempt(
            FlowId flow, AwaitingResponse put, Outgoing message, PendingNotice delivery) {
        Optional<Instant> full =
                delivery.attempts() == 0 ? charge(flow, put.subject(), message.to()) : Optional.empty();
        if (full.isPresent()) {
            boolean late = !services.now().isBefore(delivery.wakeAt(OVERDUE));
            if (late && full.get().isBefore(delivery.until())) {
                // A node may have crashed after it had charged this message, so it waits until that charge expires.
                return Optional.of(delivery.postponed(full.get()));
            }
            note(flow, put.subject(), message.to(), Outcome.FAILURE, "budget");
            return Optional.empty();
        }
        Attempt made = services.outbox.attempt(flow, delivery, List.of(message));
        boolean accepted = made.accepted() > 0;
        boolean answered = made.complete() || !made.after().isZero();
        note(
                flow,
                put.subject(),
                message.to(),
                accepted ? Outcome.SUCCESS : Outcome.FAILURE,
                accepted ? "accepted" : answered ? "refused" : "unavailable");
        return made.complete()
                ? Optional.empty()
                : Optional.of(delivery.failed(made.settled(), made.after(), services.now()))
                        .filter(left -> !left.isOver());
    }

    /** Sends a message if the limits of the destination allow it, and audits the result. */
    void send(
            FlowId flow,
            Subject subject,
            String occasion,
            Destination to,
            MessageContent content,
            Recipient recipient,
            Instant expiresAt) {
        if (charge(flow, subject, to).isPresent()) {
            note(flow, subject, to, Outcome.FAILURE, "budget");
            return;
        }
        try {
            Notifier.Delivery delivery =
                    services.environment.dispatcher().send(flow, occasion, to, content, recipient, expiresAt);
            boolean accepted = delivery instanceof Notifier.Delivery.Accepted;
            note(flow, subject, to, accepted ? Outcome.SUCCESS : Outcome.FAILURE, accepted ? "accepted" : "refused");
        } catch (UnavailableException e) {
            note(flow, subject, to, Outcome.FAILURE, "unavailable");
        }
    }

    /** Charges the destination, or the help desk's limits for it; returns when to retry if they are full. */
    private Optional<Instant> charge(FlowId flow, Subject subject, Destination to) {
        Limits limits = services.guards.limits();
        Optional<Instant> full = services.limiter.charge(SendLimits.all(services.limiter, limits, to, subject.user()));
        boolean helped = full.isPresent() && services.isHelped(flow);
        return helped ? services.limiter.charge(SendLimits.helped(services.limiter, limits, to)) : full;
    }

    private void note(FlowId flow, Subject subject, Destination to, Outcome outcome, String result) {
        services.note(
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
