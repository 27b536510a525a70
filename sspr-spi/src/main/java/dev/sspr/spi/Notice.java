package dev.sspr.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Tells the owner of an account, or who looks after it, what has happened to it: to know, and to object (R-NOT-7). */
public sealed interface Notice extends MessageContent {
    /**
     * The password was changed (R-NOT-7).
     *
     * @param at when
     * @param notMe says "this was not me", and ends what the new password has opened; opening it changes nothing
     */
    record PasswordChanged(Instant at, Optional<Secret> notMe) implements Notice {
        /** Checks the parts. */
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
    record RecoveryStarted(Stage stage, Instant dueAt, Secret object) implements Notice {
        /** How far the waiting period is. */
        public enum Stage {
            /** It has begun. */
            STARTED,
            /** It is about to end. */
            ENDING
        }

        /** Checks the parts. */
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
     * @param change what happened
     * @param kind the kind of method
     * @param at when
     * @param undo says "this was not me" and undoes it; opening it changes nothing; empty where nothing can be undone
     */
    record SecurityInfoChanged(Change change, MethodKind kind, Instant at, Optional<Secret> undo) implements Notice {
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

        /** Checks the parts. */
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
     * @param at when
     * @param notMe says "this was not me", and ends all sessions; opening it changes nothing
     */
    record AccountUnlocked(Instant at, Optional<Secret> notMe) implements Notice {
        /** Checks the parts. */
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
     * The password of an administrator's account was changed: for the other administrators (NOT-02).
     *
     * @param about whose
     * @param at when
     */
    record AdministratorChanged(UserId about, Instant at) implements Notice {
        /** Checks the parts. */
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
     * The help desk did something to the account (R-ADM-5). It does not say who: that is in the audit log.
     *
     * @param action what
     * @param at when
     */
    record HelpDeskActed(AdminAction action, Instant at) implements Notice {
        /** Checks the parts. */
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
