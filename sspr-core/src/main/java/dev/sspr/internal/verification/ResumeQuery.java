package dev.sspr.internal.verification;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.FlowView;
import dev.sspr.flow.FlowView.PendingView;
import dev.sspr.flow.MethodOffer;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.verification.state.AttemptCounts;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Publication;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.password.Requirement;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a page shows when a browser returns to a flow; changes nothing. Before the first proof of an anonymous caller
 * it reads the stored state only, in parts that are the same for known and unknown names (R-ENUM-1, R-ENUM-2, R-ENUM-3).
 */
final class ResumeQuery {
    private final FlowServices services;
    private final Optional<PasswordCommit> passwords;
    private final List<MethodOffer> first;

    /** A query over the services of a flow kind; {@code first} is what every start offers. */
    ResumeQuery(FlowServices services, Optional<PasswordCommit> passwords, List<MethodOffer> first) {
        this.services = services;
        this.passwords = passwords;
        this.first = first;
    }

    FlowView view(FlowState state) {
        FlowStatus status = state.status(services.guards, services.now());
        Instant end = services.flowKind.plannedEnd(state);
        if (status == FlowStatus.WAITING_FOR_PROOF && state instanceof Identifying identifying) {
            return new FlowView(status, first, pending(identifying), end, List.of());
        }
        if (status == FlowStatus.WAITING_FOR_PROOF && state instanceof AwaitingResponse awaiting) {
            // Only a signed-in user begins a change, so its offers are those of the account from the start.
            boolean known = !awaiting.proofs().isEmpty() || services.flowKind.purpose() == Purpose.CHANGE;
            List<AuthMethod> methods = known ? next(services, awaiting) : List.of();
            return new FlowView(status, known ? offers(methods) : first, pending(awaiting, methods), end, List.of());
        }
        return new FlowView(status, List.of(), Optional.empty(), end, requirements(status, state));
    }

    /** The methods that may prove the account next. If only one proof is missing, its kind must be a demanded one. */
    static List<AuthMethod> next(FlowServices services, AwaitingResponse state) {
        DemandedKinds demanded = state.subject().demanded();
        return services.environment.users().load(state.subject().user()).stream()
                .flatMap(account -> services.able(account, services.guards.kinds()).all().stream())
                .filter(one -> services.distinct(state.proofs(), one))
                .filter(one -> demanded.contains(one.kind()) || services.guards.demandMet(state.proofs(), demanded))
                .toList();
    }

    /** The offers of methods, with masked labels. */
    static List<MethodOffer> offers(List<AuthMethod> methods) {
        return methods.stream()
                .map(one -> new MethodOffer(one.kind(), Optional.of(one.label())))
                .toList();
    }

    private Optional<PendingView> pending(Identifying state) {
        return state.wanted()
                .map(kind -> pending(
                        state,
                        kind,
                        state.askedAt(),
                        List.of(),
                        AttemptCounts.NONE,
                        Optional.empty(),
                        Optional.empty()));
    }

    private Optional<PendingView> pending(AwaitingResponse state, List<AuthMethod> methods) {
        Optional<PendingChallenge> put = state.pendingChallenge();
        Optional<String> to = methods.stream()
                .filter(one -> put.filter(it ->
                                it.kind().equals(one.kind()) && it.methodId().equals(one.id()))
                        .isPresent())
                .map(AuthMethod::label)
                .findFirst();
        return put.map(PendingChallenge::kind)
                .or(state::wanted)
                .map(kind -> pending(state, kind, state.askedAt(), state.proofs(), state.attempts(), put, to));
    }

    private PendingView pending(
            FlowState state,
            MethodKind kind,
            Instant askedAt,
            List<Proof> proofs,
            AttemptCounts attempts,
            Optional<PendingChallenge> put,
            Optional<String> to) {
        Instant expiresAt = put.map(PendingChallenge::expiresAt).orElseGet(() -> expected(kind, askedAt, proofs));
        Instant end = state.header().deadline();
        return new PendingView(
                kind,
                to,
                put.flatMap(PendingChallenge::prompt),
                expiresAt.isBefore(end) ? expiresAt : end,
                state.header().nextSendAt(),
                services.guards.limits().guessesPerMethod() - attempts.of(kind));
    }

    /** When a challenge expires that is asked for and not published yet. */
    private Instant expected(MethodKind kind, Instant askedAt, List<Proof> proofs) {
        return Publication.after(askedAt, services.publicationDelay(proofs), askedAt)
                .plus(services.challengeLife(kind));
    }

    private List<Requirement> requirements(FlowStatus status, FlowState state) {
        if (status != FlowStatus.PROVEN || passwords.isEmpty() || !(state instanceof ProofsComplete proven)) {
            return List.of();
        }
        List<MethodKind> kinds = proven.proofs().stream().map(Proof::kind).toList();
        return services.environment
                .users()
                .load(proven.subject().user())
                .map(account -> passwords.get().requirements(account, kinds))
                .orElse(List.of());
    }
}
