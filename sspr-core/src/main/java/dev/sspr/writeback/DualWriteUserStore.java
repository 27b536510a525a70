package dev.sspr.writeback;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Availability;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.CompositeStore;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.Objects;
import java.util.Optional;

/**
 * Two stores as one: a password goes into the first and then into the second, and what did not arrive is never silent.
 * Every outcome is in the table of the package comment.
 *
 * <p>Two stores cannot be written in one step. What is promised instead: a durable {@code RepairTask} is stored before
 * the first write, so that a crash, a lost answer or a failure at any later point is found by {@link #repair}. It makes
 * the old password in the second store useless, since no password is kept that could be written there later. A person
 * sets it again with a new flow, never within the old one: its proofs are spent by the write that did land.
 *
 * <p>The generation is made of both stores' and changes with either. The engine's rule "changed means written" then
 * holds after a crash: with neither written it is the old one, with one or both written it is another. The first store's
 * condition decides between writers. If a second writer overtakes the first between its two writes, the first one's write
 * to the second store is stale: it answers {@code Partly}, and a repair is due only if nobody has written to the first
 * store since. A {@link #load} between two writes sees a generation that is stale a moment later, never an earlier one.
 *
 * <p><b>Threads.</b> Safe for use by many threads if the two stores are.
 *
 * <p><b>Blocking.</b> As long as both stores together.
 *
 * <p><b>Security duty.</b> Run {@link #repair} every minute or so: until then a password that should be gone may sign in
 * at the second store.
 */
public final class DualWriteUserStore implements UserStore, Availability, CompositeStore {
    private final DualWriteParts parts;
    private final Repairs repairs;
    private final CachedAvailability availability;

    /**
     * Makes two stores one.
     *
     * @param parts the parts
     */
    public DualWriteUserStore(DualWriteParts parts) {
        this.parts = Objects.requireNonNull(parts, "wiring");
        this.repairs = new Repairs(parts);
        this.availability = new CachedAvailability(parts);
    }

    /** Asks both stores that can tell, at most every 5 seconds; one that cannot tell is taken to be up. */
    @Override
    public Status status() {
        return availability.status();
    }

    @Override
    public Parts parts() {
        return Parts.TWO;
    }

    /**
     * Looks at attempts whose outcome is open. Doing it twice, or on several nodes at once, does no harm.
     *
     * @param limit how many at most, 1 or more
     * @return what was done
     * @throws BackendUnavailableException if the open attempts could not be read
     */
    public RepairReport repair(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, this is " + limit);
        }
        return repairs.run(limit);
    }

    /** Asks both, whatever the first one answers: a name that is known takes no more calls than one that is not. */
    @Override
    public UserStore.Lookup find(LoginName login) {
        Objects.requireNonNull(login, "login");
        UserStore.Lookup first = parts.first().find(login);
        UserStore.Lookup second = parts.second().find(login);
        if (first instanceof UserStore.Lookup.One one && second instanceof UserStore.Lookup.One other) {
            boolean same = one.account().id().equals(other.account().id())
                    && one.matched().equals(other.matched());
            return same
                    ? new UserStore.Lookup.One(
                            new AccountPair(one.account(), other.account()).merged(parts.contacts()), one.matched())
                    : doubleMatch();
        }
        if (first instanceof UserStore.Lookup.Ambiguous || second instanceof UserStore.Lookup.Ambiguous) {
            return doubleMatch();
        }
        if (first instanceof UserStore.Lookup.One || second instanceof UserStore.Lookup.One) {
            parts.tell(WritebackEvent.of(WritebackEvent.What.MISSING_IN_ONE));
        }
        return new UserStore.Lookup.None();
    }

    private UserStore.Lookup doubleMatch() {
        parts.tell(WritebackEvent.of(WritebackEvent.What.DOUBLE_MATCH));
        return new UserStore.Lookup.Ambiguous();
    }

    @Override
    public Optional<Account> load(UserId id) {
        return pair(id).map(accounts -> accounts.merged(parts.contacts()));
    }

    private Optional<AccountPair> pair(UserId id) {
        Objects.requireNonNull(id, "id");
        Optional<Account> first = parts.first().load(id);
        Optional<Account> second = parts.second().load(id);
        if (first.isPresent() != second.isPresent()) {
            parts.tell(WritebackEvent.of(WritebackEvent.What.MISSING_IN_ONE, id));
        }
        return first.flatMap(a -> second.map(b -> new AccountPair(a, b)));
    }

    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(password, "password");
        Optional<AccountPair> found = pair(id);
        if (found.isEmpty()) {
            return new UserStore.PasswordWrite.NotUsable(AccountStatus.UNKNOWN);
        }
        AccountPair accounts = found.get();
        if (!accounts.status().usable()) {
            parts.tell(WritebackEvent.of(WritebackEvent.What.NOT_USABLE, id));
            return new UserStore.PasswordWrite.NotUsable(accounts.status());
        }
        return accounts.generation().equals(expected)
                ? new DualWrite(parts, repairs, id, accounts).write(password)
                : new UserStore.PasswordWrite.Stale();
    }

    /**
     * What one batch of repairs did.
     *
     * @param expired how many old passwords were made useless in the second store, 0 or more
     * @param nothing how many attempts needed nothing after all, 0 or more
     * @param later how many must be looked at again, 0 or more
     */
    public record RepairReport(int expired, int nothing, int later) {}
}
