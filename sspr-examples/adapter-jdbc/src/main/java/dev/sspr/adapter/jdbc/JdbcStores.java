package dev.sspr.adapter.jdbc;

import dev.sspr.flow.LoginCanon;
import dev.sspr.password.PasswordHasher;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The stores of one tenant over one database.
 *
 * <p><b>Threads.</b> Safe to share; each method answers the same object every time.
 */
public final class JdbcStores {
    /** How long a statement may take unless the host says otherwise (advised in {@code dev.sspr.spi}). */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /**
     * With 5 seconds for a connection and the 10 that PostgreSQL's driver tries to cancel a silent statement, less than
     * the 30 of the contract.
     */
    private static final Duration BUDGET = Duration.ofSeconds(12);

    private final JdbcUserStore users;
    private final JdbcFlowStore flows;
    private final JdbcMethodStore methods;
    private final JdbcCounterStore counters;
    private final JdbcSessionRevoker sessionRevoker;
    private final JdbcAuditSink audit;
    private final JdbcRepairStore repairs;
    private final JdbcAccounts accounts;
    private final JdbcSignIn signIn;
    private final JdbcSessions sessions;

    private JdbcStores(Database database, String tenant, PasswordHasher hasher, LoginCanon logins) {
        Typed typed = new Typed(logins);
        users = new JdbcUserStore(database, tenant, hasher);
        flows = new JdbcFlowStore(database, tenant);
        methods = new JdbcMethodStore(database, tenant);
        counters = new JdbcCounterStore(database, tenant);
        sessionRevoker = new JdbcSessionRevoker(database, tenant);
        audit = new JdbcAuditSink(database, tenant);
        repairs = new JdbcRepairStore(database, tenant);
        accounts = new JdbcAccounts(database, tenant, hasher, typed);
        signIn = new JdbcSignIn(database, tenant, hasher, typed);
        sessions = new JdbcSessions(database, tenant);
    }

    /**
     * Brings the schema up to date and opens the stores, with the default timeout and password hash.
     *
     * @param source PostgreSQL or H2; see the package for what it must keep to
     * @param tenant whose data, 1 to 64 characters; other tenants' rows are never seen
     * @return the stores
     * @throws IllegalArgumentException if the tenant is not of the stated form, or it is another database
     * @throws IllegalStateException if the schema is newer than this adapter, or was altered
     * @throws dev.sspr.spi.BackendUnavailableException if the database does not answer
     */
    public static JdbcStores open(DataSource source, String tenant) {
        Limits.tenant(tenant);
        Migrations.apply(source);
        return over(source, tenant, DEFAULT_TIMEOUT, PasswordHasher.standard());
    }

    /**
     * Opens the stores over a schema that is there already.
     *
     * @param source PostgreSQL or H2; see the package for what it must keep to
     * @param tenant whose data, 1 to 64 characters; other tenants' rows are never seen
     * @param timeout how long a statement may take, 1 to 30 seconds; a call takes 12 seconds at most in any case, and
     *     the wait for a connection comes on top
     * @param hasher how passwords are kept
     * @return the stores
     * @throws IllegalArgumentException if an argument is not of the stated form, or it is another database
     * @throws dev.sspr.spi.BackendUnavailableException if the database does not answer
     */
    public static JdbcStores over(DataSource source, String tenant, Duration timeout, PasswordHasher hasher) {
        return over(source, tenant, timeout, hasher, LoginCanon.usernameCaseMapped());
    }

    /**
     * Opens the stores for a host that has its own canonical form of login names.
     *
     * @param source PostgreSQL or H2; see the package for what it must keep to
     * @param tenant whose data, 1 to 64 characters; other tenants' rows are never seen
     * @param timeout how long a statement may take, 1 to 30 seconds
     * @param hasher how passwords are kept
     * @param logins the same function as {@code SsprBuilder.loginCanon} got
     * @return the stores
     * @throws IllegalArgumentException if an argument is not of the stated form, or it is another database
     * @throws dev.sspr.spi.BackendUnavailableException if the database does not answer
     */
    public static JdbcStores over(
            DataSource source, String tenant, Duration timeout, PasswordHasher hasher, LoginCanon logins) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(hasher, "hasher");
        Objects.requireNonNull(logins, "logins");
        Limits.tenant(tenant);
        return new JdbcStores(Database.of(source, Limits.timeout(timeout), BUDGET), tenant, hasher, logins);
    }

    /**
     * Finds accounts and sets passwords.
     *
     * @return the role
     */
    public JdbcUserStore users() {
        return users;
    }

    /**
     * Keeps flows.
     *
     * @return the role
     */
    public JdbcFlowStore flows() {
        return flows;
    }

    /**
     * Keeps security info.
     *
     * @return the role
     */
    public JdbcMethodStore methods() {
        return methods;
    }

    /**
     * Keeps budgets.
     *
     * @return the role
     */
    public JdbcCounterStore counters() {
        return counters;
    }

    /**
     * Ends what {@link #sessions} opened.
     *
     * @return the role
     */
    public JdbcSessionRevoker sessionRevoker() {
        return sessionRevoker;
    }

    /**
     * Keeps events and reads them back.
     *
     * @return the role
     */
    public JdbcAuditSink audit() {
        return audit;
    }

    /**
     * Keeps open repairs of two stores.
     *
     * @return the role
     */
    public JdbcRepairStore repairs() {
        return repairs;
    }

    /**
     * Creates, deletes and changes accounts, for the host.
     *
     * @return the accounts
     */
    public JdbcAccounts accounts() {
        return accounts;
    }

    /**
     * Checks passwords, for the host's sign-in.
     *
     * @return the sign-in
     */
    public JdbcSignIn signIn() {
        return signIn;
    }

    /**
     * Opens sessions and tells whether they are alive, for the host.
     *
     * @return the sessions
     */
    public JdbcSessions sessions() {
        return sessions;
    }
}
