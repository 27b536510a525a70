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
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Accounts in the heap of one process.
 *
 * <p>It replaces an account's generation with one of its own: only then can it ensure that none returns (U7, U8).
 *
 * <p><b>Threads.</b> Safe for use by many threads; passwords are hashed outside any lock.
 *
 * <p><b>Blocking.</b> A hash takes about 0.3 seconds of one core with the default count.
 */
public final class InMemoryUserStore
        implements UserStore, PasswordVerifier, PasswordExpiry, AccountUnlocker, Availability {
    /** The default number of iterations of HMAC-SHA-256 (OWASP Password Storage Cheat Sheet; R-HASH-2). */
    public static final int DEFAULT_ITERATIONS = 600_000;

    private final int iterations;
    private final PasswordHash decoyHash;
    private final AccountTable accounts = new AccountTable();
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
     * @param iterations the number of iterations, 1 or more; below 600 000 the hashes are weak
     * @throws IllegalArgumentException if it is below 1
     */
    public InMemoryUserStore(int iterations) {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations are 1 or more, these are " + iterations);
        }
        this.iterations = iterations;
        this.decoyHash = PasswordHash.of(Secret.of("no account has this password"), iterations);
    }

    /**
     * Makes an empty store with a fast, insecure hash: for tests only.
     *
     * @return a store with one iteration
     */
    public static InMemoryUserStore forTests() {
        return new InMemoryUserStore(1);
    }

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Adds an account, or replaces the one with its id.
     *
     * @param account the account; the store replaces its generation
     * @param password its password, 1 or more characters
     * @param logins its login names, 1 or more; a name that another account has becomes ambiguous
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
        accounts.put(new AccountEntry(account.withLastWrite(WriteId.NONE), hash, names).withGeneration(next()));
        return this;
    }

    /**
     * Deletes an account.
     *
     * @param id the account; an unknown one is ignored
     */
    public void remove(UserId id) {
        accounts.remove(Objects.requireNonNull(id, "id"));
    }

    /**
     * Sets an account's status; its generation stays.
     *
     * @param id the account
     * @param status the new status
     * @throws IllegalArgumentException if there is no such account
     */
    public void setStatus(UserId id, AccountStatus status) {
        Objects.requireNonNull(status, "status");
        accounts.change(id, entry -> entry.withStatus(status));
    }

    /**
     * Sets an account's destinations and changes its generation.
     *
     * @param id the account
     * @param destinations the new destinations, at most 16, the preferred one first
     * @throws IllegalArgumentException if there is no such account, or there are too many
     */
    public void setDestinations(UserId id, List<Destination> destinations) {
        List<Destination> copy = List.copyOf(destinations);
        accounts.change(id, entry -> entry.withDestinations(copy).withGeneration(next()));
    }

    /**
     * Sets a password as an administrator or another program would, not by {@link #setPassword}: the generation changes,
     * and the last write is {@link WriteId#NONE}.
     *
     * @param id the account
     * @param password the password, normalised as by the engine
     * @throws IllegalArgumentException if there is no such account
     */
    public void changePassword(UserId id, Secret password) {
        PasswordHash hash = PasswordHash.of(password, iterations);
        accounts.change(id, entry -> entry.withPassword(hash, WriteId.NONE).withGeneration(next()));
    }

    /**
     * Sets the store's own password rules, like those of a directory.
     *
     * @param rules returns the reasons to refuse a password, none to accept it; called outside any lock
     */
    public void rejectPasswordsWith(Function<Secret, List<Finding>> rules) {
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /**
     * Signs a user in as a host would.
     *
     * @param login the login name
     * @param password the password, normalised as by the engine
     * @return the result of the sign-in
     */
    public SignIn signsIn(LoginName login, Secret password) {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(password, "password");
        List<AccountEntry> found = accounts.named(login);
        if (found.size() != 1) {
            return SignIn.NO_SUCH_LOGIN;
        }
        AccountEntry entry = found.get(0);
        if (!entry.hash().matches(password)) {
            return SignIn.WRONG_PASSWORD;
        }
        return entry.account().status() == AccountStatus.ACTIVE ? SignIn.SIGNED_IN : SignIn.NOT_ACTIVE;
    }

    /**
     * The stored form of a password: scheme, iterations, salt and hash.
     *
     * @param id the account
     * @return the text, or empty if there is no such account
     */
    public Optional<String> passwordRecord(UserId id) {
        return accounts.byId(id).map(entry -> entry.hash().toString());
    }

    @Override
    public UserStore.Lookup find(LoginName login) {
        Objects.requireNonNull(login, "login");
        return faults.around("find", () -> {
            List<AccountEntry> found = accounts.named(login);
            if (found.size() > 1) {
                return new UserStore.Lookup.Ambiguous();
            }
            return found.isEmpty() ? new UserStore.Lookup.None() : found.get(0).as(login);
        });
    }

    @Override
    public Optional<Account> load(UserId id) {
        Objects.requireNonNull(id, "id");
        return faults.around("load", () -> accounts.byId(id).map(AccountEntry::account));
    }

    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(write, "write");
        return faults.around("setPassword", () -> write(id, expected, password, write));
    }

    /** {@code DOWN} while calls are set to fail; this uses up no failure and runs no hook. */
    @Override
    public Status status() {
        return faults.status();
    }

    @Override
    public AccountUnlocker.Result unlock(UserId id, Generation expected) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        return faults.around("unlock", () -> accounts.unlock(id, expected));
    }

    @Override
    public Expired expire(UserId id, Generation expected) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        return faults.around("expire", () -> {
            PasswordHash hash = PasswordHash.ofRandomPassword(iterations);
            return accounts.expire(id, expected, entry -> entry.withHash(hash).withGeneration(next()));
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
            Optional<AccountEntry> entry = accounts.byId(user);
            boolean right = entry.map(AccountEntry::hash).orElse(decoyHash).matches(password);
            if (!right || entry.isEmpty()) {
                return PasswordVerifier.Result.WRONG;
            }
            return switch (entry.get().account().status()) {
                case ACTIVE -> PasswordVerifier.Result.RIGHT;
                case LOCKED -> PasswordVerifier.Result.LOCKED;
                default -> PasswordVerifier.Result.NOT_USABLE;
            };
        });
    }

    private UserStore.PasswordWrite write(UserId id, Generation expected, Secret password, WriteId write) {
        Optional<UserStore.PasswordWrite> refusal =
                accounts.byId(id).<UserStore.PasswordWrite>flatMap(p -> p.refusal(expected));
        if (refusal.isPresent() || accounts.byId(id).isEmpty()) {
            return refusal.orElse(new UserStore.PasswordWrite.NotUsable(AccountStatus.UNKNOWN));
        }
        List<Finding> against = rules.apply(password);
        if (!against.isEmpty()) {
            return new UserStore.PasswordWrite.Rejected(against);
        }
        // computed before the decision, which is repeated below in one atomic step
        PasswordHash hash = PasswordHash.of(password, iterations);
        Generation next = next();
        return accounts.swap(
                id,
                entry -> entry.refusal(expected),
                entry -> entry.withPassword(hash, write).withGeneration(next));
    }

    private Generation next() {
        return Generation.of(generations.incrementAndGet());
    }
}
