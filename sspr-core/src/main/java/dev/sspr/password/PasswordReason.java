package dev.sspr.password;

import dev.sspr.spi.Finding;
import java.util.Map;
import java.util.Optional;

/** Every reason for which the library refuses a password, with its code and the parameters of its sentence. */
public enum PasswordReason {
    /** No password was typed. */
    EMPTY("password.empty", "", ""),
    /** Fewer code points than {@code min}; it has {@code have} (R-PWD-1). */
    TOO_SHORT("password.too-short", "min", "have"),
    /** More than {@code max} code points, or than 512 bytes (R-PWD-2). */
    TOO_LONG("password.too-long", "max", ""),
    /** A control, unassigned, invisible or unpaired character (R-PWD-7). */
    FORBIDDEN_CHARACTER("password.forbidden-character", "", ""),
    /** A character outside the set that the directory takes (PP-03, PP-04). */
    OUTSIDE_ALPHABET("password.outside-alphabet", "", ""),
    /** Fewer kinds of characters than {@code min} (PP-02). */
    TOO_FEW_CLASSES("password.too-few-classes", "min", "have"),
    /** A run along the alphabet, the digits or the keyboard longer than {@code max}. */
    SEQUENCE("password.sequence", "max", ""),
    /** One character more than {@code max} times in a row. */
    REPEATED_CHARACTER("password.repeated-character", "max", ""),
    /** Little else than runs and repetitions. */
    REPETITIVE("password.repetitive", "", ""),
    /** The password is on the bundled list of common passwords, or on the host's own (R-PWD-5). */
    COMMON("password.common", "", ""),
    /** Little else than names of the person or the organisation (R-PWD-5). */
    CONTEXT_WORD("password.context-word", "", ""),
    /** Contains a name of the person or the organisation (BAN-06, PP-14). */
    CONTAINS_NAME("password.contains-name", "", ""),
    /** Contains a term of a list that must not be contained. */
    CONTAINS_TERM("password.contains-term", "", ""),
    /** Too few points in the evaluation of banned terms: {@code have} of {@code min} (BAN-07). */
    TOO_PREDICTABLE("password.too-predictable", "min", "have"),
    /** Too few points, and a term of the organisation's own list is in it (BAN-11). */
    BANNED_BY_ORGANISATION("password.banned-by-organisation", "", ""),
    /** The current password (R-PWD-11, PP-08). */
    SAME_AS_CURRENT("password.same-as-current", "", ""),
    /** Fewer than {@code min} changes away from the current password. */
    SIMILAR_TO_CURRENT("password.similar-to-current", "min", ""),
    /** One of the last {@code depth} passwords. */
    USED_BEFORE("password.used-before", "depth", ""),
    /** The current password is younger than {@code hours} hours. */
    TOO_SOON("password.too-soon", "hours", ""),
    /** Known from a leak, which has it at least {@code times} times (R-PWD-5). */
    BREACHED("password.breached", "times", ""),
    /** The list of leaked passwords did not answer, and the policy requires its answer (R-PWD-6). */
    BREACH_CHECK_UNAVAILABLE("password.breach-check-unavailable", "", ""),
    /** The user store's own rules refuse it (R-PWD-12). */
    REFUSED_BY_STORE("password.refused-by-store", "", "");

    private final String code;
    private final String need;
    private final String have;

    PasswordReason(String code, String need, String have) {
        this.code = code;
        this.need = need;
        this.have = have;
    }

    /**
     * The stable code.
     *
     * @return such as {@code password.too-short}
     */
    public String code() {
        return code;
    }

    /**
     * Returns the reason of a finding.
     *
     * @param finding any finding
     * @return its reason, or empty for a host's own finding
     */
    public static Optional<PasswordReason> of(Finding finding) {
        for (PasswordReason reason : values()) {
            if (reason.code.equals(finding.code())) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    static Finding breached(long times) {
        return new Finding(BREACHED.code, Map.of(BREACHED.need, Long.toString(times)));
    }

    Finding finding(int needed, int had) {
        if (need.isEmpty()) {
            return Finding.of(code);
        }
        String needText = Integer.toString(needed);
        return new Finding(
                code, have.isEmpty() ? Map.of(need, needText) : Map.of(need, needText, have, Integer.toString(had)));
    }
}
