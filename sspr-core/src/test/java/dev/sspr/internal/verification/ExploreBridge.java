package dev.sspr.internal.verification;

import dev.sspr.fixture.CustomGuards;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.StateCodec;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.password.PasswordRules;
import dev.sspr.policy.Limits;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.spi.Account;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the explorer of registrations needs to see of resets, which go on beside them over the same stores. */
public final class ExploreBridge {
    private static final StateCodec CODEC = new StateCodec();

    private ExploreBridge() {}

    /** A guard of a reset that concerns what is registered. */
    public enum Without {
        NOTHING,
        OFFERED,
        ENOUGH,
        DEMAND_MET,
        PROVES_FOR,
        /** What is demanded follows what is able. */
        REGISTERED
    }

    /** A made proof. */
    public record Shown(MethodKind kind, Digest endpoint) {}

    /**
     * One stored reset.
     *
     * @param name of its state
     * @param text equal for equal situations
     * @param pending the challenge that waits for an answer
     * @param needed how many proofs it takes
     * @param proofs those that were made
     */
    public record View(
            String name,
            String text,
            Optional<Digest> pending,
            Optional<MethodKind> asked,
            int needed,
            List<Shown> proofs) {
        /** Whether it still takes answers. */
        public boolean open() {
            return name.equals("Identifying") || name.equals("AwaitingResponse");
        }

        /** Whether nothing will come of it any more. */
        public boolean over() {
            return name.equals("Completed") || name.equals("FlowEnded");
        }
    }

    /** The guards of a reset, but for one. */
    public static Guards guards(Environment environment, ResetPolicy policy, Without without) {
        return without == Without.NOTHING
                ? new Guards(policy, environment.limits())
                : new Mutant(policy, environment.limits(), without);
    }

    /** A reset of one k, with an e-mail first. */
    public static ResetFlow reset(Environment environment, MethodCatalog catalog, Guards guards) {
        return CustomGuards.with(guards, environment, catalog, new PasswordRules(PasswordPolicy.standard()));
    }

    private static final class Mutant extends Guards {
        private final Without without;

        Mutant(ResetPolicy policy, Limits limits, Without without) {
            super(policy, limits);
            this.without = without;
        }

        @Override
        public boolean offered(MethodKind kind, List<Proof> proofs) {
            return without == Without.OFFERED || super.offered(kind, proofs);
        }

        @Override
        public boolean enough(List<Proof> proofs, int needed) {
            return without == Without.ENOUGH || super.enough(proofs, needed);
        }

        @Override
        public boolean demandMet(List<Proof> proofs, DemandedKinds demanded) {
            return without == Without.DEMAND_MET || super.demandMet(proofs, demanded);
        }

        @Override
        public DemandedKinds registered(SecurityInfo info, Instant now) {
            return without == Without.REGISTERED
                    ? new DemandedKinds(info.where(one -> one.provesReset(now)).stream()
                            .map(RegisteredMethod::kind)
                            .collect(Collectors.toSet()))
                    : super.registered(info, now);
        }

        @Override
        public boolean provesFor(Account account, MethodKind kind) {
            return without == Without.PROVES_FOR || super.provesFor(account, kind);
        }
    }

    /** Kinds of proof: those with a code alone, the others beside one. */
    public static List<MethodRule> rules(List<MethodKind> alone, List<MethodKind> besides) {
        List<MethodRule> rules = new ArrayList<>();
        alone.forEach(kind -> rules.add(new MethodRule(kind, ResetPolicy.Use.ALONE)));
        besides.forEach(kind -> rules.add(new MethodRule(kind, ResetPolicy.Use.WITH_ANOTHER)));
        return rules;
    }

    /** Looks into a stored reset. */
    public static View view(KeyRing keys, StoredFlow flow, Instant now, ToLongFunction<Instant> at) {
        FlowState state = CODEC.read(
                keys.open(flow.id(), Purpose.RESET, flow.version(), flow.body()).orElseThrow());
        StringBuilder out = new StringBuilder(state.getClass().getSimpleName());
        out.append(at.applyAsLong(state.header().deadline()));
        Optional<PendingChallenge> pendingChallenge = Optional.empty();
        int needed = 0;
        List<Proof> proofs = List.of();
        if (state instanceof Identifying it) {
            out.append(it.login().value()).append(it.wanted());
        } else if (state instanceof AwaitingResponse it) {
            pendingChallenge = it.pendingChallenge();
            needed = it.subject().needed();
            proofs = it.proofs();
            out.append(it.wanted())
                    .append(it.subject().reality())
                    .append(it.subject().generation());
            out.append(it.subject().demanded().kinds().stream()
                    .map(MethodKind::value)
                    .sorted()
                    .toList());
            it.attempts().spent().keySet().stream()
                    .map(MethodKind::value)
                    .sorted()
                    .forEach(kind -> out.append(kind).append(it.attempts().of(new MethodKind(kind))));
            pendingChallenge.ifPresent(one ->
                    out.append(one.kind().value()).append(one.methodId()).append(at.applyAsLong(one.expiresAt())));
            out.append(it.delivery().map(one -> one.attempts() + "/" + at.applyAsLong(one.nextAttemptAt())));
        } else if (state instanceof ProofsComplete it) {
            needed = it.subject().needed();
            proofs = it.proofs();
            out.append(it.subject().generation()).append(it.doubt().map(at::applyAsLong));
        } else if (state instanceof Committing it) {
            needed = it.subject().needed();
            proofs = it.proofs();
            out.append(it.subject().generation()).append(at.applyAsLong(it.since()));
        } else if (state instanceof FinishingCommit it) {
            out.append(it.tasks().sessions())
                    .append(it.tasks().failures())
                    .append(it.tasks()
                            .notices()
                            .map(one -> one.attempts() + "/" + one.settled().size() + "/"
                                    + at.applyAsLong(one.nextAttemptAt())));
        } else if (state instanceof Completed it) {
            out.append(it.why());
        } else if (state instanceof FlowEnded it) {
            out.append(it.why());
        }
        out.append(needed);
        proofs.forEach(
                one -> out.append(one.kind().value()).append(one.endpoint().low() % 997));
        return new View(
                state.getClass().getSimpleName(),
                out.toString(),
                pendingChallenge.map(PendingChallenge::id),
                pendingChallenge.map(PendingChallenge::kind),
                needed,
                proofs.stream()
                        .map(one -> new Shown(one.kind(), one.endpoint()))
                        .toList());
    }
}
