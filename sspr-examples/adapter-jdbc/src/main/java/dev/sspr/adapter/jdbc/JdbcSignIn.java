package dev.sspr.adapter.jdbc;

import dev.sspr.password.PasswordHasher;
import dev.sspr.password.PasswordHasher.Rehash;
import dev.sspr.password.PasswordHasher.Verdict;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks a login name and a password against the accounts that {@link JdbcUserStore} resets.
 *
 * <p>It counts nothing and locks nobody: put a limit on attempts in front of it.
 *
 * <p><b>Threads.</b> Safe for any number of threads and nodes.
 */
public final class JdbcSignIn {
    private final Database database;
    private final String tenant;
    private final PasswordHasher hasher;

    private record Kept(
            String login,
            String id,
            AccountStatus status,
            long generation,
            @Nullable String hash) {
        static Kept of(ResultSet row) throws SQLException {
            return new Kept(
                    row.getString("login"),
                    row.getString("id"),
                    AccountRow.status(row.getString("status")),
                    row.getLong("generation"),
                    row.getString("password_hash"));
        }
    }

    JdbcSignIn(Database database, String tenant, PasswordHasher hasher) {
        this.database = database;
        this.tenant = tenant;
        this.hasher = hasher;
    }

    /**
     * Signs somebody in. Every answer costs one read and one hash, so time does not tell whether a name is known.
     *
     * @param login the canonical login name
     * @param password what the person typed, normalised as the engine does it
     * @return accepted, or refused with a reason that only the host should see
     */
    public SignIn signIn(LoginName login, Secret password) {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(password, "password");
        List<Kept> found = database.run(
                "look a login name up",
                sql -> sql.query(
                        Kept::of,
                        "SELECT l.login, a.id, a.status, a.generation, a.password_hash FROM sspr_logins l"
                                + " JOIN sspr_accounts a ON a.tenant = l.tenant AND a.id = l.account_id"
                                + " WHERE l.tenant = ? AND l.login = ?",
                        tenant,
                        login.value()));
        List<Kept> exact = found.stream()
                .filter(kept -> kept.login().equals(login.value()))
                .toList();
        if (exact.size() != 1) {
            hasher.verifyAbsent(password);
            return refused(exact.isEmpty() ? SignIn.Reason.NO_SUCH_LOGIN : SignIn.Reason.AMBIGUOUS_LOGIN);
        }
        Kept account = exact.get(0);
        String hash = account.hash() == null ? "" : account.hash();
        Verdict verdict = hasher.verify(password, hash);
        if (verdict == Verdict.UNREADABLE) {
            hasher.verifyAbsent(password);
            return refused(SignIn.Reason.NO_PASSWORD);
        }
        if (verdict == Verdict.DIFFERS) {
            return refused(SignIn.Reason.WRONG_PASSWORD);
        }
        if (account.status() != AccountStatus.ACTIVE) {
            return refused(SignIn.Reason.NOT_ACTIVE);
        }
        if (hasher.needsRehash(hash) != Rehash.NOT_NEEDED) {
            strengthen(account, hash, password);
        }
        return new SignIn.Accepted(new UserId(account.id()), Generation.of(account.generation()));
    }

    /** Hashes the same password anew; the generation stays, as the password does. */
    private void strengthen(Kept account, String old, Secret password) {
        try {
            String hash = hasher.hash(password);
            database.run(
                    "strengthen a hash",
                    sql -> sql.update(
                            "UPDATE sspr_accounts SET password_hash = ?"
                                    + " WHERE tenant = ? AND id = ? AND generation = ? AND password_hash = ?",
                            hash,
                            tenant,
                            account.id(),
                            account.generation(),
                            old));
        } catch (BackendUnavailableException later) {
            // the next sign-in tries again
        }
    }

    private static SignIn refused(SignIn.Reason reason) {
        return new SignIn.Refused(reason);
    }
}
