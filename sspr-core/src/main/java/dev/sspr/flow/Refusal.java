package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.Purpose;

/** Why a call changed nothing. Before a first proof no refusal of a reset, unlock or recovery depends on an account. */
public enum Refusal {
    /** No open flow belongs to this handle or link: unknown, forged, finished, cancelled, moved or expired. */
    GONE("R-010", "G-020"),
    /** The flow is at another step, or a change is being stored; {@code status} says which. */
    NOT_NOW("R-011", "G-021"),
    /** This kind of method is not offered at this step, or cannot be registered here. */
    METHOD_NOT_OFFERED("R-012", "G-023"),
    /** The challenge or enrolment has expired; request another one. */
    CHALLENGE_EXPIRED("R-013", "G-029"),
    /** This challenge or kind of method has no attempts left in this flow. */
    TOO_MANY_TRIES("R-014", "G-030"),
    /** A rate limit is reached; the result says when to try again. */
    TRY_LATER("R-015", "G-031", "C-006"),
    /** No account can have this name: empty, too long, or with characters that names cannot have. */
    MALFORMED_NAME("R-016"),
    /** The user store cannot be written now, for any account. Nothing was begun and nothing charged. */
    STORE_UNAVAILABLE("R-017", "C-007"),
    /** So much work is queued that no flow can begin now, for any account; the result says when to try again. */
    BUSY("R-018"),
    /** The account does not exist, is disabled or expired, or may not use self-service. */
    ACCOUNT_NOT_USABLE("G-022", "C-002", "A-017"),
    /** The sign-in of the account is locked: unlock it or reset the password. */
    ACCOUNT_LOCKED("C-003"),
    /** The account has no password to type and no strong factor: the help desk can issue an access pass. */
    NO_STRONG_FACTOR("C-004"),
    /** The password was changed too recently to be changed by choice. */
    PASSWORD_TOO_YOUNG("C-005"),
    /** The account holds as many methods of this kind as it may. */
    LIMIT_REACHED("G-024"),
    /** As many changes as can be undone are waiting: try again when the oldest of them is final. */
    TOO_MANY_CHANGES("G-036"),
    /** The account has registered this mailbox or number already. */
    ALREADY_REGISTERED("G-025"),
    /** The text is not a mailbox or a phone number of the expected form. */
    MALFORMED_ADDRESS("G-026"),
    /** The number may hold a trunk prefix, such as the 0 of {@code +31 (0)6 …}, and no numbering plan tells (F2-P1). */
    TRUNK_PREFIX("G-038"),
    /** The domain of the mailbox is not in ASCII, and nothing maps it (F2-P2). */
    DOMAIN_NOT_ASCII("G-039"),
    /** Numbers of this country, range or kind of line are not accepted (R-RATE-10). */
    NUMBER_NOT_ACCEPTED("G-027"),
    /** The message could not be sent to this mailbox or number. */
    NOT_DELIVERABLE("G-028"),
    /** Another account has registered this very credential (R-WA-6). */
    CREDENTIAL_TAKEN("G-032"),
    /** The account holds no such method. */
    UNKNOWN_METHOD("G-033", "A-019"),
    /** Without this method the account could no longer be reset: register another one first (R-REG-7). */
    LAST_METHOD("G-034"),
    /**
     * The account is in the hold after a reset, and the method was there before: remove it after a sign-in with a
     * phishing-resistant method, through the help desk, or when the hold is over (R-HOLD-1).
     */
    HELD_AFTER_RESET("G-037"),
    /** A name of a method has 1 to 40 characters, none of them a control or format character. */
    MALFORMED_METHOD_NAME("G-035"),
    /** The actor's reason is empty, longer than 200 characters, or has control characters. */
    INVALID_REASON("A-010"),
    /** An administrator cannot act on their own account (TAP-05). */
    SELF("A-011"),
    /** The actor has no account in this tenant. */
    UNKNOWN_ACTOR("A-012"),
    /** The actor's account is disabled or expired, or the store cannot tell. */
    ACTOR_NOT_USABLE("A-013"),
    /** The authorizer does not permit it, or this tenant has no such account; the result does not say which. */
    NOT_ALLOWED("A-014"),
    /** The account is more privileged in the host than the actor (R-ADM-3). */
    MORE_PRIVILEGED("A-015"),
    /** The user store answered about another account than the one asked for. */
    STORE_MISMATCH("A-016"),
    /** No link can reach the account owner, or the account cannot make the proofs that a reset takes. */
    NOT_REACHABLE("A-018"),
    /** The account has a hardware token that waits to be activated. */
    TOKEN_WAITING("A-020"),
    /** Another account has this hardware token. */
    TOKEN_TAKEN("A-021"),
    /** The login name belongs to another account or to none. */
    NOT_THEIR_NAME("A-022"),
    /** No recovery of this account waits under this reference: wrong, finished, or objected to. */
    NO_SUCH_RECOVERY("A-024"),
    /** The actor began this recovery for the user, so somebody else must approve it. */
    BEGUN_BY_ACTOR("A-025"),
    /** The host has configured no part that could do it. */
    NOT_CONFIGURED("A-023");

    private final String ids;

    Refusal(String... ids) {
        this.ids = String.join(" ", ids);
    }

    /**
     * Returns the outcome of this refusal in a flow.
     *
     * @param purpose what the flow is for
     * @return the entry of the catalogue for flows of this purpose; the first one if none is specific to it
     */
    public Outcome outcome(Purpose purpose) {
        String area = switch (purpose) {
            case REGISTER -> "G-";
            case CHANGE -> "C-";
            case HELP_DESK -> "A-";
            default -> "R-";
        };
        int specific = Math.max(0, ids.indexOf(area));
        return Outcomes.withId(ids.substring(specific, specific + 5));
    }
}
