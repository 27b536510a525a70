package dev.sspr.spi;

import java.util.List;
import java.util.Optional;

/**
 * Lists the accounts whose security info a key has sealed, so that the sweeper can seal it anew. A {@link MethodStore}
 * may implement it. Without it, security info moves to the current key only when it is written.
 *
 * <p>Contract (kit: {@code AccountsByKeyContract}), beside that of {@link SealingKeys}:
 *
 * <ul>
 *   <li><b>AK1</b> {@link #accounts} lists accounts of this instance's tenant whose kept set needs the key ({@link
 *       SealedBody#key}), and no other.
 *   <li><b>AK2</b> The order is the same in every call. A page begins after the given account, whether or not that one
 *       is still there.
 *   <li><b>AK3</b> A page has as many accounts as requested, if there are so many after the given one. A page with fewer
 *       is the last.
 *   <li><b>AK4</b> A walk by pages lists every account whose set needs the key during the whole walk, once.
 * </ul>
 */
public interface AccountsByKey extends SealingKeys {
    /**
     * Lists a page of accounts.
     *
     * @param key the id of the key, 0 to 255
     * @param after the last account of the page before; empty for the first page
     * @param limit the most accounts to return, 1 or more
     * @return accounts, in the store's order
     * @throws BackendUnavailableException if the backend did not answer
     */
    List<UserId> accounts(int key, Optional<UserId> after, int limit);
}
