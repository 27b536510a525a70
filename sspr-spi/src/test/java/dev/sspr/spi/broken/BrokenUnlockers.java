package dev.sspr.spi.broken;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.AccountUnlocker.Result.NotLocked;
import dev.sspr.spi.AccountUnlocker.Result.NotUsable;
import dev.sspr.spi.AccountUnlocker.Result.Unlocked;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Generation;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.broken.BrokenLookups.Fixture;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** User stores that lift locks wrongly. */
final class BrokenUnlockers {
    private BrokenUnlockers() {}

    /** Changes what an unlock of the twin comes to. */
    private interface Lifting {
        AccountUnlocker.Result unlock(InMemoryUserStore twin, UserId id, Generation expected);
    }

    private static Fixture lifting(Lifting lifting) {
        return new Fixture(Fixture::twin) {
            @Override
            protected Optional<AccountUnlocker> unlocker(UserStore users) {
                if (users != store) {
                    return super.unlocker(users);
                }
                return Optional.of((id, expected) -> id == null || expected == null
                        ? store.unlock(id, expected)
                        : lifting.unlock(store, id, expected));
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "L1",
                        "says Unlocked and lifts nothing",
                        Set.of("L2", "L6"),
                        () -> lifting(BrokenUnlockers::liftsNothing)),
                Broken.of(
                        "L2",
                        "has no word for a lock that is not there",
                        Set.of("L6"),
                        () -> lifting((twin, id, expected) -> {
                            AccountUnlocker.Result answer = twin.unlock(id, expected);
                            return answer instanceof NotLocked ? new NotUsable(AccountStatus.ACTIVE) : answer;
                        })),
                Broken.of("L3", "switches DISABLED on", Set.of("L7"), () -> lifting(BrokenUnlockers::enables)),
                Broken.of(
                        "L4",
                        "changes the addresses too",
                        Set.of("L6"),
                        () -> lifting(BrokenUnlockers::dropsAddresses)),
                Broken.of(
                        "L5",
                        "does not look at the generation",
                        () -> lifting((twin, id, expected) -> twin.load(id)
                                .map(account -> twin.unlock(id, account.generation()))
                                .orElse(new NotUsable(AccountStatus.UNKNOWN)))),
                Broken.of("L6", "says Unlocked to all who saw the lock", () -> lifting(sawTheLock())),
                Broken.of("L7", "looks at the status, then writes", () -> lifting(checksThenActs())),
                Broken.of("L8", "one table for all tenants", BrokenUnlockers::oneTable),
                Broken.of(
                        "L9",
                        "takes an outage for 'not locked'",
                        () -> lifting((twin, id, expected) -> {
                            try {
                                return twin.unlock(id, expected);
                            } catch (BackendUnavailableException e) {
                                return new NotLocked();
                            }
                        })),
                Broken.of("L10", "takes null for 'gone'", BrokenUnlockers::takesNull));
    }

    private static AccountUnlocker.Result liftsNothing(InMemoryUserStore twin, UserId id, Generation expected) {
        boolean locked = twin.load(id)
                .filter(account -> account.status() == AccountStatus.LOCKED)
                .filter(account -> account.generation().equals(expected))
                .isPresent();
        return locked ? new Unlocked() : twin.unlock(id, expected);
    }

    private static AccountUnlocker.Result enables(InMemoryUserStore twin, UserId id, Generation expected) {
        if (twin.load(id).map(Account::status).equals(Optional.of(AccountStatus.DISABLED))) {
            twin.setStatus(id, AccountStatus.LOCKED);
        }
        return twin.unlock(id, expected);
    }

    /** The generation moves with the addresses, and whoever comes second has the earlier one. */
    private static AccountUnlocker.Result dropsAddresses(InMemoryUserStore twin, UserId id, Generation expected) {
        AccountUnlocker.Result answer = twin.unlock(id, expected);
        if (answer instanceof Unlocked) {
            twin.setDestinations(id, List.of());
        }
        return answer;
    }

    private static Lifting sawTheLock() {
        Meeting meeting = new Meeting();
        return (twin, id, expected) -> {
            boolean locked = twin.load(id).map(Account::status).equals(Optional.of(AccountStatus.LOCKED));
            if (locked) {
                meeting.await();
            }
            AccountUnlocker.Result answer = twin.unlock(id, expected);
            return locked && answer instanceof NotLocked ? new Unlocked() : answer;
        };
    }

    /** One at a time among themselves, but not against an administrator. */
    private static Lifting checksThenActs() {
        Meeting meeting = new Meeting();
        Object turn = new Object();
        return (twin, id, expected) -> {
            synchronized (turn) {
                Optional<Account> seen = twin.load(id);
                boolean lifts = seen.isPresent()
                        && seen.get().status() == AccountStatus.LOCKED
                        && seen.get().generation().equals(expected);
                if (!lifts) {
                    return twin.unlock(id, expected);
                }
                meeting.await();
                twin.setStatus(id, AccountStatus.ACTIVE);
                return new Unlocked();
            }
        };
    }

    private static Fixture oneTable() {
        return new Fixture(Fixture::twin) {
            @Override
            protected Optional<AccountUnlocker> unlocker(UserStore users) {
                return Optional.of(store);
            }
        };
    }

    private static Fixture takesNull() {
        return new Fixture(Fixture::twin) {
            @Override
            protected Optional<AccountUnlocker> unlocker(UserStore users) {
                return Optional.of((id, expected) -> id == null || expected == null
                        ? new NotUsable(AccountStatus.UNKNOWN)
                        : ((AccountUnlocker) users).unlock(id, expected));
            }
        };
    }
}
