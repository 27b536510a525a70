package dev.sspr.adapter.jdbc;

import dev.sspr.password.PasswordHasher;
import dev.sspr.password.PasswordHasher.Verdict;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * People in {@code sspr_accounts} and the tables around it. {@link JdbcAccounts} is how they get there.
 *
 * <p><b>Threads.</b> Safe for any number of threads and nodes.
 *
 * <p><b>Blocking.</b> {@link #setPassword} and {@link #check} compute one Argon2id hash each, outside any connection.
 */
public final class JdbcUserStore implements UserStore, AccountUnlocker, PasswordVerifier {
    static final String FIND = "SELECT " + AccountRow.COLUMNS + ", l.login FROM sspr_logins l"
            + " JOIN sspr_accounts a ON a.tenant = l.tenant AND a.id = l.account_id" + AccountRow.PARTS
            + " WHERE l.tenant = ? AND l.login = ?" + AccountRow.ORDER;
    static final String LOAD = "SELECT " + AccountRow.COLUMNS + " FROM sspr_accounts a" + AccountRow.PARTS
            + " WHERE a.tenant = ? AND a.id = ?" + AccountRow.ORDER;
    private static final String CHECK = "SELECT status, generation FROM sspr_accounts WHERE tenant = ? AND id = ?";
    private static final String UNLOCK = "UPDATE sspr_accounts SET status = 'ACTIVE'"
            + " WHERE tenant = ? AND id = ? AND generation = ? AND status = 'LOCKED'";

    private final Database database;
    private final String tenant;
    private final PasswordHasher hasher;
    private final StoredPasswords passwords;
    private final Lanes lanes = new Lanes();
    private final String update;

    JdbcUserStore(Database database, String tenant, PasswordHasher hasher) {
        this.database = database;
        this.tenant = tenant;
        this.hasher = hasher;
        this.passwords = new StoredPasswords(database, tenant, hasher);
        this.update = database.dialect()
                .returning(
                        "UPDATE sspr_accounts SET password_hash = ?, last_write = ?, generation = "
                                + database.dialect().nextGeneration()
                                + ", status = CASE WHEN status = 'LOCKED' THEN 'ACTIVE' ELSE status END"
                                + " WHERE tenant = ? AND id = ? AND generation = ? AND status IN ('ACTIVE', 'LOCKED')",
                        "generation");
    }

    @Override
    public UserStore.Lookup find(LoginName login) {
        Objects.requireNonNull(login, "login");
        return database.run("find an account", sql -> {
            // compared once more here: a database may have been told to ignore case
            List<AccountRow> rows = sql
                    .query(
                            row -> login.value().equals(row.getString("login"))
                                    ? Optional.of(AccountRow.of(row))
                                    : Optional.<AccountRow>empty(),
                            FIND,
                            tenant,
                            login.value())
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
            List<Account> found = AccountRow.accounts(rows);
            if (found.size() > 1) {
                return new UserStore.Lookup.Ambiguous();
            }
            return found.isEmpty() ? new UserStore.Lookup.None() : new UserStore.Lookup.One(found.get(0), login);
        });
    }

    @Override
    public Optional<Account> load(UserId id) {
        Objects.requireNonNull(id, "id");
        return database.run(
                "load an account",
                sql -> AccountRow.accounts(sql.query(AccountRow::of, LOAD, tenant, id.value())).stream()
                        .findFirst());
    }

    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(write, "write");
        return lanes.in(id, () -> {
            Optional<UserStore.PasswordWrite> refusal = refusal(id, expected);
            return refusal.orElseGet(() -> hashAndWrite(id, expected, password, write));
        });
    }

    @Override
    public PasswordVerifier.Result check(UserId user, Secret password) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (password.exposeTo(chars -> chars.length == 0 || chars[0] == 0)) {
            return PasswordVerifier.Result.WRONG;
        }
        // compared once more here: a database may have been told to ignore case
        Optional<StoredPassword> stored = database
                .run(
                        "read a password's hash",
                        sql -> sql.query(
                                StoredPassword::of,
                                "SELECT " + StoredPassword.COLUMNS
                                        + " FROM sspr_accounts a WHERE a.tenant = ? AND a.id = ?",
                                tenant,
                                user.value()))
                .stream()
                .filter(one -> one.id().equals(user.value()))
                .findFirst();
        if (stored.isEmpty()) {
            passwords.judgeAbsent(password);
            return PasswordVerifier.Result.WRONG;
        }
        if (passwords.judge(password, stored.get()) != Verdict.MATCHES) {
            return PasswordVerifier.Result.WRONG;
        }
        return switch (stored.get().status()) {
            case ACTIVE -> PasswordVerifier.Result.RIGHT;
            case LOCKED -> PasswordVerifier.Result.LOCKED;
            default -> PasswordVerifier.Result.NOT_USABLE;
        };
    }

    private UserStore.PasswordWrite hashAndWrite(UserId id, Generation expected, Secret password, WriteId write) {
        String hash;
        try {
            hash = hasher.hash(password);
        } catch (IllegalArgumentException unhashable) {
            return new UserStore.PasswordWrite.Rejected(List.of(Finding.of("password.refused-by-store")));
        }
        long generation = Long.parseLong(expected.value());
        while (true) {
            List<Generation> written = database.run(
                    "set a password",
                    sql -> sql.query(
                            row -> Generation.of(row.getLong(1)),
                            update,
                            hash,
                            write.value(),
                            tenant,
                            id.value(),
                            generation));
            if (!written.isEmpty()) {
                return new UserStore.PasswordWrite.Written(written.get(0));
            }
            Optional<UserStore.PasswordWrite> refusal = refusal(id, expected);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            // it was disabled for a moment and is usable again: once more
        }
    }

    /** Why a password may not be written now; if empty, the expectation is a number. */
    private Optional<UserStore.PasswordWrite> refusal(UserId id, Generation expected) {
        return database.run(
                "check an account",
                sql -> sql
                        .query(
                                row -> {
                                    AccountStatus status = AccountRow.status(row.getString("status"));
                                    if (!status.usable()) {
                                        return Optional.<UserStore.PasswordWrite>of(
                                                new UserStore.PasswordWrite.NotUsable(status));
                                    }
                                    return Generation.of(row.getLong("generation"))
                                                    .equals(expected)
                                            ? Optional.<UserStore.PasswordWrite>empty()
                                            : Optional.<UserStore.PasswordWrite>of(new UserStore.PasswordWrite.Stale());
                                },
                                CHECK,
                                tenant,
                                id.value())
                        .stream()
                        .findFirst()
                        .orElse(Optional.of(new UserStore.PasswordWrite.NotUsable(AccountStatus.UNKNOWN))));
    }

    @Override
    public AccountUnlocker.Result unlock(UserId id, Generation expected) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        while (true) {
            Optional<AccountUnlocker.Result> reason = notUnlocked(id, expected);
            if (reason.isPresent()) {
                return reason.get();
            }
            long generation = Long.parseLong(expected.value());
            int lifted = database.run("lift a lock", sql -> sql.update(UNLOCK, tenant, id.value(), generation));
            if (lifted > 0) {
                return new AccountUnlocker.Result.Unlocked();
            }
            // the lock was lifted meanwhile, or put back: the next look tells
        }
    }

    /** Why there is no lock to lift now; if empty, the expectation is a number. */
    private Optional<AccountUnlocker.Result> notUnlocked(UserId id, Generation expected) {
        return database.run(
                "check a lock",
                sql -> sql
                        .query(
                                row -> notUnlocked(
                                        AccountRow.status(row.getString("status")),
                                        Generation.of(row.getLong("generation")).equals(expected)),
                                CHECK,
                                tenant,
                                id.value())
                        .stream()
                        .findFirst()
                        .orElse(Optional.of(new AccountUnlocker.Result.NotUsable(AccountStatus.UNKNOWN))));
    }

    private static Optional<AccountUnlocker.Result> notUnlocked(AccountStatus status, boolean asExpected) {
        if (!status.usable()) {
            return Optional.of(new AccountUnlocker.Result.NotUsable(status));
        }
        if (!asExpected) {
            return Optional.of(new AccountUnlocker.Result.Stale());
        }
        return status == AccountStatus.LOCKED ? Optional.empty() : Optional.of(new AccountUnlocker.Result.NotLocked());
    }
}
