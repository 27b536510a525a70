package dev.sspr.spi;

/**
 * An ability of a store: it tells whether a password can be written now, before anybody is put through proofs.
 *
 * <p>Contract (kit: {@code AvailabilityContract}):
 *
 * <ul>
 *   <li><b>AV1</b> The answer is about the backend and never about a person: it is one for every name (R-ENUM).
 *   <li><b>AV2</b> It comes within {@link #BOUND_SECONDS}; a backend that has not answered by then is {@code DOWN}.
 *   <li><b>AV3</b> It throws nothing: a failure is {@code DOWN}.
 *   <li><b>AV4</b> It writes nothing.
 * </ul>
 *
 * <p>{@code UP} is no promise: the backend may go down a moment later, and a write then fails as it always could.
 */
@FunctionalInterface
public interface Availability {
    /** The longest that an answer may take, in seconds: a person waits for it at every start (WB-02). */
    int BOUND_SECONDS = 2;

    /**
     * Whether a password can be written now.
     *
     * @return the same for everybody
     */
    Status status();

    /** What a backend can do now. */
    enum Status {
        /** It answers. */
        UP,
        /** It does not, or nobody can tell. */
        DOWN
    }
}
