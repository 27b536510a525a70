package dev.sspr.adapter.jdbc;

import dev.sspr.password.PasswordHasher;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a host does with its accounts besides resetting their passwords: create, delete, change.
 *
 * <p>Every change of a destination gives the account a new generation, which ends the resets under way that were begun
 * with the old ones. A change of status does not: else anybody could stop a person's reset by locking the account.
 *
 * <p><b>Threads.</b> Safe for any number of threads and nodes.
 */
public final class JdbcAccounts {
    private static final int LONGEST_HASH = 255;

    private final Database database;
    private final String tenant;
    private final PasswordHasher hasher;
    private final Typed typed;
    private final String advance;

    JdbcAccounts(Database database, String tenant, PasswordHasher hasher, Typed typed) {
        this.database = database;
        this.tenant = tenant;
        this.hasher = hasher;
        this.typed = typed;
        this.advance = "UPDATE sspr_accounts SET generation = "
                + database.dialect().nextGeneration() + " WHERE tenant = ? AND id = ?";
    }

    /**
     * Creates an account whole or not at all. Login names are stored in canonical form, and the password in the form that a
     * reset stores.
     *
     * @param account the account
     * @param password its first password, as the user typed it
     * @param verifiedAt when its destinations were verified
     * @return done, or the id or a login name is taken
     * @throws IllegalArgumentException if the password cannot be hashed, or if a login name has no canonical form
     */
    public AccountChange create(NewAccount account, Secret password, Instant verifiedAt) {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(verifiedAt, "verifiedAt");
        try (Secret prepared = Typed.prepared(password)) {
            return create(account, hasher.hash(prepared), verifiedAt);
        }
    }

    /**
     * Creates an account with the hash that another system kept. The first sign-in with the right password replaces it
     * by one of this host's own (R-HASH-6).
     *
     * @param account the account
     * @param hash the stored text, in a form that {@link PasswordHasher} reads
     * @param verifiedAt when its destinations were verified
     * @return done, or the id or a login name is taken
     * @throws IllegalArgumentException if the hash cannot be read; the message says why, and does not repeat it; or if a login
     *     name has no canonical form
     */
    public AccountChange createMigrated(NewAccount account, String hash, Instant verifiedAt) {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(verifiedAt, "verifiedAt");
        hasher.inspect(hash).ifPresent(reason -> {
            throw new IllegalArgumentException("account " + account.id().value() + ", stored hash: " + reason);
        });
        if (hash.length() > LONGEST_HASH) {
            throw new IllegalArgumentException(
                    "account " + account.id().value() + ", stored hash: the column has room for " + LONGEST_HASH
                            + " characters, this has " + hash.length());
        }
        return create(account, hash, verifiedAt);
    }

