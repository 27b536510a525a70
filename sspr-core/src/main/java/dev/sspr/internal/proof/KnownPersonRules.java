package dev.sspr.internal.proof;

import dev.sspr.flow.Limits;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.spi.MethodKind;
import java.util.List;

/** The guards where the room above knows the person: the flow itself says which proofs it takes beyond that. */
class KnownPersonRules extends Rules {
    KnownPersonRules(ResetPolicy policy, Limits limits) {
        super(policy, limits);
    }

    /** A known person sees what the account holds, so any kind may come first. */
    @Override
    boolean offered(MethodKind kind, List<Proof> proofs) {
        return kinds().contains(kind)
                && proofs.stream().noneMatch(proof -> proof.kind().equals(kind));
    }

    @Override
    boolean stillEnough(Proven proven, Holdings held) {
        Subject subject = proven.subject();
        return subject.needed() == 0
                || (enough(proven.proofs(), subject.needed()) && demandMet(proven.proofs(), subject.demanded()));
    }
}
