package dev.sspr.spi;

/** What became of an account's sessions. */
public sealed interface Revocation {
    /**
     * All of them have ended.
     *
     * @param ended how many there were, or -1 if the backend does not count
     */
    record Ended(int ended) implements Revocation {}

    /** The backend could not confirm that all have ended; the engine tries again. */
    record Unconfirmed() implements Revocation {}
}
