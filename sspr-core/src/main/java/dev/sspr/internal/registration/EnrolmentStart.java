package dev.sspr.internal.registration;

import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.SendLimits;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.messages.Recipient;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Begins enrolments: sends a challenge to a new address or number, or lets a verifier make the prompt. */
public final class EnrolmentStart {
    private static final Duration DAY = Duration.ofHours(24);
    /** Enrolments of one account in a day: far more than a user needs. */
    private static final int ENROLMENTS_PER_DAY = 30;

    private final RegistrationServices services;

    public EnrolmentStart(RegistrationServices services) {
        this.services = services;
    }

    /** Begins to enrol a kind that has no address. */
    public EnrolResult enrol(StoredState<RegistrationPhase> found, MethodKind kind, Optional<String> replaces) {
        SecurityInfo info = services.info(found.state().header().user());
        Optional<Refused> not = refused(found, info, kind, replaces);
        if (not.isPresent()) {
            return not.get();
        }
        EnrolmentInProgress inProgress =
                task(kind, services.guards.policy().enrolmentLife(), Optional.empty(), Optional.empty(), replaces);
        Enrolment enrolment = enrolment(found.state().header(), inProgress, info);
        CredentialVerifier.EnrolmentOffer offer = services.verifierOf(kind).offer(enrolment);
        Optional<Refused> refused = store(found, inProgress.with(offer.verifierState()));
        return refused.<EnrolResult>map(why -> why)
                .orElseGet(() -> new EnrolResult.Show(offer.prompt(), inProgress.expiresAt()));
    }

    /** Begins to enrol an address or a number, as the user typed it. */
    public EnrolResult enrol(
            StoredState<RegistrationPhase> found, MethodKind kind, String typed, Optional<String> replaces) {
        SecurityInfo info = services.info(found.state().header().user());
        Optional<Refused> not = refused(found, info, kind, replaces);
        if (not.isPresent()) {
            return not.get();
        }
        AddressReader.Reading read =
                services.addresses.read(kind, typed, services.guards.policy().callingCodes());
        if (read instanceof AddressReader.Reading.Not unfit) {
            return Refused.of(Purpose.REGISTER, unfit.why());
        }
        TypedAddress address = ((AddressReader.Reading.Address) read).typed();
        Destination to = destination(kind, address.address());
        if (holds(info, kind, to)) {
            return Refused.of(Purpose.REGISTER, Refusal.ALREADY_REGISTERED);
        }
        Duration life = kind.equals(MethodKind.EMAIL_CODE)
                ? services.environment.codes().mailLife()
                : services.environment.codes().phoneLife();
        EnrolmentInProgress inProgress = task(kind, life, Optional.of(to), address.extension(), replaces);
        Optional<Refused> refused = store(found, inProgress);
        return refused.isPresent()
                ? refused.get()
                : send(found.id(), found.state().header(), inProgress, "first");
    }

    private static boolean holds(SecurityInfo info, MethodKind kind, Destination to) {
        return info.of(kind).stream()
                .flatMap(one -> one.destination().stream())
                .anyMatch(one -> one.endpoint().equals(to.endpoint()));
    }

    /** Sends the same code of a pending enrolment again. */
    public EnrolResult resend(StoredState<RegistrationPhase> found) {
        Optional<Applied<RegistrationPhase, Optional<Refused>>> applied =
                services.runner.apply(found, state -> state.sentAgain(services.guards, services.now()));
        if (applied.isEmpty()) {
            return Refused.of(Purpose.REGISTER, Refusal.GONE);
        }
        if (applied.get().answer().isPresent()) {
            return applied.get().answer().get();
        }
        Enrolling now = (Enrolling) applied.get().now().state();
        return now.inProgress().destination().isEmpty()
                ? Refused.of(Purpose.REGISTER, Refusal.NOT_NOW)
                : send(
                        found.id(),
                        now.header(),
                        now.inProgress(),
                        now.nextSendAt().toString());
    }

    private Optional<Refused> refused(
            StoredState<RegistrationPhase> found, SecurityInfo info, MethodKind kind, Optional<String> replaces) {
        Optional<Refused> not = refused(info, kind, replaces);
        return not.isPresent() ? not : held(found, info, kind, replaces);
    }

    /** R-HOLD-1: refused before anything is sent or shown; a new set of recovery codes takes the place of the old one. */
    private Optional<Refused> held(
            StoredState<RegistrationPhase> found, SecurityInfo info, MethodKind kind, Optional<String> replaces) {
        Optional<RegisteredMethod> set =
                kind.equals(MethodKind.RECOVERY_CODE) ? info.of(kind).stream().findFirst() : Optional.empty();
        RegistrationHeader header = found.state().header();
        return services.held(header, info, replaces.flatMap(info::method).or(() -> set), Optional.empty())
                .map(not -> services.audited(found.id(), header.user(), not));
    }

