package dev.sspr.internal.registration;

import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.securityinfo.MethodViews;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verify.SecurityInfoStore;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Charges an attempt, asks the verifier, and has a confirmed method stored, in this order (R-RATE-4). */
public final class EnrolmentConfirmation {
    private static final Duration DAY = Duration.ofHours(24);

    private final RegistrationServices services;
    private final EnrolmentStart starts;
    private final SecurityInfoWriter writer;

    public EnrolmentConfirmation(RegistrationServices services, EnrolmentStart starts) {
        this.services = services;
        this.starts = starts;
        this.writer = new SecurityInfoWriter(services);
    }

    /** The verifier's result for a response. */
    private sealed interface Verdict {
        record Confirmed(RegisteredMethod method) implements Verdict {}

        record NotConfirmed(ConfirmResult why) implements Verdict {}

        record Pending() implements Verdict {}
    }

    public ConfirmResult confirm(StoredState<RegistrationPhase> found, Response response) {
        Optional<Applied<RegistrationPhase, RegistrationPhase.ChargeResult>> paid =
                services.runner.apply(found, state -> state.charge(services.guards, services.now()));
        if (paid.isEmpty()) {
            return Refused.of(Purpose.REGISTER, Refusal.GONE);
        }
        if (paid.get().answer() instanceof RegistrationPhase.ChargeResult.NotCharged notCharged) {
            return notCharged.why();
        }
        RegistrationPhase.ChargeResult.Charged bought =
                (RegistrationPhase.ChargeResult.Charged) paid.get().answer();
        return look(paid.get().now(), bought.inProgress(), bought.left(), response);
    }

    private ConfirmResult look(
            StoredState<RegistrationPhase> found, EnrolmentInProgress inProgress, int left, Response response) {
        RegistrationHeader header = found.state().header();
        RateLimiter.Receipt receipt = services.limiter.pay(List.of(RateLimit.sliding(
                services.limiter.key(
                        Budget.CONFIRMATIONS,
                        header.user().value() + "/" + inProgress.kind().value()),
                5L * services.guards.limits().guessesPerDay(),
                DAY)));
        if (receipt.isFull()) {
            return Refused.until(Purpose.REGISTER, receipt.retryAt().orElseThrow());
        }
        SecurityInfo info = services.info(header.user());
        Verdict verdict = !response.fits()
                ? new Verdict.NotConfirmed(new ConfirmResult.NotConfirmed(left))
                : inProgress.destination().isPresent()
                        ? address(found, inProgress, inProgress.destination().get(), left, response)
                        : credential(header, inProgress, info, left, response);
        if (verdict instanceof Verdict.Pending) {
            services.limiter.refund(receipt);
            services.runner.apply(found, state -> state.waited(inProgress, services.guards));
            return new ConfirmResult.Waiting();
        }
        if (verdict instanceof Verdict.NotConfirmed notConfirmed) {
            return notConfirmed.why();
        }
        services.limiter.refund(receipt);
        return save(found, inProgress, ((Verdict.Confirmed) verdict).method());
    }

    private Verdict address(
            StoredState<RegistrationPhase> found,
            EnrolmentInProgress inProgress,
            Destination to,
            int left,
            Response response) {
        MfaVerifier.Result checked = services.catalog
                .verifier(inProgress.kind())
                .check(
                        EnrolmentStart.challenge(found.id(), found.state().header(), inProgress),
                        inProgress.verifierState(),
                        response,
                        services.now());
        return switch (checked) {
            case PASSED ->
                new Verdict.Confirmed(entry(to.id(), inProgress, to.masked(), Optional.empty(), Optional.empty()));
            case PENDING -> new Verdict.Pending();
            case UNUSABLE -> new Verdict.NotConfirmed(Refused.of(Purpose.REGISTER, Refusal.CHALLENGE_EXPIRED));
            case WRONG, CLONED -> new Verdict.NotConfirmed(new ConfirmResult.NotConfirmed(left));
        };
    }

