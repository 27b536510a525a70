package dev.sspr.spi;

import java.util.List;

/**
 * Reads back what an audit sink kept of one account, for a help desk that looks at it. An optional ability: a sink that
 * writes to a file or a stream does not have it.
 *
 * <p>Contract (kit: {@code AuditTrailContract}):
 *
 * <ul>
 *   <li><b>T1</b> Events of exactly this account, compared by code point, and all that a call of {@link AuditSink#record}
 *       which had returned before has kept: none of another account, none without an account.
 *   <li><b>T2</b> The newest first, by the order of recording.
 *   <li><b>T3</b> At most as many as asked for; a number outside of 1 to {@link #MOST} is an
 *       {@link IllegalArgumentException}.
 *   <li><b>T4</b> Each event is whole and equal to the one that was recorded, its time to the millisecond.
 *   <li><b>T5</b> A backend that fails is a {@link BackendUnavailableException} within 30 seconds; it is never taken for an
 *       account without events.
 *   <li><b>T6</b> A null argument is a {@link NullPointerException}.
 * </ul>
 */
public interface AuditTrail {
    /** The most events that one call reads: what fits on a page of a help desk, with room to spare. */
    int MOST = 1000;

    /**
     * The last events of an account.
     *
     * @param user the account
     * @param most how many at most, 1 to {@link #MOST}
     * @return them, newest first; empty if there is none
     */
    List<AuditEvent> recent(UserId user, int most);
}
