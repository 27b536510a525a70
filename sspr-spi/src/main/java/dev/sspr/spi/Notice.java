package dev.sspr.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Notifies the account owner, or an administrator, of an event of the account, so that they can object (R-NOT-7). */
public sealed interface Notice extends MessageContent {
    /**
     * The password was changed (R-NOT-7).
     *
     * @param at the time of the change
     * @param notMe a link to report "this was not me", which ends what the new password gave access to; opening it
     *     changes nothing
     */
    record PasswordChanged(Instant at, Optional<Secret> notMe) implements Notice {
        /** Checks that no part is missing. */
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
     * A new password may have been set: the store's answer was lost, and the account has changed since (F2-R8).
     *
     * @param at the time of the write
     * @param notMe a link to report "this was not me", as for {@link PasswordChanged}
     */
    record PasswordUnconfirmed(Instant at, Optional<Secret> notMe) implements Notice {
        /** Checks that no part is missing. */
        public PasswordUnconfirmed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(notMe, "notMe");
        }

        @Override
        public String template() {
            return "password.unconfirmed";
        }
    }

    /**
     * A waiting period is running; at its end the user who requested the recovery may set a new password.
     *
     * @param stage whether it has just started or is about to end
     * @param dueAt the time of its end
     * @param object a link to report "this was not me", which ends it; opening it changes nothing
     * @param needsApproval whether the help desk must approve the recovery and has not done so yet
     */
    record RecoveryStarted(Stage stage, Instant dueAt, Secret object, boolean needsApproval) implements Notice {
        /** The stage of a waiting period. */
        public enum Stage {
            /** It has just started. */
            STARTED,
            /** It is about to end. */
            ENDING
        }

        /** Checks that no part is missing. */
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
     * A method of the account was added, replaced, removed or disabled (R-NOT-7).
     *
     * @param change the change
     * @param kind the kind of method
     * @param at the time of the change
     * @param undo a link to report "this was not me", which reverts the change; opening it changes nothing; empty if
     *     the change cannot be reverted
     */
    record SecurityInfoChanged(Change change, MethodKind kind, Instant at, Optional<Secret> undo) implements Notice {
        /** A change of a method. */
        public enum Change {
            /** It was added. */
            ADDED,
            /** Another method replaced it. */
            REPLACED,
            /** It was removed. */
            REMOVED,
            /** It was disabled after too many failures, or because a copy of it is in use. */
            DISABLED,
            /** A change was reverted. */
            RESTORED,
            /**
             * An address that was removed with a stronger proof objected. Nothing is restored, and nothing counts for a reset
             * until the stronger proof or the help desk decides.
             */
            FROZEN
        }

        /** Checks that no part is missing. */
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

    /**
     * The account's lock was lifted (R-NOT-7).
     *
     * @param at the time of the change
     * @param notMe a link to report "this was not me", which ends all sessions; opening it changes nothing
     */
    record AccountUnlocked(Instant at, Optional<Secret> notMe) implements Notice {
        /** Checks that no part is missing. */
        public AccountUnlocked {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(notMe, "notMe");
        }

        @Override
        public String template() {
            return "account.unlocked";
        }
    }

    /**
     * The password of an administrator's account was changed; sent to the other administrators (NOT-02).
     *
     * @param about the account
     * @param at the time of the change
     */
    record AdministratorChanged(UserId about, Instant at) implements Notice {
        /** Checks that no part is missing. */
        public AdministratorChanged {
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public String template() {
            return "administrator.changed";
        }
    }

    /**
     * The help desk acted on the account (R-ADM-5). The notice does not name the actor; the audit log does.
     *
     * @param action the action
     * @param at the time of the action
     */
    record HelpDeskActed(AdminAction action, Instant at) implements Notice {
        /** Checks that no part is missing. */
        public HelpDeskActed {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public String template() {
            return "help-desk.acted";
        }
    }
}
