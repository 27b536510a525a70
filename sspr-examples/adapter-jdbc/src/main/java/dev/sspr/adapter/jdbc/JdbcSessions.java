package dev.sspr.adapter.jdbc;

import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * The host's sessions in {@code sspr_sessions}, so that {@link JdbcSessionRevoker} has something to end.
 *
 * <p>A token is 256 random bits; the table has its SHA-256 only.
 *
 * <p><b>Threads.</b> Safe for any number of threads and nodes.
 */
public final class JdbcSessions {
    private static final int TOKEN_BYTES = 32;
    /** 32 bytes in base64 without padding. */
    private static final int TOKEN_LENGTH = 43;

    private final Database database;
    private final String tenant;
    private final SecureRandom random = new SecureRandom();

    JdbcSessions(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /**
     * Opens a session for somebody who has signed in.
     *
     * @param user whose
     * @param kind what it is good for
     * @param issuedAt when the sign-in began; after a revocation with a later instant the token is dead on arrival
     * @return the token, 43 characters of the URL-safe base64 alphabet
     */
    public Secret open(UserId user, SessionKind kind, Instant issuedAt) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(issuedAt, "issuedAt");
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        byte[] text = Base64.getUrlEncoder().withoutPadding().encode(bits);
        byte[] hash = sha256(text);
        database.run(
                "open a session",
                sql -> sql.update(
                        "INSERT INTO sspr_sessions (tenant, token_hash, account_id, kind, issued_at)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        tenant,
                        hash,
                        user.value(),
                        kind.name(),
                        Millis.floor(issuedAt)));
        char[] token = new char[text.length];
        for (int i = 0; i < token.length; i++) {
            token[i] = (char) text[i];
        }
        Secret secret = Secret.of(token);
        Arrays.fill(token, '\0');
        Arrays.fill(text, (byte) 0);
        Arrays.fill(bits, (byte) 0);
        return secret;
    }

    /**
     * Tells whose token this is, if it is alive.
     *
     * @param kind what it is shown for; a token of another kind is not accepted
     * @param token what somebody sent
     * @return the account, or empty for a token that has ended or never was
     */
    public Optional<UserId> accepts(SessionKind kind, Secret token) {
        Objects.requireNonNull(kind, "kind");
        return hash(token)
                .flatMap(hash -> database.run(
                        "look a session up",
                        sql -> sql
                                .query(
                                        row -> new UserId(row.getString("account_id")),
                                        "SELECT s.account_id FROM sspr_sessions s LEFT JOIN sspr_revocations r"
                                                + " ON r.tenant = s.tenant AND r.account_id = s.account_id"
                                                + " WHERE s.tenant = ? AND s.token_hash = ? AND s.kind = ?"
                                                + " AND (r.issued_before IS NULL OR s.issued_at >= r.issued_before)",
                                        tenant,
                                        hash,
                                        kind.name())
                                .stream()
                                .findFirst()));
    }

    /**
     * Ends one session, as its owner signs out.
     *
     * @param token the token; one that is not alive stays so
     */
    public void end(Secret token) {
        hash(token)
                .ifPresent(hash -> database.run(
                        "end a session",
                        sql -> sql.update(
                                "DELETE FROM sspr_sessions WHERE tenant = ? AND token_hash = ?", tenant, hash)));
    }

    /**
     * Ends what has become too old, and forgets it.
     *
     * @param kind which kind
     * @param issuedBefore what was issued earlier goes
     * @return how many went
     */
    public int purge(SessionKind kind, Instant issuedBefore) {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(issuedBefore, "issuedBefore");
        return database.run(
                "purge sessions",
                sql -> sql.update(
                        "DELETE FROM sspr_sessions WHERE tenant = ? AND kind = ? AND issued_at < ?",
                        tenant,
                        kind.name(),
                        Millis.ceiling(issuedBefore)));
    }

    private static Optional<byte[]> hash(Secret token) {
        if (token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        return token.exposeTo(chars -> {
            byte[] text = new byte[chars.length];
            for (int i = 0; i < chars.length; i++) {
                if (chars[i] > 0x7F) {
                    return Optional.empty();
                }
                text[i] = (byte) chars[i];
            }
            byte[] hash = sha256(text);
            Arrays.fill(text, (byte) 0);
            return Optional.of(hash);
        });
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
