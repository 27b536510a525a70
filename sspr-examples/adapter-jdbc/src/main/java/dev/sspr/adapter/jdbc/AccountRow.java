package dev.sspr.adapter.jdbc;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.UserId;
import dev.sspr.spi.WriteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of the query that reads an account whole: the account's own columns, and one destination, one word, or
 * neither. One statement, so that the generation is of the same moment as everything else.
 */
record AccountRow(
        String id,
        @Nullable String status,
        @Nullable String privilege,
        long generation,
        @Nullable String locale,
        @Nullable String lastWrite,
        int part,
        @Nullable String tag,
        @Nullable String channel,
        @Nullable String content) {
    private static final int DESTINATION = 1;
    private static final int WORD = 2;

    static final String COLUMNS =
            "a.id, a.status, a.privilege, a.generation, a.locale, a.last_write, p.part, p.tag, p.channel, p.content";

    /** The union has no condition inside: PostgreSQL would read all of the table first. */
    static final String PARTS = " LEFT JOIN (SELECT tenant, account_id, position, 1 AS part, id AS tag, channel,"
            + " address AS content, verified_at FROM sspr_destinations"
            + " UNION ALL SELECT tenant, account_id, position, 2, NULL, NULL, word, NULL FROM sspr_words) p"
            + " ON p.tenant = a.tenant AND p.account_id = a.id AND (p.part = 2 OR p.verified_at IS NOT NULL)";

    static final String ORDER = " ORDER BY a.id, p.part, p.position";

    static AccountRow of(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    /** Puts the accounts together whose rows these are. */
    static List<Account> accounts(List<AccountRow> rows) {
        Map<String, List<AccountRow>> byId =
                rows.stream().collect(Collectors.groupingBy(AccountRow::id, LinkedHashMap::new, Collectors.toList()));
        return byId.values().stream().map(AccountRow::account).toList();
    }

    private static Account account(List<AccountRow> rows) {
        AccountRow own = rows.get(0);
        return new Account(
                new UserId(own.id),
                status(own.status),
                Codes.read(Account.Privilege.class, own.privilege, Account.Privilege.PRIVILEGED),
                Generation.of(own.generation),
                Optional.ofNullable(own.locale).map(Locale::forLanguageTag).filter(at -> !at.equals(Locale.ROOT)),
                rows.stream()
                        .map(AccountRow::destination)
                        .flatMap(Optional::stream)
                        .limit(Account.MAX_DESTINATIONS)
                        .toList(),
                rows.stream()
                        .map(AccountRow::word)
                        .flatMap(Optional::stream)
                        .limit(Account.MAX_WORDS)
                        .toList(),
                Optional.of(own.lastWrite == null ? WriteId.NONE : new WriteId(own.lastWrite)));
    }

    static AccountStatus status(@Nullable String text) {
        return Codes.read(AccountStatus.class, text, AccountStatus.UNKNOWN);
    }

    /** A destination that is not of the strict form is none: nothing can be sent there safely (R-NOT-2). */
    private Optional<Destination> destination() {
        if (part != DESTINATION || tag == null || channel == null || content == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Destination(tag, Channel.valueOf(channel), content));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private Optional<String> word() {
        return part == WORD ? Optional.ofNullable(content) : Optional.empty();
    }

    /** Hides addresses and words. */
    @Override
    public String toString() {
        return "AccountRow[" + id + "]";
    }
}
