package dev.sspr.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What a message says, as a template and its typed parameters; parameters that are secret have the type for it. */
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
     * The code, and where the channel can show one the link, for a challenge of a reset.
     *
     * @param code what the person types where the reset was begun
     * @param link opens the same challenge; opening it changes nothing
     * @param cancel says "this was not me"; opening it changes nothing
     * @param expiresAt from when neither works
     */
    record ResetCode(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt)
            implements MessageContent {
        /** Checks the parts. */
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
     * Somebody asked for a reset, and this account cannot be reset here (R-ENUM-9, ruling "silence and telling").
     *
     * @param reason why not
     */
    record ResetNotPossible(Reason reason) implements MessageContent {
        /** Why an account cannot be reset here. */
        public enum Reason {
            /** It is disabled or expired. */
            ACCOUNT_OFF,
            /** Its password is managed elsewhere, or it has none. */
            MANAGED_ELSEWHERE,
            /** Self-service is switched off for it. */
            SELF_SERVICE_OFF,
            /** It holds too few methods to prove who it is. */
            TOO_FEW_METHODS
        }

        /** Checks the reason. */
        public ResetNotPossible {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String template() {
            return "reset.not-possible";
        }
    }

    /**
     * The code that confirms an address or a number that is being registered (R-REG-3).
     *
     * @param code what the person types where the registration is open
     * @param expiresAt from when it no longer works
     */
    record RegisterCode(Secret code, Instant expiresAt) implements MessageContent {
        /** Checks the parts. */
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
     * The code, and where the channel can show one the link, for a challenge of an unlock.
     *
     * @param code what the person types where the unlock was begun
     * @param link opens the same challenge; opening it changes nothing
     * @param cancel says "this was not me"; opening it changes nothing
     * @param expiresAt from when neither works
     */
    record UnlockCode(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt)
            implements MessageContent {
        /** Checks the parts. */
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
     * Somebody asked to unlock this account, and nobody can do that by themselves here (R-ENUM-9).
     *
     * @param reason why not
     */
    record UnlockNotPossible(ResetNotPossible.Reason reason) implements MessageContent {
        /** Checks the reason. */
        public UnlockNotPossible {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String template() {
            return "unlock.not-possible";
        }
    }
}
