package dev.sspr.flow;

/** The kinds of links that messages carry. Each is named in the fragment of the link, before the token. */
public enum LinkKind {
    /** Proves a reset: {@link VerificationSteps#open}, then {@code answerLink} or {@code continueHere} of the reset. */
    CONTINUE("continue"),
    /** Says of a reset "this was not me": {@link FlowSteps#report} of the reset. */
    CANCEL("cancel"),
    /** Proves an unlock: {@link VerificationSteps#open}, then {@code answerLink} or {@code continueHere} of the unlock. */
    UNLOCK_CONTINUE("unlock-continue"),
    /** Says of an unlock "this was not me": {@link FlowSteps#report} of the unlock. */
    UNLOCK_CANCEL("unlock-cancel"),
    /** Objects to a recovery: {@link FlowSteps#report} of the recovery. */
    RECOVERY_CANCEL("recovery-cancel"),
    /** Says of a change of the password "this was not me": {@link FlowSteps#report} of the change. */
    CHANGE_CANCEL("change-cancel"),
    /** Takes back a change of security info: {@code Registration.undo}. */
    UNDO("undo");

    private final String name;

    LinkKind(String name) {
        this.name = name;
    }

    /**
     * Returns the name in the fragment.
     *
     * @return lower-case letters and hyphens
     */
    public String fragmentName() {
        return name;
    }
}
