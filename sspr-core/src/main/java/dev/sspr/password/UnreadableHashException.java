package dev.sspr.password;

/** A stored text is no hash that may be computed; the message says why, and holds no part of the text but numbers. */
final class UnreadableHashException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableHashException(String message) {
        super(message, null, false, false);
    }
}
