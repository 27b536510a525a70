package dev.sspr.policy;

import java.util.Objects;

/**
 * Whether users may unlock their own accounts, and what an unlock clears. The {@link ResetPolicy} says which proofs an unlock
 * requires (UNL-01).
 *
 * @param offered whether the flow exists; it also needs an {@link dev.sspr.spi.AccountUnlocker}; default
 *     {@link Offered#OFFERED}
 * @param smartLockout what an unlock does to the smart lockout of the host's sign-in; default
 *     {@link SmartLockout#CLEARED}, so that the user can sign in afterwards
 */
public record UnlockPolicy(Offered offered, SmartLockout smartLockout) {
    /** Whether the flow exists. */
    public enum Offered {
        /** It exists if the host has an {@link dev.sspr.spi.AccountUnlocker}. */
        OFFERED,
        /** It does not exist: the user of a locked account resets the password or waits. */
        NOT_OFFERED
    }

    /** The effect of an unlock on the smart lockout. */
    public enum SmartLockout {
        /** An unlock clears it too, also if it is the only lock. */
        CLEARED,
        /** Its time runs on: an unlock lifts the lock of the account only (UNL-03, LCK-12). */
        KEPT
    }

    /** Checks that nothing is missing. */
    public UnlockPolicy {
        Objects.requireNonNull(offered, "unlock.offered");
        Objects.requireNonNull(smartLockout, "unlock.smartLockout");
    }

    /** {@return the values of the {@code standard} and {@code nist} presets} */
    public static UnlockPolicy standard() {
        return new UnlockPolicy(Offered.OFFERED, SmartLockout.CLEARED);
    }

    /** {@return the values of the {@code entra} preset: the smart lockout runs on} */
    public static UnlockPolicy entra() {
        return standard().smartLockout(SmartLockout.KEPT);
    }

    /** {@return a copy with the flow offered or not} */
    public UnlockPolicy offered(Offered offered) {
        return new UnlockPolicy(offered, smartLockout);
    }

    /** {@return a copy with another effect on the smart lockout} */
    public UnlockPolicy smartLockout(SmartLockout smartLockout) {
        return new UnlockPolicy(offered, smartLockout);
    }
}
