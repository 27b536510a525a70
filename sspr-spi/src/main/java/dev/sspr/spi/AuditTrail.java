package dev.sspr.spi;

import java.util.List;

/**
 * Reads the recorded events of one account, for the help desk. The ability is optional: a sink that writes to a file or
 * a stream does not have it.
 *
 * <p>Contract (kit: {@code AuditTrailContract}):
 *
 * <ul>
 *   <li><b>T1</b> The result has the events of exactly this account, compared by code point, including each one whose
 *       {@link AuditSink#record} call had returned. It has no event of another account and none without an account.
 *   <li><b>T2</b> The newest event is first, by the order of recording.
 *   <li><b>T3</b> The result has at most the requested number of events. A number outside 1 to {@link #MOST} throws
 *       {@link IllegalArgumentException}.
 *   <li><b>T4</b> Each event is whole and equal to the recorded one, its time to the millisecond.
 *   <li><b>T5</b> If the backend fails, the call throws {@link BackendUnavailableException} within 30 seconds; it never
 *       reports an account without events instead.
 *   <li><b>T6</b> A null argument throws {@link NullPointerException}.
 * </ul>
 */
public interface AuditTrail {
    /** The most events that one call reads: more than one page of a help desk shows. */
    int MOST = 1000;

    /**
     * Reads the latest events of an account.
     *
     * @param user the account
     * @param most the most events to return, 1 to {@link #MOST}
     * @return the events, newest first; empty if there are none
     */
    List<AuditEvent> recent(UserId user, int most);
}
