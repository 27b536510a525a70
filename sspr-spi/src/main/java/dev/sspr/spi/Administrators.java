package dev.sspr.spi;

import java.util.List;

/**
 * Says who is told when something happens to the account of an administrator: the others (NOT-02).
 *
 * <p>Contract (kit: {@code AdministratorsContract}):
 *
 * <ul>
 *   <li><b>G1</b> {@link #toTell} lists verified destinations of the other administrators, and none of the account that it
 *       is about.
 *   <li><b>G2</b> It lists {@link #MAX_RECIPIENTS} at most, and no mailbox or line twice (NOT-03).
 *   <li><b>G3</b> The same question has the same answer while nothing changes, and asking changes nothing.
 *   <li><b>G4</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds, never an empty
 *       list.
 *   <li><b>G5</b> 64 threads may ask at once, and each gets the answer to its own question.
 *   <li><b>G6</b> A null argument is a {@link NullPointerException}.
 * </ul>
 */
public interface Administrators {
    /** The most destinations that are told of one thing (NOT-03). */
    int MAX_RECIPIENTS = 100;

    /**
     * Lists who is told.
     *
     * @param about the account that something happened to
     * @return destinations of others, empty if there are no others
     * @throws BackendUnavailableException if a backend did not answer
     */
    List<Destination> toTell(UserId about);
}
