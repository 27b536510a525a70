package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordHistory;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Past passwords in the heap of one process: the last {@link PasswordHistory#MAX_DEPTH} of each account.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 */
public final class InMemoryPasswordHistory implements PasswordHistory {
    private static final int FEW = 10;

    private final int iterations;
    private final ConcurrentMap<UserId, List<PasswordHash>> kept = new ConcurrentHashMap<>();
    private final Faults faults = new Faults("the password history");

    private InMemoryPasswordHistory(int iterations) {
        this.iterations = iterations;
    }

    /**
     * Makes a history with a fast hash: for tests only.
     *
     * @return an empty history
     */
    public static InMemoryPasswordHistory forTests() {
        return new InMemoryPasswordHistory(FEW);
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
     * Records the new current password of an account.
     *
     * @param user the account
     * @param password the new current one
     */
    public void remember(UserId user, Secret password) {
        Objects.requireNonNull(user, "user");
        PasswordHash hash = PasswordHash.of(password, iterations);
        kept.merge(
                user,
                List.of(hash),
                (old, now) -> Stream.concat(now.stream(), old.stream())
                        .limit(MAX_DEPTH)
                        .toList());
    }

    /**
     * Wraps a user store so that this history records its writes.
     *
     * @param users the store to wrap
     * @return the wrapped store
     */
    public UserStore watching(UserStore users) {
        Objects.requireNonNull(users, "users");
        return new UserStore() {
            @Override
            public UserStore.Lookup find(LoginName login) {
                return users.find(login);
            }

            @Override
            public Optional<Account> load(UserId id) {
                return users.load(id);
            }

            @Override
            public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
                UserStore.PasswordWrite result = users.setPassword(id, expected, password, write);
                if (result instanceof UserStore.PasswordWrite.Written) {
                    remember(id, password);
                }
                return result;
            }
        };
    }

    @Override
    public Recall recall(UserId user, Secret password, int depth) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (depth < 1 || depth > MAX_DEPTH) {
            throw new IllegalArgumentException("a depth is 1 to " + MAX_DEPTH + ", this is " + depth);
        }
        return faults.around(
                "recall",
                () -> kept.getOrDefault(user, List.of()).stream().limit(depth).anyMatch(hash -> hash.matches(password))
                        ? Recall.USED
                        : Recall.NOT_USED);
    }

    /**
     * The kept hashes.
     *
     * @return a line for each account: its id and the hashes, the current one first
     */
    public List<String> lines() {
        return kept.entrySet().stream()
                .map(entry -> entry.getKey().value() + " " + entry.getValue())
                .sorted()
                .toList();
    }
}
