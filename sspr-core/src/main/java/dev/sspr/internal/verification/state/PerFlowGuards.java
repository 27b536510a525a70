package dev.sspr.internal.verification.state;

import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import java.util.List;

/** The guards of a known user: the flow itself sets the further proofs. */
public class PerFlowGuards extends Guards {
    public PerFlowGuards(ResetPolicy policy, Limits limits, Purpose purpose) {
        super(policy, limits, purpose);
    }

    /** A known user sees the account's methods, so any kind may come first. */
    @Override
    public boolean offered(MethodKind kind, List<Proof> proofs) {
        return kinds().contains(kind)
                && proofs.stream().noneMatch(proof -> proof.kind().equals(kind));
    }

    @Override
    public boolean stillEnough(ProofsComplete proofsComplete, HeldMethods held) {
        Subject subject = proofsComplete.subject();
        return subject.needed() == 0
                || (enough(proofsComplete.proofs(), subject.needed())
                        && demandMet(proofsComplete.proofs(), subject.demanded()));
    }
}
