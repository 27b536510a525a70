package dev.sspr.internal.verification.work;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.LinkBase;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.engine.SendLimits;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.policy.Limits;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.CounterKey;
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
import java.util.Locale;
import java.util.Optional;

/** Puts challenges and sends what goes with them, within the budget of the mailbox or line. */
final class ChallengeSender {
    private final FlowServices services;

    ChallengeSender(FlowServices services) {
        this.services = services;
    }

    /** A challenge that is ready to be stored, and the message that goes with it. */
    record Prepared(PendingChallenge pendingChallenge, Optional<MfaVerifier.PreparedChallenge.CodeToSend> code) {}

    /** Prepares a challenge: of a method the account holds and has not used, else of one that nobody holds. */
    Prepared prepare(FlowId flow, AwaitingResponse awaitingResponse, Optional<Account> account, MethodKind kind) {
        MfaVerifier verifier = services.catalog.verifier(kind);
        AuthMethod method = account.stream()
                .flatMap(one -> services.held(one, List.of(kind)).stream())
                .filter(held -> services.distinct(awaitingResponse.proofs(), held))
                .filter(held -> mayPrompt(awaitingResponse, kind))
                .findFirst()
                .orElseGet(() -> decoy(verifier, awaitingResponse.subject()));
        PendingChallenge pendingChallenge = fresh(awaitingResponse, method).orElseGet(() -> renewed(method));
        MfaVerifier.PreparedChallenge begun = verifier.begin(
                pendingChallenge.of(flow, awaitingResponse.subject(), services.guards.purpose()), method);
        return new Prepared(pendingChallenge.with(begun), begun.code());
    }

    /** R-RATE-13: a device is not asked again and again until its owner gives in. Charged last, for who holds one. */
    private boolean mayPrompt(AwaitingResponse awaitingResponse, MethodKind kind) {
        CounterKey key =
                services.limiter.key("prompt", awaitingResponse.subject().user().value());
        return !kind.equals(MethodKind.PUSH)
                || services.limiter
                        .charge(List.of(
                                new RateLimit(key, 3, Duration.ofMinutes(10)),
                                new RateLimit(RateLimiter.beside(key, 1), 10, Duration.ofHours(24))))
                        .isEmpty();
    }

    private AuthMethod decoy(MfaVerifier verifier, Subject subject) {
        String who = subject.user().value() + "/" + verifier.kind().value();
        return verifier.decoy(services.digests.decoy(who));
    }

    /** The pending challenge, if it is of this method and half of its life is left: a second message repeats it. */
    private Optional<PendingChallenge> fresh(AwaitingResponse awaitingResponse, AuthMethod method) {
        Instant enough = services.now().plus(life(method.kind()).dividedBy(2));
        return awaitingResponse
                .pendingChallenge()
                .filter(old -> old.kind().equals(method.kind())
                        && old.methodId().equals(method.id())
                        && old.expiresAt().isAfter(enough));
    }

    private PendingChallenge renewed(AuthMethod method) {
        Instant now = services.now();
        return new PendingChallenge(
                services.environment.random().digest(),
                method.kind(),
                method.id(),
                services.digests.endpoint(method.endpoint()),
                now,
                now.plus(life(method.kind())),
                VerifierState.EMPTY);
    }

    private Duration life(MethodKind kind) {
        return kind.equals(MethodKind.EMAIL_CODE)
                ? services.environment.codes().mailLife()
                : services.environment.codes().phoneLife();
    }

    /** Sends a challenge's message. */
    void send(FlowId flow, AwaitingResponse awaitingResponse, Locale locale, Prepared prepared) {
        if (prepared.code().isEmpty()) {
            return;
        }
        MfaVerifier.PreparedChallenge.CodeToSend code = prepared.code().get();
        Optional<LinkBase> base = code.linkSecret().isPresent() ? services.environment.linkBase() : Optional.empty();
        MessageContent content = services.flowKind.code(
                code.code(),
                base.flatMap(page -> code.linkSecret()
                        .map(secret -> page.link(services.flowKind.page("continue"), new Token(flow, secret).text()))),
                base.map(page -> page.link(
                        services.flowKind.page("cancel"), new Token(flow, services.digests.cancelSecret(flow)).text())),
                prepared.pendingChallenge().expiresAt());
        String occasion = prepared.pendingChallenge().id().hex()
                + awaitingResponse.header().sends();
        send(
                flow,
                awaitingResponse.subject(),
                occasion,
                code.to(),
                content,
                locale,
                prepared.pendingChallenge().expiresAt());
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
            Notifier.Delivery delivery =
                    services.environment.dispatcher().send(flow, occasion, to, content, locale, expiresAt);
            boolean accepted = delivery instanceof Notifier.Delivery.Accepted;
            note(flow, subject, to, accepted ? Outcome.SUCCESS : Outcome.FAILURE, accepted ? "accepted" : "refused");
        } catch (UnavailableException e) {
            note(flow, subject, to, Outcome.FAILURE, "unavailable");
        }
    }

    private boolean mayGet(FlowId flow, Destination to) {
        Limits limits = services.guards.limits();
        return services.limiter
                        .charge(SendLimits.lines(services.limiter, limits, to))
                        .isEmpty()
                || (services.limiter.total(
                                        services.helped(flow).key(),
                                        services.helped(flow).window())
                                > 0
                        && services.limiter
                                .charge(SendLimits.helped(services.limiter, limits, to))
                                .isEmpty());
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
