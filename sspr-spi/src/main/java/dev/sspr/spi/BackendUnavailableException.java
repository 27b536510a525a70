package dev.sspr.spi;

/**
 * A backend did not do its work: broken, slow, unreachable. The one exception an adapter throws for that.
 *
 * <p>The engine never shows message or cause to a person (R-LOG-4). Neither may hold a login, an address or a secret.
 */
public class BackendUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says which backend failed.
     *
     * @param message the backend and the operation, in words for an operator
     */
    public BackendUnavailableException(String message) {
        super(message);
    }

    /**
     * Says which backend failed, and why.
     *
     * @param message the backend and the operation, in words for an operator
     * @param cause what the backend's driver threw
     */
    public BackendUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
