package dev.sspr.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps open flows between two requests. It compares keys and numbers and never learns what a flow is about.
 *
 * <p>Contract (kit: {@code FlowStoreContract}):
 *
 * <ul>
 *   <li><b>F1</b> {@link #insert} keeps a flow whose id is new; for a known id it answers {@code EXISTS} and changes
 *       nothing.
 *   <li><b>F2</b> {@link #find} gives back what was stored last, every part equal, the body byte for byte up to
 *       {@link SealedBody#MAX_BYTES}.
 *   <li><b>F3</b> {@link #replace} stores the flow if the kept version is exactly one less, in one atomic step judged by
 *       the rows it affected: of 64 parallel replacements of one version, one is {@code REPLACED} (R-RACE-1).
 *   <li><b>F4</b> A replacement that is {@code STALE} or {@code GONE} changes nothing.
 *   <li><b>F5</b> A write is seen by the next call of any thread and any node.
 *   <li><b>F6</b> {@link #endOwner} removes all flows of one owner but the one named, and no other owner's,
 *       and says how many.
 *   <li><b>F7</b> {@link #due} lists flows whose {@code wakeAt} is not after {@code now}, the earliest first, at most as
 *       many as asked; a flow replaced by one without {@code wakeAt} is not listed.
 *   <li><b>F8</b> {@link #purge} removes only flows with {@code expiresAt} before the given instant, at most as many as
 *       asked, and says how many.
 *   <li><b>F9</b> A store forgets nothing before its {@code expiresAt}, whatever the load; if it is full, {@link #insert}
 *       fails (V-RATE-9).
 *   <li><b>F10</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds.
 *   <li><b>F11</b> A null argument is a {@link NullPointerException} and changes nothing.
 *   <li><b>F12</b> Flows that are different stay apart: ids are compared in all their 128 bits.
 *   <li><b>F13</b> {@link #ofOwner} lists flows of one owner as {@link #find} gives them, and no other owner's, at most as
 *       many as asked, in any order.
 * </ul>
 */
public interface FlowStore {
    /** What became of an insertion. */
    enum Inserted {
        /** The flow is kept. */
        INSERTED,
        /** The id is taken; nothing changed. */
        EXISTS
    }

    /** What became of a replacement. */
    enum Replaced {
        /** The flow is kept in its new version. */
        REPLACED,
        /** Another version is kept; nothing changed. */
        STALE,
        /** No flow has this id; nothing changed. */
        GONE
    }

    /**
     * Keeps a new flow.
     *
     * @param flow version 1
     * @return what became of it
     */
    Inserted insert(StoredFlow flow);

    /**
     * Looks a flow up.
     *
     * @param id the key
     * @return the flow in its latest version, or empty if there is none
     */
    Optional<StoredFlow> find(FlowId id);

    /**
     * Replaces a flow by its next version.
     *
     * @param next the new version; the one kept must be {@code next.version() - 1}
     * @return what became of it
     */
    Replaced replace(StoredFlow next);

    /**
     * Ends every other flow of an owner (R-TOK-7).
     *
     * @param owner whose flows
     * @param except the one that stays
     * @return how many were removed, 0 or more
     */
    int endOwner(OwnerTag owner, FlowId except);

    /**
     * Lists the flows of an owner, for the help desk.
     *
     * @param owner whose flows
     * @param limit how many at most, 1 or more
     * @return the flows in their latest versions, those that have ended included
     */
    List<StoredFlow> ofOwner(OwnerTag owner, int limit);

    /**
     * Lists flows that the sweeper should look at.
     *
     * @param now the engine's time
     * @param limit how many at most, 1 or more
     * @return their ids, the earliest first
     */
    List<FlowId> due(Instant now, int limit);

    /**
     * Forgets flows that ended long ago.
     *
     * @param before flows with an earlier {@code expiresAt} go
     * @param limit how many at most, 1 or more
     * @return how many went
     */
    int purge(Instant before, int limit);
}
