package dev.sspr.spi;

import java.util.List;

/**
 * Lists the other administrators, who are notified of a change to an administrator's account (NOT-02).
 *
 * <p>Contract (kit: {@code AdministratorsContract}):
 *
 * <ul>
 *   <li><b>G1</b> {@link #toTell} lists verified destinations of the other administrators, and none of the account that
 *       changed.
 *   <li><b>G2</b> It lists at most {@link #MAX_RECIPIENTS}, and no mailbox or line twice (NOT-03).
 *   <li><b>G3</b> The same question gets the same answer while nothing changes, and a question changes nothing.
 *   <li><b>G4</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30 seconds;
 *       it never returns an empty list.
 *   <li><b>G5</b> 64 threads may call at once, and each gets the answer to its own question.
 *   <li><b>G6</b> A null argument throws {@link NullPointerException}.
 * </ul>
 */
public interface Administrators {
    /** The most destinations that are notified of one change (NOT-03). */
    int MAX_RECIPIENTS = 100;

    /**
     * Lists the destinations to notify.
     *
     * @param about the account that changed
     * @return destinations of the other administrators, empty if there are none
     * @throws BackendUnavailableException if a backend did not answer
     */
    List<Destination> toTell(UserId about);
}
