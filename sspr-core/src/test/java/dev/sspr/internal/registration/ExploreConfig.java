package dev.sspr.internal.registration;

import dev.sspr.spi.MethodKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one run of the explorer lets happen: small enough that the space closes; together the runs cover every action.
 *
 * @param name for the report
 * @param proofs how many a reset takes
 * @param held what the victim has registered long ago
 * @param owned what of the victim's the attacker has: {@code mail}, {@code phone}, {@code app}, {@code answers}
 * @param kinds what the two of them enrol
 * @param bounds how much of everything
 * @param can what may happen
 */
record ExploreConfig(
        String name,
        int proofs,
        List<MethodKind> held,
        Set<String> owned,
        List<MethodKind> kinds,
        Bounds bounds,
        Set<Can> can) {
    /** What may happen. */
    enum Can {
        /** The attacker signs in with the password. */
        PASSWORD,
        /** The attacker has a copy of the victim's session, and with it of the handles in it. */
        SESSION,
        /** The attacker registers for an account of its own. */
        OWN_ACCOUNT,
        /** The victim registers, honestly, at the same time. */
        VICTIM,
        /** The account was made long ago. */
        OLD_ACCOUNT,
        ATTACKER_RESETS,
        VICTIM_RESETS,
        REMOVE,
        REPLACE,
        REVIEW,
        CLOSE,
        CANCEL,
        RESEND,
        WRONG,
        /** The owner of an address presses the links it got. */
        UNDO,
        REQUIRE_AGAIN,
        DISABLE,
        PASSWORD_CHANGE,
        PRIVILEGE,
        /** A copy of a credential is used. */
        CLONE,
        /** A day passes, once. */
        DAY,
        CRASH,
        FAIL,
        OVERLAP,
        OVERLAP_TWICE,
        SWEEP
    }

    /**
     * How much of everything there is.
     *
     * @param registrations how many are opened in all
     * @param enrolments how many are begun in all
     * @param resets how many are started in all
     * @param ticks how many steps the clock makes
     * @param events how often the host changes something
     * @param faults how many calls crash or fail
     * @param changes how many changes and undos are made in all
     */
    record Bounds(int registrations, int enrolments, int resets, int ticks, int events, int faults, int changes) {}

    static ExploreConfig of(String name, int proofs, MethodKind... held) {
        return new ExploreConfig(
                name,
                proofs,
                List.of(held),
                Set.of(),
                List.of(MethodKind.EMAIL_CODE),
                new Bounds(1, 1, 0, 0, 0, 0, 9),
                Set.of());
    }

    ExploreConfig owning(String... what) {
        return new ExploreConfig(name, proofs, held, Set.of(what), kinds, bounds, can);
    }

    ExploreConfig enrolling(MethodKind... what) {
        return new ExploreConfig(name, proofs, held, owned, List.of(what), bounds, can);
    }

    ExploreConfig bounds(int registrations, int enrolments, int resets, int ticks) {
        return with(new Bounds(registrations, enrolments, resets, ticks, bounds.events, bounds.faults, bounds.changes));
    }

    ExploreConfig events(int events, int faults, int changes) {
        return with(new Bounds(
                bounds.registrations, bounds.enrolments, bounds.resets, bounds.ticks, events, faults, changes));
    }

    private ExploreConfig with(Bounds others) {
        return new ExploreConfig(name, proofs, held, owned, kinds, others, can);
    }

    ExploreConfig with(Can first, Can... more) {
        return new ExploreConfig(name, proofs, held, owned, kinds, bounds, EnumSet.of(first, more));
    }

    boolean can(Can what) {
        return can.contains(what);
    }

    @Override
    public String toString() {
        return name;
    }
}
