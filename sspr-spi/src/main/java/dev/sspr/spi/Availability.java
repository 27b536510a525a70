package dev.sspr.spi;

/**
 * Tells whether a password can be written now, before the user is asked for proofs. A store may implement it.
 *
 * <p>Contract (kit: {@code AvailabilityContract}):
 *
 * <ul>
 *   <li><b>AV1</b> The answer is about the backend and never about a user: it is the same for every login name
 *       (R-ENUM).
 *   <li><b>AV2</b> It is given within {@link #BOUND_SECONDS}; if the backend has not answered by then, it is {@code
 *       DOWN}.
 *   <li><b>AV3</b> The call throws nothing: a failure is {@code DOWN}.
 *   <li><b>AV4</b> The call writes nothing.
 * </ul>
 *
 * <p>{@code UP} is no promise: the backend may fail a moment later, and a write then fails as usual.
 */
@FunctionalInterface
public interface Availability {
    /** The longest time an answer may take, in seconds: the user waits for it at every start (WB-02). */
    int BOUND_SECONDS = 2;

    /**
     * Whether a password can be written now.
     *
     * @return the status, the same for every user
     */
    Status status();

    /** Whether a backend can write. */
    enum Status {
        /** The backend answers. */
        UP,
        /** The backend does not answer, or its status is not known. */
        DOWN
    }
}
