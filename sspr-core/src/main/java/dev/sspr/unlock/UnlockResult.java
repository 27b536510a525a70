package dev.sspr.unlock;

import dev.sspr.flow.Refusal;
import dev.sspr.spi.Secret;
import java.util.Objects;
import java.util.Optional;

/** What became of an unlock. The person behind it is proven, so everything is told. */
public sealed interface UnlockResult {
    /**
     * The lock is lifted. The password is what it was, and there is no session: the person signs in.
     *
     * @param recoveryCode a fresh code in the place of the recovery code that proved this unlock, to show once (R-OTP-8)
     */
    record Unlocked(Optional<Secret> recoveryCode) implements UnlockResult {
        /** Checks the parts. */
        public Unlocked {
            Objects.requireNonNull(recoveryCode, "recoveryCode");
        }
    }

    /**
     * The account is not locked, nor its sign-in by a smart lockout that an unlock clears: nothing was done and nothing is
     * spent. Who cannot sign in may want a reset.
     */
    record NotLocked() implements UnlockResult {}

    /**
     * This unlock can no longer be done, and has ended.
     *
     * @param reason why
     */
    record NotPossible(Reason reason) implements UnlockResult {
        /** Why a proven unlock ends without one. */
        public enum Reason {
            /** The account was disabled, has expired, was removed, or moved elsewhere meanwhile. */
            ACCOUNT_NOT_USABLE,
            /** Its password or a destination changed meanwhile, on another way. */
            SUPERSEDED,
            /** It needs more proofs than when the unlock began. */
            MORE_PROOFS_NEEDED
        }

        /** Checks the reason. */
        public NotPossible {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Another call is lifting the lock at this moment; {@code status} tells what became of it. */
    record InProgress() implements UnlockResult {}

    /**
     * The call was refused, and changed nothing.
     *
     * @param reason not proven yet, or the handle opens nothing
     */
    record Refused(Refusal reason) implements UnlockResult {
        /** Checks the reason. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