    private Optional<Refused> refused(SecurityInfo info, MethodKind kind, Optional<String> replaces) {
        if (!services.guards.policy().kinds().contains(kind)
                || !services.carried().contains(kind)) {
            return Optional.of(Refused.of(Purpose.REGISTER, Refusal.METHOD_NOT_OFFERED));
        }
        if (replaces.isPresent()) {
            return info.method(replaces.get())
                            .filter(one -> one.kind().equals(kind))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(Refused.of(Purpose.REGISTER, Refusal.UNKNOWN_METHOD));
        }
        boolean room = kind.equals(MethodKind.RECOVERY_CODE) || services.guards.room(info, kind);
        return room ? Optional.empty() : Optional.of(Refused.of(Purpose.REGISTER, Refusal.LIMIT_REACHED));
    }

    private EnrolmentInProgress task(
            MethodKind kind,
            Duration life,
            Optional<Destination> to,
            Optional<String> extension,
            Optional<String> replaces) {
        Instant now = services.now();
        Digest id = services.environment.random().digest();
        return new EnrolmentInProgress(id, kind, now, now.plus(life), VerifierState.EMPTY, to, extension, replaces);
    }

    private Optional<Refused> store(StoredState<RegistrationPhase> found, EnrolmentInProgress inProgress) {
        RegistrationHeader header = found.state().header();
        Optional<Instant> full = services.charge(RateLimit.sliding(
                services.limiter.key(Budget.ENROLMENTS, header.user().value()), ENROLMENTS_PER_DAY, DAY));
        if (full.isPresent()) {
            return Optional.of(Refused.until(Purpose.REGISTER, full.get()));
        }
        Optional<Applied<RegistrationPhase, Optional<Refused>>> applied =
                services.runner.apply(found, state -> state.enrol(inProgress, services.guards, services.now()));
        if (applied.isPresent() && applied.get().answer().isEmpty()) {
            services.note(
                    AuditType.ENROLMENT_STARTED,
                    Outcome.SUCCESS,
                    Optional.of(found.id()),
                    header.user(),
                    Map.of("method", inProgress.kind().value()));
        }
        return applied.map(Applied::answer).orElse(Optional.of(Refused.of(Purpose.REGISTER, Refusal.GONE)));
    }

    private EnrolResult send(FlowId flow, RegistrationHeader header, EnrolmentInProgress inProgress, String occasion) {
        Destination to = inProgress.destination().orElseThrow();
        Optional<Instant> full = services.limiter.charge(
                SendLimits.registering(services.limiter, services.guards.limits(), to, header.user()));
        if (full.isPresent()) {
            return Refused.until(Purpose.REGISTER, full.get());
        }
        MfaVerifier.PreparedChallenge begun = services.catalog
                .verifier(inProgress.kind())
                .begin(challenge(flow, header, inProgress), method(inProgress, to));
        MfaVerifier.PreparedChallenge.CodeToSend code = begun.code().orElseThrow();
        Notifier.Delivery delivery = services.environment
                .dispatcher()
                .send(
                        flow,
                        inProgress.id().hex() + occasion,
                        to,
                        new MessageContent.RegisterCode(code.code(), inProgress.expiresAt()),
                        new Recipient(Optional.empty(), header.locale()),
                        inProgress.expiresAt());
        return delivery instanceof Notifier.Delivery.Accepted
                ? new EnrolResult.Sent(to.masked(), services.guards.nextSend(services.now()), inProgress.expiresAt())
                : Refused.of(Purpose.REGISTER, Refusal.NOT_DELIVERABLE);
    }

    /**
     * Makes the challenge of a code: bound to the purpose, the account and, by the method's key, the address (R-REG-6).
     */
    static Challenge challenge(FlowId flow, RegistrationHeader header, EnrolmentInProgress inProgress) {
        return new Challenge(
                inProgress.id(),
                flow,
                Purpose.REGISTER,
                header.user(),
                Generation.of(0),
                inProgress.kind(),
                inProgress
                        .destination()
                        .map(Destination::id)
                        .orElse(inProgress.kind().value()),
                inProgress.issuedAt(),
                inProgress.expiresAt());
    }

    private static AuthMethod method(EnrolmentInProgress inProgress, Destination to) {
        return new AuthMethod(inProgress.kind(), to.id(), to.endpoint(), to.masked(), Optional.of(to));
    }

    /** The key of a destination is a digest of it, so another address is another method. */
    private Destination destination(MethodKind kind, String address) {
        String id = "own-"
                + services.digests
                        .endpoint("registered " + kind.value() + ' ' + address)
                        .hex()
                        .substring(0, 16);
        return new Destination(id, TypedAddress.channel(kind), address);
    }

    /** Returns the enrolment to pass to a verifier. */
    Enrolment enrolment(RegistrationHeader header, EnrolmentInProgress inProgress, SecurityInfo info) {
        List<RegisteredMethod> all = info.of(inProgress.kind());
        List<Credential> held = all.stream()
                .filter(one -> one.state() != RegisteredMethod.State.GIVEN)
                .flatMap(one -> one.credential().stream())
                .toList();
        Optional<Credential> given = all.stream()
                .filter(one -> one.state() == RegisteredMethod.State.GIVEN)
                .findFirst()
                .flatMap(RegisteredMethod::credential);
        return new Enrolment(
                inProgress.id(),
                header.user(),
                DisplayName.of(header.accountName(), header.user()),
                services.service,
                header.locale(),
                held,
                given,
                inProgress.issuedAt(),
                inProgress.expiresAt());
    }
}
