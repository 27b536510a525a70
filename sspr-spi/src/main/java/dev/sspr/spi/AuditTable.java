package dev.sspr.spi;

import static dev.sspr.spi.AuditField.Presence.ALWAYS;
import static dev.sspr.spi.AuditField.Presence.SOMETIMES;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The published schema of every type of audit event. */
final class AuditTable {
    private static final String PROGRESS = "Self-service password reset flow activity progress";
    private static final String BLOCKED = "Blocked from self-service password reset";
    private static final List<String> SET =
            List.of("Reset password (self-service)", "Reset password (by admin)", "Change password (self-service)");
    private static final String ENTRA_NAME = "Entra's name for the same activity";
    private static final String UPDATED = "User updated security info";

    private static final AuditField METHOD = field("method", AuditValueType.METHOD, ALWAYS, "the kind of method");
    private static final AuditField METHOD_IF_KNOWN =
            field("method", AuditValueType.METHOD, SOMETIMES, "the kind of method, where one was tried");
    private static final AuditField TOLD =
            field("destinations", AuditValueType.COUNT, ALWAYS, "how many mailboxes and phones were told");

    static final Map<AuditType, AuditSchema> ALL = new EnumMap<>(AuditType.class);

    static {
        on(
                AuditType.STARTED,
                "A flow was started, for whatever name.",
                List.of("User started password reset", "User started password change", "Admin started password reset"));
        on(
                AuditType.START_REFUSED,
                "A start was refused by a budget, for the form of a name or, where the person is known, by what the account is.",
                List.of(BLOCKED),
                words(
                        "reason",
                        ALWAYS,
                        "why",
                        "budget",
                        "store-unavailable",
                        "busy",
                        "malformed-name",
                        "ACCOUNT_NOT_USABLE",
                        "ACCOUNT_LOCKED",
                        "NO_STRONG_FACTOR",
                        "TOO_YOUNG",
                        "TRY_LATER"));
        on(
                AuditType.IDENTIFIED,
                "The engine has looked the account up; the outcome says what came of it.",
                List.of(),
                words("result", ALWAYS, "whether there is an account to prove", "REAL", "STRANGER"));
        on(AuditType.METHOD_CHOSEN, "A method was chosen.", List.of(PROGRESS), METHOD);
        on(
                AuditType.CHALLENGE_SENT,
                "A challenge was sent, or could not be.",
                List.of(PROGRESS),
                words("channel", ALWAYS, "which way", "EMAIL", "SMS", "VOICE"),
                words("result", ALWAYS, "what the carrier said", "accepted", "refused", "unavailable", "budget"));
        on(AuditType.GUESS_CHARGED, "A guess was charged.", List.of(), METHOD);
        on(
                AuditType.GUESS_REFUSED,
                "A guess was refused before it was looked at.",
                List.of(BLOCKED),
                words(
                        "reason",
                        ALWAYS,
                        "why it was not looked at",
                        "budget",
                        "GONE",
                        "NOT_NOW",
                        "CHALLENGE_EXPIRED",
                        "TOO_MANY_TRIES"));
        on(AuditType.PROVEN, "A response was right.", List.of(PROGRESS), METHOD);
        on(
                AuditType.NOT_PROVEN,
                "A response was wrong.",
                List.of(PROGRESS),
                METHOD_IF_KNOWN,
                words("reason", SOMETIMES, "why, if the response was not simply wrong", "expired"));
        on(AuditType.MOVED, "A link moved a flow to another browser.", List.of(), METHOD);
        on(
                AuditType.PASSWORD_REFUSED,
                "A new password was refused.",
                SET,
                field("reason", AuditValueType.FINDING, ALWAYS, "the code of the first finding"));
        on(
                AuditType.PASSWORD_UNCHECKED,
                "A new password is accepted although the list of breached ones did not answer.",
                List.of(),
                field("reason", AuditValueType.FINDING, ALWAYS, "the code of what could not be checked"));
        on(AuditType.COMMITTING, "A new password is being written.", List.of());
        on(
                AuditType.PASSWORD_SET,
                "The password was set.",
                SET,
                words(
                        "reason",
                        SOMETIMES,
                        "which of two stores did not get it, or that it is not known whether it was set",
                        "OnPremisesSuccessCloudFailure",
                        "write-unconfirmed"));
        on(
                AuditType.ACCOUNT_UNLOCKED,
                "An account's lock was lifted by its owner, or there was none.",
                List.of("Unlock user account (self-service)"),
                field("reason", AuditValueType.FINDING, SOMETIMES, "why not, if there was none"));
        on(
                AuditType.SESSIONS_REVOKED,
                "Sessions were ended, or could not be confirmed.",
                List.of(),
                field("try", AuditValueType.COUNT, SOMETIMES, "which try it was, from 1, where tries are counted"),
                words("reason", SOMETIMES, "why, if not for a new password", "reported"));
        on(
                AuditType.NOTIFIED,
                "The account's other destinations were told, or there was none to tell.",
                List.of(),
                TOLD);
        on(
                AuditType.COMPLETED,
                "All that follows a reset is done.",
                List.of(),
                words(
                        "reason",
                        SOMETIMES,
                        "what is not done",
                        "sessions-unconfirmed",
                        "notices-undelivered",
                        "locks-left"));
        on(AuditType.CANCELLED, "The person gave up.", List.of(), words("reason", ALWAYS, "why", "CANCELLED"));
        on(
                AuditType.REPORTED,
                "The owner said: this was not me.",
                List.of(),
                words("reason", ALWAYS, "whether it came in time", "REPORTED", "DONE_REPORTED", "too-late", "frozen"));
        on(
                AuditType.CLOSED,
                "A flow ended without a new password.",
                List.of(),
                words("reason", ALWAYS, "why", "EXPIRED", "SUPERSEDED", "ACCOUNT_NOT_USABLE", "MORE_PROOFS_NEEDED"));
        later();
        registration();
    }

