package dev.sspr.flow;

import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What became of a new password. The person behind it is proven, so everything is told. */
public sealed interface CompleteResult
        permits CompleteResult.Done,
                CompleteResult.DonePartly,
                CompleteResult.Rejected,
                CompleteResult.NotPossible,
                CompleteResult.InProgress,
                Refused {
    /**
     * The password is set. There is no session: the person signs in with it (R-TOK-12).
     *
     * @param sessions whether all earlier sessions are known to have ended
     * @param recoveryCode a fresh code in the place of the recovery code that proved this reset, to show once (R-OTP-8)
     */
    record Done(Sessions sessions, Optional<Secret> recoveryCode) implements CompleteResult {
        /** Checks the parts. */
        public Done {
            Objects.requireNonNull(sessions, "sessions");
            Objects.requireNonNull(recoveryCode, "recoveryCode");
        }

        /**
         * Makes a result without a fresh recovery code.
         *
         * @param sessions whether all earlier sessions are known to have ended
         */
        public Done(Sessions sessions) {
            this(sessions, Optional.empty());
        }

        /** What became of the account's sessions. */
        public enum Sessions {
            /** All have ended. */
            ENDED,
            /** That could not be confirmed yet; it is tried again. */
            PENDING
        }
    }

    /**
     * The password is set in one of two stores, and the other one is not known to have it. What follows a new password
     * follows here too. The person is told so: it may take some minutes until the new one does everywhere, and where it
     * does not, a new flow sets it again (RST-22).
     *
     * @param sessions whether all earlier sessions are known to have ended
     * @param recoveryCode as for {@link Done}
     */
    record DonePartly(Done.Sessions sessions, Optional<Secret> recoveryCode) implements CompleteResult {
        /** Checks the parts. */
        public DonePartly {
            Objects.requireNonNull(sessions, "sessions");
            Objects.requireNonNull(recoveryCode, "recoveryCode");
        }
    }

    /**
     * The password is refused. Nothing is spent: another one may be tried at once.
     *
     * @param findings every reason
     */
    record Rejected(List<Finding> findings) implements CompleteResult {
        /** Copies the findings. */
        public Rejected {
            findings = List.copyOf(findings);
        }
    }

    /**
     * This reset can no longer set a password, and has ended.
     *
     * @param reason why
     */
    record NotPossible(Reason reason) implements CompleteResult {
        /** Why a proven reset ends without a password. */
        public enum Reason {
            /** The account was disabled, removed, or moved elsewhere meanwhile. */
            ACCOUNT_NOT_USABLE,
            /** Its password or a destination changed meanwhile, on another way. */
            SUPERSEDED,
            /** It needs more proofs than when the reset began. */
            MORE_PROOFS_NEEDED
        }
    }

    /** Another call is setting the password at this moment; {@code status} tells what became of it. */
    record InProgress() implements CompleteResult {}
}
