package dev.sspr.flow;

/**
 * A backend of the host did not do its work. It says nothing about a person or an account, and carries no cause: the
 * engine has logged that (R-LOG-4). Nothing is lost; the same call may be made again.
 */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the role that failed.
     *
     * @param role such as {@code flow-store}
     */
    public UnavailableException(String role) {
        super(role + " is unavailable, try again later");
    }
}