    private AuditTable() {}

    private static void later() {
        on(
                AuditType.RECOVERY_APPROVED,
                "A second person agreed to a recovery.",
                List.of(),
                field("actor", AuditValueType.ACCOUNT, ALWAYS, "who at the help desk"));
        on(AuditType.WAITING_OVER, "A waiting period is over without an objection.", List.of());
        AuditField place = words("place", ALWAYS, "from where the sign-in came", "FAMILIAR", "UNFAMILIAR");
        AuditField locks = field("locks", AuditValueType.COUNT, ALWAYS, "how many locks in a row there were");
        on(
                AuditType.ACCOUNT_LOCKED,
                "The sign-in of an account was locked, or a lock of it grew.",
                List.of(),
                place,
                locks);
        on(AuditType.LOCKOUT_CLEARED, "A lock of a sign-in was lifted before its time.", List.of(), place, locks);
        on(
                AuditType.CURRENT_PASSWORD_CHECKED,
                "A current password was checked.",
                List.of(),
                words("result", ALWAYS, "what came of it", "RIGHT", "WRONG", "LOCKED"));
        helpDesk();
    }

    private static void helpDesk() {
        String[] actions = Stream.of(AdminAction.values()).map(Enum::name).toArray(String[]::new);
        AuditField action = words("action", ALWAYS, "what the help desk did or was refused", actions);
        AuditField actor = field("actor", AuditValueType.ACCOUNT, ALWAYS, "who at the help desk");
        on(
                AuditType.ADMINISTRATORS_TOLD,
                "The other administrators were told that a privileged account's password has changed.",
                List.of(),
                TOLD);
        on(
                AuditType.STARTED_FOR,
                "The help desk began a reset on the person's behalf.",
                List.of("Admin started password reset"));
        on(
                AuditType.HELP_DESK_ACTED,
                "The help desk did something to an account.",
                List.of(
                        "Admin registered security info",
                        "Admin deleted security info",
                        "Admin started password reset"),
                action,
                actor,
                field("reason", AuditValueType.TEXT, ALWAYS, "why, as the actor typed it"));
        on(
                AuditType.HELP_DESK_REFUSED,
                "The help desk was refused something, or it failed.",
                List.of(),
                action,
                actor,
                field(
                        "reason",
                        AuditValueType.TEXT,
                        SOMETIMES,
                        "why, as the actor typed it, unless it was not fit to keep"),
                words(
                        "refusal",
                        ALWAYS,
                        "why it was not done",
                        "UNFIT_REASON",
                        "ONESELF",
                        "BEGUN_BY_ACTOR",
                        "UNKNOWN_ACTOR",
                        "ACTOR_NOT_USABLE",
                        "NOT_ALLOWED",
                        "MORE_PRIVILEGED",
                        "STORE_MISMATCH",
                        "PERSON_NOT_USABLE",
                        "NOT_REACHABLE",
                        "NO_SUCH_METHOD",
                        "TOKEN_WAITING",
                        "TOKEN_TAKEN",
                        "NOT_THEIR_NAME",
                        "NO_SUCH_RECOVERY",
                        "NOT_PLUGGED_IN",
                        "unavailable",
                        "failed"));
    }

