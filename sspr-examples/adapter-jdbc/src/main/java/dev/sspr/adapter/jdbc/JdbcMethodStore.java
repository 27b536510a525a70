package dev.sspr.adapter.jdbc;

import dev.sspr.spi.AccountsByKey;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Security info in {@code sspr_methods}, one row for each account, and what no two accounts may share in {@code
 * sspr_method_claims}, one row for each claim.
 *
 * <p>A set and its claims are written in one transaction, and read in one statement, so that nobody sees half of them.
 *
 * <p><b>Threads.</b> Safe for any number of threads and nodes.
 */
public final class JdbcMethodStore implements MethodStore, AccountsByKey {
    // one statement sees one moment; two could see a body and the claims of the next version
    static final String FIND = "SELECT version, body, CAST(NULL AS BYTEA) AS claim FROM sspr_methods"
            + " WHERE tenant = ? AND account_id = ?"
            + " UNION ALL SELECT 0, CAST(NULL AS BYTEA), claim FROM sspr_method_claims"
            + " WHERE tenant = ? AND account_id = ?";

    private static final String KEY = "SUBSTRING(body FROM 1 FOR 1)";
    static final String NEXT_KEY =
            "SELECT " + KEY + " FROM sspr_methods WHERE tenant = ? AND " + KEY + " > ? ORDER BY " + KEY + " LIMIT 1";
    static final String ACCOUNTS = "SELECT account_id FROM sspr_methods" + " WHERE tenant = ? AND " + KEY
            + " = ? AND account_id > ? ORDER BY account_id LIMIT ?";

    private final Database database;
    private final String tenant;

    /** A row of FIND: the version and the body, or a claim. */
    private record Part(long version, Optional<SealedBody> body, Optional<Digest> claim) {
        static Part of(ResultSet row) throws SQLException {
            return new Part(
                    row.getLong("version"),
                    Optional.ofNullable(row.getBytes("body")).map(SealedBody::of),
                    Optional.ofNullable(row.getBytes("claim")).map(Digest::of));
        }
    }

    JdbcMethodStore(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    @Override
    public Optional<MethodStore.MethodSet> find(UserId user) {
        Objects.requireNonNull(user, "user");
        return database.run("find security info", sql -> {
            List<Part> parts = sql.query(Part::of, FIND, tenant, user.value(), tenant, user.value());
            Set<Digest> claims =
                    parts.stream().flatMap(part -> part.claim().stream()).collect(Collectors.toSet());
            return parts.stream()
                    .flatMap(part -> part.body().stream()
                            .map(body -> new MethodStore.MethodSet(user, part.version(), claims, body)))
                    .findFirst();
        });
    }

    @Override
    public Stored store(MethodStore.MethodSet next) {
        Objects.requireNonNull(next, "next");
        return database.transaction("store security info", sql -> {
            if (!(next.version() == 1 ? inserted(sql, next) : updated(sql, next))) {
                sql.undo();
                return Stored.CHANGED;
            }
            if (!claimed(sql, next)) {
                sql.undo();
                return Stored.CLAIMED;
            }
            return Stored.STORED;
        });
    }

    @Override
    public void remove(UserId user) {
        Objects.requireNonNull(user, "user");
        database.run(
                "remove security info",
                sql -> sql.update(
                        "DELETE FROM sspr_methods WHERE tenant = ? AND account_id = ?", tenant, user.value()));
    }

    /** Goes from one key to the next, by the index where there is one, so that the number of accounts does not matter. */
    @Override
    public Set<Integer> keys() {
        return database.run("list the keys of security info", sql -> {
            Set<Integer> keys = new HashSet<>();
            byte[] last = {};
            while (true) {
                List<byte[]> next = sql.query(row -> row.getBytes(1), NEXT_KEY, tenant, last);
                if (next.isEmpty()) {
                    return Set.copyOf(keys);
                }
                last = next.get(0);
                keys.add(Byte.toUnsignedInt(last[0]));
            }
        });
    }

    @Override
    public long count(int key) {
        return database.run(
                "count security info by key",
                sql -> sql.query(
                                row -> row.getLong(1),
                                "SELECT COUNT(*) FROM sspr_methods WHERE tenant = ? AND " + KEY + " = ?",
                                tenant,
                                new byte[] {(byte) key})
                        .get(0));
    }

    @Override
    public List<UserId> accounts(int key, Optional<UserId> after, int limit) {
        Objects.requireNonNull(after, "after");
        Limits.positive(limit);
        return database.run(
                "list accounts by key",
                sql -> sql.query(
                        row -> new UserId(row.getString(1)),
                        ACCOUNTS,
                        tenant,
                        new byte[] {(byte) key},
                        after.map(UserId::value).orElse(""),
                        limit));
    }

    private boolean inserted(Sql sql, MethodStore.MethodSet next) throws SQLException {
        try {
            return sql.update(
                            "INSERT INTO sspr_methods (tenant, account_id, version, body) VALUES (?, ?, ?, ?)",
                            tenant,
                            next.user().value(),
                            next.version(),
                            next.body().bytes())
                    == 1;
        } catch (SQLException failure) {
            if (Dialect.duplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private boolean updated(Sql sql, MethodStore.MethodSet next) throws SQLException {
        return sql.update(
                        "UPDATE sspr_methods SET version = ?, body = ?"
                                + " WHERE tenant = ? AND account_id = ? AND version = ?",
                        next.version(),
                        next.body().bytes(),
                        tenant,
                        next.user().value(),
                        next.version() - 1)
                == 1;
    }

    /** Brings the account's claims in line; its row in sspr_methods is locked, so nobody else changes them. */
    private boolean claimed(Sql sql, MethodStore.MethodSet next) throws SQLException {
        String user = next.user().value();
        Set<Digest> kept = next.version() == 1
                ? Set.of()
                : Set.copyOf(sql.query(
                        row -> Digest.of(row.getBytes(1)),
                        "SELECT claim FROM sspr_method_claims WHERE tenant = ? AND account_id = ?",
                        tenant,
                        user));
        // always in the same order, so that two accounts with the same claims do not wait for each other for ever
        List<Digest> more = next.claims().stream()
                .filter(claim -> !kept.contains(claim))
                .sorted(Comparator.comparingLong(Digest::high).thenComparingLong(Digest::low))
                .toList();
        try {
            for (Digest claim : more) {
                sql.update(
                        "INSERT INTO sspr_method_claims (tenant, claim, account_id) VALUES (?, ?, ?)",
                        tenant,
                        claim.bytes(),
                        user);
            }
        } catch (SQLException failure) {
            if (Dialect.duplicate(failure)) {
                return false;
            }
            throw failure;
        }
        for (Digest claim : kept) {
            if (!next.claims().contains(claim)) {
                sql.update("DELETE FROM sspr_method_claims WHERE tenant = ? AND claim = ?", tenant, claim.bytes());
            }
        }
        return true;
    }
}
