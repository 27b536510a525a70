package dev.sspr.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What a message says, as a template and its typed parameters; parameters that are secret have the type for it. */
public sealed interface MessageContent {
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
        /**
         * Checks the parts.
         *
         * @param code as above
         * @param link as above
         * @param cancel as above
         * @param expiresAt as above
         */
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

        /**
         * Checks the reason.
         *
         * @param reason as above
         */
        public ResetNotPossible {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String template() {
            return "reset.not-possible";
        }
    }

    /**
     * The password was changed (R-NOT-7).
     *
     * @param at when
     * @param notMe says "this was not me", and ends what the new password has opened; opening it changes nothing
     */
    record PasswordChanged(Instant at, Optional<Secret> notMe) implements MessageContent {
        /**
         * Checks the parts.
         *
         * @param at as above
         * @param notMe as above
         */
        public PasswordChanged {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(notMe, "notMe");
        }

        @Override
        public String template() {
            return "password.changed";
        }
    }

    /**
     * A waiting period runs, at the end of which somebody may set a new password (ruling 15).
     *
     * @param stage whether it has just begun, or is about to end
     * @param dueAt when it ends
     * @param object says "this was not me" and ends it; opening it changes nothing
     */
    record RecoveryStarted(Stage stage, Instant dueAt, Secret object) implements MessageContent {
        /** How far the waiting period is. */
        public enum Stage {
            /** It has begun. */
            STARTED,
            /** It is about to end. */
            ENDING
        }

        /**
         * Checks the parts.
         *
         * @param stage as above
         * @param dueAt as above
         * @param object as above
         */
        public RecoveryStarted {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(dueAt, "dueAt");
            Objects.requireNonNull(object, "object");
        }

        @Override
        public String template() {
            return stage == Stage.STARTED ? "recovery.started" : "recovery.ending";
        }
    }

    /**
     * The code that confirms an address or a number that is being registered (R-REG-3).
     *
     * @param code what the person types where the registration is open
     * @param expiresAt from when it no longer works
     */
    record RegisterCode(Secret code, Instant expiresAt) implements MessageContent {
        /**
         * Checks the parts.
         *
         * @param code as above
         * @param expiresAt as above
         */
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
     * A method of the account was added, replaced, removed or disabled (R-NOT-7).
     *
     * @param change what happened
     * @param kind the kind of method
     * @param at when
     * @param undo says "this was not me" and undoes it; opening it changes nothing; empty where nothing can be undone
     */
    record SecurityInfoChanged(Change change, MethodKind kind, Instant at, Optional<Secret> undo)
            implements MessageContent {
        /** What happened to a method. */
        public enum Change {
            /** It was added. */
            ADDED,
            /** Another came in its place. */
            REPLACED,
            /** It was removed. */
            REMOVED,
            /** It was disabled after too many failures, or because a copy of it is in use. */
            DISABLED,
            /** A change was undone. */
            RESTORED
        }

        /**
         * Checks the parts.
         *
         * @param change as above
         * @param kind as above
         * @param at as above
         * @param undo as above
         */
        public SecurityInfoChanged {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(undo, "undo");
        }

        @Override
        public String template() {
            return "security-info.changed";
        }
    }
}
