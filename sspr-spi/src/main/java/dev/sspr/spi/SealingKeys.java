package dev.sspr.spi;

import java.util.Set;

/**
 * Tells which keys the kept bodies need, so that an operator knows when a key can be dropped. A {@link FlowStore} or a
 * {@link MethodStore} may implement it.
 *
 * <p>The key of a body is {@link SealedBody#key}. A body without bytes has none and is not counted.
 *
 * <p>Contract (kit: {@code SealingKeysContract}):
 *
 * <ul>
 *   <li><b>SK1</b> {@link #keys} returns the id of every key that a kept body of this instance's tenant needs, and no
 *       other: an id leaves when its last body was replaced or removed.
 *   <li><b>SK2</b> {@link #count} returns how many kept bodies of this instance's tenant need a key.
 *   <li><b>SK3</b> The next call of any thread and any node sees a write.
 *   <li><b>SK4</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30
 *       seconds.
 *   <li><b>SK5</b> The calls write nothing.
 * </ul>
 *
 * <p><b>Cost.</b> {@link #keys} runs at every start-up and every sweep while a key accepts others: a method store
 * answers it from an index. {@link #count} runs when an operator asks, and may read everything.
 */
public interface SealingKeys {
    /**
     * Lists the keys that bodies need.
     *
     * @return their ids, 0 to 255
     * @throws BackendUnavailableException if the backend did not answer
     */
    Set<Integer> keys();

    /**
     * Counts the bodies that need a key.
     *
     * @param key the id of the key, 0 to 255
     * @return the number of bodies, 0 or more
     * @throws BackendUnavailableException if the backend did not answer
     */
    long count(int key);
}
