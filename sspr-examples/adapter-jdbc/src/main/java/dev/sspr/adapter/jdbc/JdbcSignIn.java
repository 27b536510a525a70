package dev.sspr.adapter.jdbc;

import dev.sspr.password.PasswordHasher;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

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
    private final Typed typed;
    private final StoredPasswords passwords;

    private record Kept(String login, StoredPassword password) {
        static Kept of(ResultSet row) throws SQLException {
            return new Kept(row.getString("login"), StoredPassword.of(row));
        }
    }

    JdbcSignIn(Database database, String tenant, PasswordHasher hasher, Typed typed) {
        this.database = database;
        this.tenant = tenant;
        this.typed = typed;
        this.passwords = new StoredPasswords(database, tenant, hasher);
    }

    /**
     * Signs somebody in. Every answer costs one read and one hash, so time does not tell whether a name is known.
     *
     * @param login the login name; it is looked up in its canonical form
     * @param password what the person typed; it is compared in the form that a reset stores
     * @return accepted, or refused with a reason that only the host should see
     */
    public SignIn signIn(LoginName login, Secret password) {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(password, "password");
        try (Secret prepared = Typed.prepared(password)) {
            return checked(typed.canonical(login).orElse(login), prepared);
        }
    }

    private SignIn checked(LoginName login, Secret password) {
        List<Kept> found = database.run(
                "look a login name up",
                sql -> sql.query(
                        Kept::of,
                        "SELECT l.login, " + StoredPassword.COLUMNS + " FROM sspr_logins l"
                                + " JOIN sspr_accounts a ON a.tenant = l.tenant AND a.id = l.account_id"
                                + " WHERE l.tenant = ? AND l.login = ?",
                        tenant,
                        login.value()));
        List<Kept> exact = found.stream()
                .filter(kept -> kept.login().equals(login.value()))
                .toList();
        if (exact.size() != 1) {
            passwords.judgeAbsent(password);
            return refused(exact.isEmpty() ? SignIn.Reason.NO_SUCH_LOGIN : SignIn.Reason.AMBIGUOUS_LOGIN);
        }
        Kept account = exact.get(0);
        return switch (passwords.judge(password, account.password())) {
            case UNREADABLE -> refused(SignIn.Reason.NO_PASSWORD);
            case DIFFERS -> refused(SignIn.Reason.WRONG_PASSWORD);
            case MATCHES -> accepted(account);
        };
    }

    private static SignIn accepted(Kept account) {
        StoredPassword stored = account.password();
        if (stored.status() != AccountStatus.ACTIVE) {
            return refused(SignIn.Reason.NOT_ACTIVE);
        }
        return new SignIn.Accepted(new UserId(stored.id()), Generation.of(stored.generation()));
    }

    private static SignIn refused(SignIn.Reason reason) {
        return new SignIn.Refused(reason);
    }
}