    private static void registration() {
        on(AuditType.SECURITY_INFO_UNREADABLE, "The stored security info does not open (F2-S3).", List.of());
        on(AuditType.SECURITY_INFO_OPENED, "A signed-in person opened their security info.", List.of());
        on(
                AuditType.SECURITY_INFO_REFUSED,
                "Security info was not opened: the sign-in was too old or too weak. Or a removal was refused in the hold after a reset.",
                List.of(),
                words("reason", ALWAYS, "what the sign-in lacks", "too-old", "too-weak", "pass-needed", "held"));
        on(
                AuditType.ENROLMENT_STARTED,
                "The enrolment of a method began.",
                List.of("User started security info registration"),
                METHOD);
        on(AuditType.METHOD_REGISTERED, "A method was registered.", List.of("User registered security info"), METHOD);
        on(
                AuditType.METHOD_CHANGED,
                "A method was changed: renamed, made the default, replaced.",
                List.of("User changed default security info", UPDATED),
                METHOD,
                words("change", SOMETIMES, "what was changed, if not the method itself", "renamed", "default"));
        on(AuditType.METHOD_REMOVED, "A method was removed.", List.of("User deleted security info"), METHOD);
        on(AuditType.METHOD_RESTORED, "A change of a method was undone from another address.", List.of(), METHOD);
        on(
                AuditType.METHOD_DISABLED,
                "A method was disabled: too many failures, or a copy of it in use.",
                List.of(),
                METHOD);
        on(
                AuditType.SECURITY_INFO_REVIEWED,
                "The person looked through the security info and said that it is right.",
                List.of("User reviewed security info"));
        on(
                AuditType.REGISTRATION_COMPLETE,
                "The account holds all methods that its policy asks for.",
                List.of("User registered all required security info"));
        on(AuditType.REGISTRATION_SKIPPED, "A request to register was put off at sign-in.", List.of());
        on(
                AuditType.REGISTRATION_REQUIRED,
                "Somebody with the right to do so required the account to register again.",
                List.of("Admin deleted security info"));
        on(
                AuditType.ACCESS_PASS,
                "An access pass was issued or withdrawn.",
                List.of(),
                words("change", ALWAYS, "what became of the pass", "issued", "withdrawn", "used"));
        on(
                AuditType.DESTINATION_SHARED,
                "One mailbox or phone is registered by many accounts (R-REG-9).",
                List.of(),
                field("registrations", AuditValueType.COUNT, ALWAYS, "how often it was registered within a year"));
    }

    private static void on(AuditType type, String meaning, List<String> activities, AuditField... own) {
        List<AuditField> fields = new ArrayList<>(List.of(own));
        if (!activities.isEmpty()) {
            fields.add(new AuditField(AuditSchema.ENTRA, AuditValueType.WORD, SOMETIMES, activities, ENTRA_NAME));
        }
        ALL.put(type, new AuditSchema(type, meaning, fields));
    }

    private static AuditField field(String name, AuditValueType form, AuditField.Presence presence, String meaning) {
        return new AuditField(name, form, presence, List.of(), meaning);
    }

    private static AuditField words(String name, AuditField.Presence presence, String meaning, String... words) {
        return new AuditField(name, AuditValueType.WORD, presence, List.of(words), meaning);
    }
}
