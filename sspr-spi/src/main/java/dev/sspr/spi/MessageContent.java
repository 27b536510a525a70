package dev.sspr.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The content of a message: a template and its typed parameters. A secret parameter has the type {@link Secret}. */
public sealed interface MessageContent
        permits MessageContent.ResetCode,
                MessageContent.ResetNotPossible,
                MessageContent.UnlockCode,
                MessageContent.UnlockNotPossible,
                MessageContent.RegisterCode,
                Notice {
    /**
     * The stable name of the template, such as {@code reset.code}.
     *
     * @return lower-case letters, dots and hyphens
     */
    String template();

    /**
     * The code for a challenge of a reset, with a link where the channel can show one.
     *
     * @param code the code to type where the reset was started
     * @param link a link to the same challenge; opening it changes nothing
     * @param cancel a link to report "this was not me"; opening it changes nothing
     * @param expiresAt the time from which neither works
     */
    record ResetCode(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt)
            implements MessageContent {
        /** Checks that no part is missing. */
        public ResetCode {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(cancel, "cancel");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        @Override
        public String template() {
            return "reset.code";
        }
    }

    /**
     * Tells the owner that a reset was requested and is not possible for this account (R-ENUM-9).
     *
     * @param reason the reason
     */
    record ResetNotPossible(Reason reason) implements MessageContent {
        /** The reason why an account cannot be reset here. */
        public enum Reason {
            /** The account is disabled or expired. */
            ACCOUNT_OFF,
            /** Its password is managed elsewhere, or it has none. */
            MANAGED_ELSEWHERE,
            /** Self-service is disabled for it. */
            SELF_SERVICE_OFF,
            /** It has too few methods to prove the user's identity. */
            TOO_FEW_METHODS
        }

        /** Checks that there is a reason. */
        public ResetNotPossible {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String template() {
            return "reset.not-possible";
        }
    }

    /**
     * The code that confirms an address or a number during its registration (R-REG-3).
     *
     * @param code the code to type where the registration is open
     * @param expiresAt the time from which it no longer works
     */
    record RegisterCode(Secret code, Instant expiresAt) implements MessageContent {
        /** Checks that no part is missing. */
        public RegisterCode {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        @Override
        public String template() {
            return "register.code";
        }
    }

    /**
     * The code for a challenge of an unlock, with a link where the channel can show one.
     *
     * @param code the code to type where the unlock was started
     * @param link a link to the same challenge; opening it changes nothing
     * @param cancel a link to report "this was not me"; opening it changes nothing
     * @param expiresAt the time from which neither works
     */
    record UnlockCode(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt)
            implements MessageContent {
        /** Checks that no part is missing. */
        public UnlockCode {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(cancel, "cancel");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        @Override
        public String template() {
            return "unlock.code";
        }
    }

    /**
     * Tells the owner that an unlock was requested and is not possible by self-service (R-ENUM-9).
     *
     * @param reason the reason
     */
    record UnlockNotPossible(ResetNotPossible.Reason reason) implements MessageContent {
        /** Checks that there is a reason. */
        public UnlockNotPossible {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String template() {
            return "unlock.not-possible";
        }
    }
}
