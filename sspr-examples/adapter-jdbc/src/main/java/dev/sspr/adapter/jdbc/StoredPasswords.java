package dev.sspr.adapter.jdbc;

import dev.sspr.password.PasswordHasher;
import dev.sspr.password.PasswordHasher.Rehash;
import dev.sspr.password.PasswordHasher.Verdict;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Secret;

/** Compares passwords with what accounts keep, at the cost of one hash each, and strengthens old hashes (R-HASH-6). */
final class StoredPasswords {
    private final Database database;
    private final String tenant;
    private final PasswordHasher hasher;

    StoredPasswords(Database database, String tenant, PasswordHasher hasher) {
        this.database = database;
        this.tenant = tenant;
        this.hasher = hasher;
    }

    /** Takes as long as {@link #judge}. */
    void judgeAbsent(Secret password) {
        hasher.verifyAbsent(password);
    }

    Verdict judge(Secret password, StoredPassword stored) {
        Verdict verdict = hasher.verify(password, stored.hash());
        if (verdict == Verdict.UNREADABLE) {
            hasher.verifyAbsent(password);
        }
        if (verdict == Verdict.MATCHES
                && stored.status() == AccountStatus.ACTIVE
                && hasher.needsRehash(stored.hash()) != Rehash.NOT_NEEDED) {
            strengthen(password, stored);
        }
        return verdict;
    }

    /** Hashes the same password anew; the generation stays, as the password does. */
    private void strengthen(Secret password, StoredPassword old) {
        try {
            String hash = hasher.hash(password);
            database.run(
                    "strengthen a hash",
                    sql -> sql.update(
                            "UPDATE sspr_accounts SET password_hash = ?"
                                    + " WHERE tenant = ? AND id = ? AND generation = ? AND password_hash = ?",
                            hash,
                            tenant,
                            old.id(),
                            old.generation(),
                            old.hash()));
        } catch (BackendUnavailableException later) {
            // the next sign-in tries again
        }
    }
}
