package dev.sspr.internal.verify;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.spi.AccountsByKey;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MethodStore.MethodSet;
import dev.sspr.spi.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Seals security info anew that an older key has sealed, so that the key can be dropped. A run is bounded and the next
 * one goes on where it ended. Content and claims stay; only body and version change.
 */
public final class Resealer {
    /** The most accounts of one run: a few seconds of work for a database. */
    static final int MOST = 1000;

    private static final int PAGE = 200;

    private final MethodStore store;
    private final AccountsByKey index;
    private final KeyRing keys;
    private final Consumer<UserId> unreadable;
    private final ReentrantLock running = new ReentrantLock();
    /** The last account of each key that was looked at. Those that do not open stay in the list. */
    private final Map<Integer, UserId> last = new HashMap<>();

    public Resealer(MethodStore store, AccountsByKey index, KeyRing keys, Consumer<UserId> unreadable) {
        this.store = store;
        this.index = index;
        this.keys = keys;
        this.unreadable = unreadable;
    }

    /** Makes one run; nothing happens if one is going on, or the store is unavailable. */
    public void run() {
        if (keys.ids().size() == 1 || !running.tryLock()) {
            return;
        }
        try {
            List<Integer> older = keys.ids().subList(1, keys.ids().size());
            int left = MOST;
            for (int key : index.keys()) {
                left -= older.contains(key) ? pages(key, left) : 0;
            }
        } catch (UnavailableException e) {
            // The next run goes on.
            return;
        } finally {
            running.unlock();
        }
    }

    /** Returns how many accounts were looked at. */
    private int pages(int key, int most) {
        int looked = 0;
        boolean more = true;
        while (more && looked < most) {
            int limit = Math.min(PAGE, most - looked);
            List<UserId> page = index.accounts(key, Optional.ofNullable(last.get(key)), limit);
            for (UserId user : page) {
                reseal(key, user);
                last.put(key, user);
            }
            looked += page.size();
            more = page.size() == limit;
        }
        if (!more) {
            last.remove(key);
        }
        return looked;
    }

    /** If another write comes between, that one has sealed it anew. */
    private void reseal(int key, UserId user) {
        Optional<MethodSet> found =
                store.find(user).filter(set -> set.body().key().stream().anyMatch(id -> id == key));
        if (found.isEmpty()) {
            return;
        }
        MethodSet set = found.get();
        Optional<byte[]> plain = keys.open(user, set.version(), set.body());
        if (plain.isEmpty()) {
            unreadable.accept(user);
            return;
        }
        long next = set.version() + 1;
        store.store(new MethodSet(user, next, set.claims(), keys.seal(user, next, plain.get())));
    }
}