    private Set<LoginName> canonical(NewAccount account) {
        return account.logins().stream()
                .map(login -> typed.canonical(login)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "account " + account.id().value() + " has a login name without a canonical form")))
                .collect(Collectors.toSet());
    }

    private AccountChange create(NewAccount account, String hash, Instant verifiedAt) {
        Set<LoginName> logins = canonical(account);
        return database.transaction("create an account", sql -> {
            AccountChange taken = AccountChange.ID_TAKEN;
            try {
                sql.update(
                        "INSERT INTO sspr_accounts (tenant, id, status, privilege, locale, password_hash)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        tenant,
                        account.id().value(),
                        account.status().name(),
                        account.privilege().name(),
                        account.locale().map(Locale::toLanguageTag).orElse(null),
                        hash);
                taken = AccountChange.LOGIN_TAKEN;
                for (LoginName login : logins) {
                    sql.update(
                            "INSERT INTO sspr_logins (tenant, login, account_id) VALUES (?, ?, ?)",
                            tenant,
                            login.value(),
                            account.id().value());
                }
            } catch (SQLException failure) {
                if (Dialect.duplicate(failure)) {
                    sql.undo();
                    return taken;
                }
                throw failure;
            }
            for (int i = 0; i < account.destinations().size(); i++) {
                insert(sql, account.id(), account.destinations().get(i), verifiedAt, i);
            }
            for (int i = 0; i < account.words().size(); i++) {
                sql.update(
                        "INSERT INTO sspr_words (tenant, account_id, position, word) VALUES (?, ?, ?, ?)",
                        tenant,
                        account.id().value(),
                        i,
                        account.words().get(i));
            }
            return AccountChange.DONE;
        });
    }

    /**
     * Deletes an account, ends its sessions and forgets its security info.
     *
     * @param id which
     * @return done, or no such account
     */
    public AccountChange delete(UserId id) {
        Objects.requireNonNull(id, "id");
        return database.transaction("delete an account", sql -> {
            sql.update("DELETE FROM sspr_sessions WHERE tenant = ? AND account_id = ?", tenant, id.value());
            sql.update("DELETE FROM sspr_methods WHERE tenant = ? AND account_id = ?", tenant, id.value());
            return one(sql.update("DELETE FROM sspr_accounts WHERE tenant = ? AND id = ?", tenant, id.value()));
        });
    }

    /**
     * Gives an account another status.
     *
     * @param id which
     * @param status the new one
     * @return done, or no such account
     */
    public AccountChange setStatus(UserId id, AccountStatus status) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        return database.run(
                "set a status",
                sql -> one(sql.update(
                        "UPDATE sspr_accounts SET status = ? WHERE tenant = ? AND id = ?",
                        status.name(),
                        tenant,
                        id.value())));
    }

    /**
     * Adds a verified destination behind the others, and gives the account a new generation.
     *
     * @param id which account
     * @param destination the address; its id must never have stood for another one
     * @param verifiedAt when its owner proved it
     * @return done, no such account, the id is taken, or full
     */
    public AccountChange addDestination(UserId id, Destination destination, Instant verifiedAt) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(verifiedAt, "verifiedAt");
        return database.transaction("add a destination", sql -> {
            // locks the account, so the look at its destinations holds
            if (sql.update(advance, tenant, id.value()) == 0) {
                return AccountChange.NO_ACCOUNT;
            }
            record Kept(String id, int position) {}
            List<Kept> kept = sql.query(
                    row -> new Kept(row.getString("id"), row.getInt("position")),
                    "SELECT id, position FROM sspr_destinations WHERE tenant = ? AND account_id = ?",
                    tenant,
                    id.value());
            boolean taken = kept.stream().anyMatch(other -> other.id().equals(destination.id()));
            if (taken || kept.size() >= Account.MAX_DESTINATIONS) {
                sql.undo();
                return taken ? AccountChange.ID_TAKEN : AccountChange.FULL;
            }
            int last = kept.stream().mapToInt(Kept::position).max().orElse(-1);
            insert(sql, id, destination, verifiedAt, last + 1);
            return AccountChange.DONE;
        });
    }

    /**
     * Removes a destination, and gives the account a new generation.
     *
     * @param id which account
     * @param destination the destination's id
     * @return done, no such account, or no such destination
     */
    public AccountChange removeDestination(UserId id, String destination) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(destination, "destination");
        return database.transaction("remove a destination", sql -> {
            if (sql.update(advance, tenant, id.value()) == 0) {
                return AccountChange.NO_ACCOUNT;
            }
            int removed = sql.update(
                    "DELETE FROM sspr_destinations WHERE tenant = ? AND account_id = ? AND id = ?",
                    tenant,
                    id.value(),
                    destination);
            if (removed == 0) {
                sql.undo();
                return AccountChange.NO_DESTINATION;
            }
            return AccountChange.DONE;
        });
    }

    private void insert(Sql sql, UserId account, Destination destination, Instant verifiedAt, int position)
            throws SQLException {
        sql.update(
                "INSERT INTO sspr_destinations (tenant, account_id, id, channel, address, verified_at, position)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                tenant,
                account.value(),
                destination.id(),
                destination.channel().name(),
                destination.address(),
                Millis.floor(verifiedAt),
                position);
    }

    private static AccountChange one(int changed) {
        return changed == 1 ? AccountChange.DONE : AccountChange.NO_ACCOUNT;
    }
}
