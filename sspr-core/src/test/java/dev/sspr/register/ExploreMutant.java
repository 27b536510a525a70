package dev.sspr.register;

import dev.sspr.flow.Limits;
import dev.sspr.flow.MethodUses;
import dev.sspr.reset.ExploreBridge.Without;

/** The rules with one guard taken out. */
final class ExploreMutant {
    private ExploreMutant() {}

    /** Makes rules. */
    interface Maker {
        RegisterRules make(RegistrationPolicy policy, MethodUses uses, Limits limits);
    }

    /** The guards of both rooms. */
    record Guards(Maker rules, Without reset) {
        static final Guards ALL = new Guards(RegisterRules::new, Without.NOTHING);
    }
}
