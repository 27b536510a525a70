package dev.sspr.writeback;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Availability;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MadeOfTwo;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserLookup;
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
public final class TwoStores implements UserStore, Availability, MadeOfTwo {
    private final Wiring wiring;
    private final Repairs repairs;
    private final Reach reach;

    /**
     * Makes two stores one.
     *
     * @param wiring the parts
     */
    public TwoStores(Wiring wiring) {
        this.wiring = Objects.requireNonNull(wiring, "wiring");
        this.repairs = new Repairs(wiring);
        this.reach = new Reach(wiring);
    }

    /** Asks both stores that can tell, at most every 5 seconds; one that cannot tell is taken to be up. */
    @Override
    public Status status() {
        return reach.status();
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
    public UserLookup find(LoginName login) {
        Objects.requireNonNull(login, "login");
        UserLookup first = wiring.first().find(login);
        UserLookup second = wiring.second().find(login);
        if (first instanceof UserLookup.One one && second instanceof UserLookup.One other) {
            boolean same = one.account().id().equals(other.account().id())
                    && one.matched().equals(other.matched());
            return same
                    ? new UserLookup.One(
                            new Pair(one.account(), other.account()).merged(wiring.contacts()), one.matched())
                    : doubleMatch();
        }
        if (first instanceof UserLookup.Ambiguous || second instanceof UserLookup.Ambiguous) {
            return doubleMatch();
        }
        if (first instanceof UserLookup.One || second instanceof UserLookup.One) {
            wiring.tell(WritebackEvent.of(WritebackEvent.What.MISSING_IN_ONE));
        }
        return new UserLookup.None();
    }

    private UserLookup doubleMatch() {
        wiring.tell(WritebackEvent.of(WritebackEvent.What.DOUBLE_MATCH));
        return new UserLookup.Ambiguous();
    }

    @Override
    public Optional<Account> load(UserId id) {
        return pair(id).map(pair -> pair.merged(wiring.contacts()));
    }

    private Optional<Pair> pair(UserId id) {
        Objects.requireNonNull(id, "id");
        Optional<Account> first = wiring.first().load(id);
        Optional<Account> second = wiring.second().load(id);
        if (first.isPresent() != second.isPresent()) {
            wiring.tell(WritebackEvent.of(WritebackEvent.What.MISSING_IN_ONE, id));
        }
        return first.flatMap(a -> second.map(b -> new Pair(a, b)));
    }

    @Override
    public PasswordWrite setPassword(UserId id, Generation expected, Secret password) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(password, "password");
        Optional<Pair> found = pair(id);
        if (found.isEmpty()) {
            return new PasswordWrite.NotUsable(AccountStatus.UNKNOWN);
        }
        Pair pair = found.get();
        if (!pair.status().usable()) {
            wiring.tell(WritebackEvent.of(WritebackEvent.What.NOT_USABLE, id));
            return new PasswordWrite.NotUsable(pair.status());
        }
        return pair.generation().equals(expected)
                ? new Attempt(wiring, repairs, id, pair).write(password)
                : new PasswordWrite.Stale();
    }
}
