package dev.sspr.internal.verification;

import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.HeldMethods;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.spi.Account;
import java.time.Instant;
import java.util.Optional;

/** Finds what stands against a commit although all proofs are made. */
final class CommitObstacles {
    private final FlowServices services;

    CommitObstacles(FlowServices services) {
        this.services = services;
    }

    /** Reads again all that can have changed since the proofs (R-FLOW-6, R-FLOW-7, R-TOK-8). */
    Optional<FlowEnded.Why> of(Optional<Account> account, ProofsComplete proofsComplete) {
        if (account.isEmpty() || !services.guards.usable(account.get())) {
            return Optional.of(FlowEnded.Why.ACCOUNT_NOT_USABLE);
        }
        if (!services.guards.sameGeneration(
                proofsComplete.subject().generation(), account.get().generation())) {
            return Optional.of(FlowEnded.Why.SUPERSEDED);
        }
        Instant begun = proofsComplete.header().deadline().minus(services.life());
        if (!services.guards.outlasts(begun, services.endedAt(account.get().id()))) {
            return Optional.of(FlowEnded.Why.SUPERSEDED);
        }
        if (services.flowKind.waitingPeriod().isPresent()
                && services.objected(account.get().id())) {
            // the objection could not end this flow: a write was in doubt, or its account unknown
            return Optional.of(FlowEnded.Why.REPORTED);
        }
        HeldMethods held = services.holdings(account.get());
        return services.stillHeld(proofsComplete.proofs(), held.able())
                        && services.guards.stillEnough(proofsComplete, held)
                ? Optional.empty()
                : Optional.of(FlowEnded.Why.MORE_PROOFS_NEEDED);
    }
}
