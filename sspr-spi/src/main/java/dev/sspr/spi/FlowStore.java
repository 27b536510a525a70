package dev.sspr.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps open flows between two requests. It compares keys and numbers and cannot read the content of a flow.
 *
 * <p>Contract (kit: {@code FlowStoreContract}):
 *
 * <ul>
 *   <li><b>F1</b> {@link #insert} keeps a flow with a new id. For a known id it returns {@code EXISTS} and changes
 *       nothing.
 *   <li><b>F2</b> {@link #find} returns the flow as it was last stored: every part equal, the body byte for byte up to
 *       {@link SealedBody#MAX_BYTES}.
 *   <li><b>F3</b> {@link #replace} stores the flow if the kept version is exactly one less. This is one atomic step,
 *       decided by the number of affected rows: of 64 parallel replacements of one version, one is {@code REPLACED}
 *       (R-RACE-1).
 *   <li><b>F4</b> A replacement that is {@code STALE} or {@code GONE} changes nothing.
 *   <li><b>F5</b> The next call of any thread and any node sees a write.
 *   <li><b>F6</b> {@link #endOwner} removes all flows of one owner except the named one, removes none of another owner,
 *       and returns how many it removed.
 *   <li><b>F7</b> {@link #due} lists flows whose {@code wakeAt} is not after {@code now}, the earliest first, at most
 *       the requested number. A flow whose latest version has no {@code wakeAt} is not listed.
 *   <li><b>F8</b> {@link #purge} removes only flows with {@code expiresAt} before the given instant, at most the
 *       requested number, and returns how many it removed.
 *   <li><b>F9</b> The store never loses a flow before its {@code expiresAt}, under any load. If it is full, {@link
 *       #insert} fails (V-RATE-9).
 *   <li><b>F10</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30
 *       seconds.
 *   <li><b>F11</b> A null argument throws {@link NullPointerException} and changes nothing.
 *   <li><b>F12</b> Flows with different ids are separate: all 128 bits of an id are compared.
 *   <li><b>F13</b> {@link #ofOwner} lists flows of one owner as {@link #find} returns them, none of another owner, at
 *       most the requested number, in any order.
 * </ul>
 *
 * <p><b>Security duty.</b> A body opens only under its own id, purpose and version, so an old body under a later version
 * is treated as if there were no flow. A restored whole row, its version included, opens: it gives a flow its tries
 * anew, and a flow that was reported or has failed may go on. It cannot set a password after another write, because the
 * account's generation has changed, and it gives no guesses beyond those that the {@link CounterStore} limits for the
 * account. A host that restores flows from a backup removes them.
 */
public interface FlowStore {
    /** The result of an insertion. */
    enum Inserted {
        /** The flow is kept. */
        INSERTED,
        /** A flow with this id exists; nothing changed. */
        EXISTS
    }

    /** The result of a replacement. */
    enum Replaced {
        /** The new version is kept. */
        REPLACED,
        /** Another version is kept; nothing changed. */
        STALE,
        /** No flow has this id; nothing changed. */
        GONE
    }

    /**
     * Keeps a new flow.
     *
     * @param flow the flow, version 1
     * @return whether it was inserted
     */
    Inserted insert(StoredFlow flow);

    /**
     * Finds a flow.
     *
     * @param id the key
     * @return the latest version, or empty if there is none
     */
    Optional<StoredFlow> find(FlowId id);

    /**
     * Replaces a flow by its next version.
     *
     * @param next the new version; the kept one must be {@code next.version() - 1}
     * @return whether it was replaced
     */
    Replaced replace(StoredFlow next);

    /**
     * Ends every other flow of an owner (R-TOK-7).
     *
     * @param owner the owner
     * @param except the flow to keep
     * @return the number of removed flows, 0 or more
     */
    int endOwner(OwnerTag owner, FlowId except);

    /**
     * Lists the flows of an owner, for the help desk.
     *
     * @param owner the owner
     * @param limit the most flows to return, 1 or more
     * @return the latest versions, those of ended flows included
     */
    List<StoredFlow> ofOwner(OwnerTag owner, int limit);

    /**
     * Lists flows that are due for the sweeper.
     *
     * @param now the engine's current time
     * @param limit the most flows to return, 1 or more
     * @return their ids, the earliest first
     */
    List<FlowId> due(Instant now, int limit);

    /**
     * Removes flows that expired long ago.
     *
     * @param before the instant; flows with an earlier {@code expiresAt} are removed
     * @param limit the most flows to remove, 1 or more
     * @return the number of removed flows
     */
    int purge(Instant before, int limit);
}
