package dev.sspr.internal.proof;

import dev.sspr.flow.Limits;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.flow.ResetPolicy.MethodRule;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.verify.Methods;
import dev.sspr.password.PasswordPolicy;
import dev.sspr.password.PasswordRules;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Account;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What the explorer of registrations needs to see of resets, which go on beside them over the same stores. */
public final class ExploreBridge {
    private static final ProofCodec CODEC = new ProofCodec();

    private ExploreBridge() {}

    /** A guard of a reset that concerns what is registered. */
    public enum Without {
        NOTHING,
        OFFERED,
        ENOUGH,
        DEMAND_MET,
        PROVES_FOR
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
            return name.equals("Opened") || name.equals("Asking");
        }

        /** Whether nothing will come of it any more. */
        public boolean over() {
            return name.equals("Settled") || name.equals("Ended");
        }
    }

    /** A reset of one k, with an e-mail first. */
    public static PasswordReset reset(Plugs plugs, ResetPolicy policy, Methods methods, Without without) {
        Rules rules = without == Without.NOTHING
                ? new Rules(policy, plugs.limits())
                : new Mutant(policy, plugs.limits(), without);
        return Resets.with(rules, plugs, methods, new PasswordRules(PasswordPolicy.standard()));
    }

    private static final class Mutant extends Rules {
        private final Without without;

        Mutant(ResetPolicy policy, Limits limits, Without without) {
            super(policy, limits);
            this.without = without;
        }

        @Override
        boolean offered(MethodKind kind, List<Proof> proofs) {
            return without == Without.OFFERED || super.offered(kind, proofs);
        }

        @Override
        boolean enough(List<Proof> proofs, int needed) {
            return without == Without.ENOUGH || super.enough(proofs, needed);
        }

        @Override
        boolean demandMet(List<Proof> proofs, Set<MethodKind> demanded) {
            return without == Without.DEMAND_MET || super.demandMet(proofs, demanded);
        }

        @Override
        boolean provesFor(Account account, MethodKind kind) {
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
        ProofState state =
                CODEC.read(keys.open(flow.id(), Purpose.RESET, flow.body()).orElseThrow());
        StringBuilder out = new StringBuilder(state.getClass().getSimpleName());
        out.append(at.applyAsLong(state.ticket().deadline()));
        Optional<Pending> pending = Optional.empty();
        int needed = 0;
        List<Proof> proofs = List.of();
        if (state instanceof Opened it) {
            out.append(it.login().value()).append(it.wanted());
        } else if (state instanceof Asking it) {
            pending = it.pending();
            needed = it.subject().needed();
            proofs = it.proofs();
            out.append(it.wanted())
                    .append(it.subject().reality())
                    .append(it.subject().generation());
            out.append(it.subject().demanded().stream()
                    .map(MethodKind::value)
                    .sorted()
                    .toList());
            it.tries().spent().keySet().stream()
                    .map(MethodKind::value)
                    .sorted()
                    .forEach(kind -> out.append(kind).append(it.tries().of(new MethodKind(kind))));
            pending.ifPresent(one ->
                    out.append(one.kind().value()).append(one.methodId()).append(at.applyAsLong(one.expiresAt())));
        } else if (state instanceof Proven it) {
            needed = it.subject().needed();
            proofs = it.proofs();
            out.append(it.subject().generation()).append(it.doubt().map(at::applyAsLong));
        } else if (state instanceof Committing it) {
            needed = it.subject().needed();
            proofs = it.proofs();
            out.append(it.subject().generation()).append(at.applyAsLong(it.since()));
        } else if (state instanceof Finishing it) {
            out.append(it.tasks().sessions())
                    .append(it.tasks().notices())
                    .append(it.tasks().failures());
        } else if (state instanceof Settled it) {
            out.append(it.why());
        } else if (state instanceof Ended it) {
            out.append(it.why());
        }
        out.append(needed);
        proofs.forEach(
                one -> out.append(one.kind().value()).append(one.endpoint().low() % 997));
        return new View(
                state.getClass().getSimpleName(),
                out.toString(),
                pending.map(Pending::id),
                pending.map(Pending::kind),
                needed,
                proofs.stream()
                        .map(one -> new Shown(one.kind(), one.endpoint()))
                        .toList());
    }
}
