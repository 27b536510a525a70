package dev.sspr.spi;

/**
 * Signals that a backend failed, was too slow or was unreachable. It is the only exception that an adapter throws for
 * this.
 *
 * <p>The engine never shows the message or the cause to a user (R-LOG-4). Neither may contain a login name, an address
 * or a secret.
 */
public class BackendUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the backend that failed.
     *
     * @param message the backend and the operation, for an operator
     */
    public BackendUnavailableException(String message) {
        super(message);
    }

    /**
     * Names the backend that failed, and the cause.
     *
     * @param message the backend and the operation, for an operator
     * @param cause the exception of the backend's driver
     */
    public BackendUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