    private Verdict credential(
            RegistrationHeader header, EnrolmentInProgress inProgress, SecurityInfo info, int left, Response response) {
        CredentialVerifier.EnrolmentResult enrolled = services.verifierOf(inProgress.kind())
                .confirm(
                        starts.enrolment(header, inProgress, info),
                        inProgress.verifierState(),
                        response,
                        services.now());
        if (enrolled instanceof CredentialVerifier.EnrolmentResult.Enrolled made) {
            Optional<Digest> claim =
                    made.claim().map(bytes -> SecurityInfoStore.claim(inProgress.kind(), bytes.bytes()));
            return new Verdict.Confirmed(
                    entry(made.credential().id(), inProgress, made.label(), Optional.of(made), claim));
        }
        if (enrolled instanceof CredentialVerifier.EnrolmentResult.Rejected rejected) {
            return new Verdict.NotConfirmed(new ConfirmResult.Rejected(rejected.findings()));
        }
        if (enrolled instanceof CredentialVerifier.EnrolmentResult.Waiting) {
            return new Verdict.Pending();
        }
        return new Verdict.NotConfirmed(
                enrolled instanceof CredentialVerifier.EnrolmentResult.Expired
                        ? Refused.of(Purpose.REGISTER, Refusal.CHALLENGE_EXPIRED)
                        : new ConfirmResult.NotConfirmed(left));
    }

    /** Returns the new method; its quarantine is set when it is stored. */
    private RegisteredMethod entry(
            String id,
            EnrolmentInProgress inProgress,
            String name,
            Optional<CredentialVerifier.EnrolmentResult.Enrolled> made,
            Optional<Digest> claim) {
        Instant now = services.now();
        return new RegisteredMethod(
                id,
                inProgress.kind(),
                name,
                RegisteredMethod.State.VERIFIED,
                now,
                now,
                Optional.empty(),
                inProgress.destination(),
                inProgress.extension(),
                made.map(CredentialVerifier.EnrolmentResult.Enrolled::credential),
                claim);
    }

    private ConfirmResult save(
            StoredState<RegistrationPhase> found, EnrolmentInProgress inProgress, RegisteredMethod comes) {
        Optional<String> goes = inProgress.replaces().or(() -> wholeSet(inProgress.kind(), found));
        MethodChange methodChange = new MethodChange(
                services.environment.random().digest(),
                inProgress.kind(),
                goes.filter(id -> !id.equals(comes.id())),
                Optional.of(comes));
        Optional<Applied<RegistrationPhase, Boolean>> saving = services.runner.apply(
                found,
                RegistrationServices.ownTag(found.id()),
                state -> state.confirmed(inProgress, methodChange, services.guards, services.now()));
        if (saving.isEmpty()) {
            return Refused.of(Purpose.REGISTER, Refusal.GONE);
        }
        if (!saving.get().answer()) {
            return Refused.of(Purpose.REGISTER, Refusal.CHALLENGE_EXPIRED);
        }
        SecurityInfoWriter.WriteResult writeResult = writer.save(saving.get().now(), methodChange);
        if (writeResult instanceof SecurityInfoWriter.WriteResult.NotWritten notWritten) {
            return notWritten.why();
        }
        SecurityInfo info = ((SecurityInfoWriter.WriteResult.Written) writeResult).info();
        RegisteredMethod stored = info.method(comes.id()).orElse(comes);
        return new ConfirmResult.Registered(MethodViews.of(info, stored, services.now()), services.overview(info));
    }

    /** Recovery codes form one set: a new set replaces the old one. */
    private Optional<String> wholeSet(MethodKind kind, StoredState<RegistrationPhase> found) {
        return kind.equals(MethodKind.RECOVERY_CODE)
                ? services.info(found.state().header().user()).of(kind).stream()
                        .map(RegisteredMethod::id)
                        .findFirst()
                : Optional.empty();
    }
}
