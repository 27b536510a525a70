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
import dev.sspr.spi.WriteId;
import java.util.Objects;
import java.util.Optional;

/**
 * Two stores as one. A password is written to the first store and then to the second, and no write that fails is
 * silent. The table of the package comment lists every outcome.
 *
 * <p>Two stores cannot be written in one step. A durable {@code RepairTask} is therefore stored before the first write.
 * If a later step crashes, fails or loses its answer, {@link #repair} finds the task. It makes the old password in the
 * second store useless, because no password is kept that could be written there later. The user sets it again with a
 * new flow. The old flow cannot do it, because the first write spent its proofs.
 *
 * <p>Both stores get the same write id. After a crash or a lost answer, it tells whether this write has landed in the
 * first store and whether it has landed in the second, whatever else has changed the accounts since (F2-R8). The
 * generation is made of both stores' generations and changes with either. The condition of the first store decides
 * between writers. If the first store keeps no write ids, a changed generation counts as a write there: the old password
 * in the second store is then made useless although perhaps only an address has changed.
 *
 * <p>A second writer may overtake the first between its two writes. The second write of the first writer is then stale,
 * and it answers {@code Partly}. A repair is due only if the first store has not been written since. A {@link #load}
 * between two writes sees a generation that is stale a moment later, never an earlier one.
 *
 * <p><b>Threads.</b> Safe for use by many threads if the two stores are.
 *
 * <p><b>Blocking.</b> As long as both stores together.
 *
 * <p><b>Security duty.</b> Run {@link #repair} about every minute. Until then, an old password may still sign in at the
 * second store.
 */
public final class DualWriteUserStore implements UserStore, Availability, CompositeStore {
    private final DualWriteParts parts;
    private final Repairs repairs;
    private final CachedAvailability availability;

    /**
     * Makes one store of two.
     *
     * @param parts the parts
     */
    public DualWriteUserStore(DualWriteParts parts) {
        this.parts = Objects.requireNonNull(parts, "wiring");
        this.repairs = new Repairs(parts);
        this.availability = new CachedAvailability(parts);
    }

    /** Asks both stores, as far as they can tell, at most every 5 seconds. A store that cannot tell counts as up. */
    @Override
    public Status status() {
        return availability.status();
    }

    @Override
    public Parts parts() {
        return Parts.TWO;
    }

    /**
     * Looks at attempts whose outcome is open. It may run twice, or on several nodes at once.
     *
     * @param limit the most attempts to look at, 1 or more
     * @return the result
     * @throws BackendUnavailableException if the open attempts could not be read
     */
    public RepairReport repair(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, this is " + limit);
        }
        return repairs.run(limit);
    }

    /** Asks both stores in any case, so that a known name takes as many calls as an unknown one. */
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
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(write, "write");
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
                ? new DualWrite(parts, repairs, id, accounts, write).write(password)
                : new UserStore.PasswordWrite.Stale();
    }

    /**
     * The result of one batch of repairs.
     *
     * @param expired old passwords that were made useless in the second store, 0 or more
     * @param nothing attempts that needed nothing, 0 or more
     * @param later attempts that must be looked at again, 0 or more
     */
    public record RepairReport(int expired, int nothing, int later) {}
}
