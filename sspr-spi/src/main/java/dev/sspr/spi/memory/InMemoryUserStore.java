package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.Availability;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordExpiry;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Accounts in the heap of one process.
 *
 * <p>It gives each account a generation of its own making, whatever the tester's says: only so can it promise that none
 * comes back (U7, U8).
 *
 * <p><b>Threads.</b> Safe for use by many threads; passwords are hashed outside any lock.
 *
 * <p><b>Blocking.</b> A hash takes about 0.3 seconds of one core with the default count.
 */
public final class InMemoryUserStore
        implements UserStore, PasswordVerifier, PasswordExpiry, AccountUnlocker, Availability {
    /** How often HMAC-SHA-256 is applied (OWASP Password Storage Cheat Sheet; R-HASH-2). */
    public static final int DEFAULT_ITERATIONS = 600_000;

    private final int iterations;
    private final PasswordHash nobody;
    private final People people = new People();
    private final AtomicLong generations = new AtomicLong();
    private final Faults faults = new Faults("the user store");
    private volatile Function<Secret, List<Finding>> rules = password -> List.of();

    /** Makes an empty store that hashes with {@link #DEFAULT_ITERATIONS}. */
    public InMemoryUserStore() {
        this(DEFAULT_ITERATIONS);
    }

    /**
     * Makes an empty store.
     *
     * @param iterations how often to apply the hash, 1 or more; below 600 000 the hashes are weak
     * @throws IllegalArgumentException if it is below 1
     */
    public InMemoryUserStore(int iterations) {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations are 1 or more, these are " + iterations);
        }
        this.iterations = iterations;
        this.nobody = PasswordHash.of(Secret.of("nobody has this password"), iterations);
    }

    /**
     * Makes an empty store with hashes that are fast and therefore worthless: for tests only.
     *
     * @return a store with one iteration
     */
    public static InMemoryUserStore forTests() {
        return new InMemoryUserStore(1);
    }

    /**
     * The switch for failures.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Adds an account, or replaces the one with its id.
     *
     * @param account the account; its generation is replaced by one of this store's
     * @param password its password, 1 or more characters
     * @param logins its login names, 1 or more; one that another account has makes both ambiguous
     * @return this store
     * @throws IllegalArgumentException if there is no login name
     */
    public InMemoryUserStore add(Account account, Secret password, LoginName... logins) {
        Objects.requireNonNull(account, "account");
        Set<LoginName> names = Set.copyOf(List.of(logins));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("account " + account.id().value() + " has no login name");
        }
        PasswordHash hash = PasswordHash.of(password, iterations);
        people.put(new Person(account, hash, names).withGeneration(next()));
        return this;
    }

    /**
     * Deletes an account.
     *
     * @param id which; one that is not there stays so
     */
    public void remove(UserId id) {
        people.remove(Objects.requireNonNull(id, "id"));
    }

    /**
     * Gives an account another status; its generation stays.
     *
     * @param id which
     * @param status the new one
     * @throws IllegalArgumentException if there is no such account
     */
    public void setStatus(UserId id, AccountStatus status) {
        Objects.requireNonNull(status, "status");
        people.change(id, person -> person.withStatus(status));
    }

    /**
     * Gives an account other destinations, and with them another generation.
     *
     * @param id which
     * @param destinations the new ones, at most 16, the preferred one first
     * @throws IllegalArgumentException if there is no such account, or there are too many
     */
    public void setDestinations(UserId id, List<Destination> destinations) {
        List<Destination> copy = List.copyOf(destinations);
        people.change(id, person -> person.withDestinations(copy).withGeneration(next()));
    }

    /**
     * Sets rules of the store's own, as a directory has them.
     *
     * @param rules gives the reasons against a password, none if it is welcome; called outside any lock
     */
    public void rejectPasswordsWith(Function<Secret, List<Finding>> rules) {
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /**
     * Signs a person in as a host would.
     *
     * @param login who
     * @param password the password, normalised as the engine does it
     * @return how it came out
     */
    public SignIn signsIn(LoginName login, Secret password) {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(password, "password");
        List<Person> found = people.named(login);
        if (found.size() != 1) {
            return SignIn.NO_SUCH_LOGIN;
        }
        Person person = found.get(0);
        if (!person.hash().matches(password)) {
            return SignIn.WRONG_PASSWORD;
        }
        return person.account().status() == AccountStatus.ACTIVE ? SignIn.SIGNED_IN : SignIn.NOT_ACTIVE;
    }

    /**
     * What this store keeps instead of a password: scheme, iterations, salt and hash.
     *
     * @param id the account
     * @return the text, or empty if there is no such account
     */
    public Optional<String> passwordRecord(UserId id) {
        return people.byId(id).map(person -> person.hash().toString());
    }

    @Override
    public UserStore.Lookup find(LoginName login) {
        Objects.requireNonNull(login, "login");
        return faults.around("find", () -> {
            List<Person> found = people.named(login);
            if (found.size() > 1) {
                return new UserStore.Lookup.Ambiguous();
            }
            return found.isEmpty() ? new UserStore.Lookup.None() : found.get(0).as(login);
        });
    }

    @Override
    public Optional<Account> load(UserId id) {
        Objects.requireNonNull(id, "id");
        return faults.around("load", () -> people.byId(id).map(Person::account));
    }

    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(password, "password");
        return faults.around("setPassword", () -> write(id, expected, password));
    }

    /** {@code DOWN} while a tester lets calls fail; asking uses up no failure and runs no hook. */
    @Override
    public Status status() {
        return faults.status();
    }

    @Override
    public AccountUnlocker.Result unlock(UserId id, Generation expected) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        return faults.around("unlock", () -> people.unlock(id, expected));
    }

    @Override
    public Expired expire(UserId id, Generation expected) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        return faults.around("expire", () -> {
            PasswordHash hash = PasswordHash.ofNobodys(iterations);
            return people.expire(id, expected, person -> person.withHash(hash).withGeneration(next()));
        });
    }

    @Override
    public PasswordVerifier.Result check(UserId user, Secret password) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (password.exposeTo(chars -> chars.length == 0 || chars[0] == 0)) {
            return PasswordVerifier.Result.WRONG;
        }
        return faults.around("check", () -> {
            Optional<Person> person = people.byId(user);
            boolean right = person.map(Person::hash).orElse(nobody).matches(password);
            if (!right || person.isEmpty()) {
                return PasswordVerifier.Result.WRONG;
            }
            return switch (person.get().account().status()) {
                case ACTIVE -> PasswordVerifier.Result.RIGHT;
                case LOCKED -> PasswordVerifier.Result.LOCKED;
                default -> PasswordVerifier.Result.NOT_USABLE;
            };
        });
    }

    private UserStore.PasswordWrite write(UserId id, Generation expected, Secret password) {
        Optional<UserStore.PasswordWrite> refusal =
                people.byId(id).<UserStore.PasswordWrite>flatMap(p -> p.refusal(expected));
        if (refusal.isPresent() || people.byId(id).isEmpty()) {
            return refusal.orElse(new UserStore.PasswordWrite.NotUsable(AccountStatus.UNKNOWN));
        }
        List<Finding> against = rules.apply(password);
        if (!against.isEmpty()) {
            return new UserStore.PasswordWrite.Rejected(against);
        }
        // hashed before the decision that counts, which is made again below in one step
        PasswordHash hash = PasswordHash.of(password, iterations);
        Generation next = next();
        return people.swap(
                id,
                person -> person.refusal(expected),
                person -> person.withPassword(hash).withGeneration(next));
    }

    private Generation next() {
        return Generation.of(generations.incrementAndGet());
    }
}
