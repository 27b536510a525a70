package dev.sspr.adapter.jdbc;

import dev.sspr.password.PasswordHasher;
import dev.sspr.spi.Account;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Samples;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The stores of a tenant that nobody else has, on one engine. */
final class Fixture {
    static final PasswordHasher HASHER = PasswordHasher.standard();

    final String tenant = "t-" + UUID.randomUUID();
    final JdbcStores otherNode;
    final JdbcStores otherTenant;
    private final JdbcStores patient;
    private final JdbcStores impatient;
    /** Stores a login name as it is, so that the kit can ask for names that are no canonical form. */
    private final JdbcStores exact;

    private final Engine.Site site;
    private volatile boolean hanging;

    Fixture(Engine engine) {
        Duration timeout = JdbcStores.DEFAULT_TIMEOUT;
        site = engine.site();
        patient = over(site.line(), tenant, timeout);
        impatient = over(site.line(), tenant, Duration.ofSeconds(1));
        exact = JdbcStores.over(site.line(), tenant, timeout, HASHER, typed -> Optional.of(new LoginName(typed)));
        otherNode = over(site.otherLine(), tenant, timeout);
        otherTenant = over(site.line(), tenant + "2", timeout);
    }

    /** Those with a short timeout while the backend hangs, to save time. */
    JdbcStores stores() {
        return hanging ? impatient : patient;
    }

    static JdbcStores over(DataSource source, String tenant, Duration timeout) {
        return JdbcStores.over(source, tenant, timeout, HASHER);
    }

    DataSource sure() {
        return site.sure();
    }

    void outage(boolean on) {
        if (site.forwarder() != null) {
            site.forwarder().mode(on ? Forwarder.Mode.REFUSE : Forwarder.Mode.PASS);
        } else if (on) {
            site.line().close();
        }
        if (!on) {
            site.line().renew();
        }
    }

    boolean hang(boolean on) {
        if (site.forwarder() == null) {
            return false;
        }
        hanging = on;
        site.line().patience(on ? Pool.BRIEF : Pool.PATIENT);
        site.forwarder().mode(on ? Forwarder.Mode.STALL : Forwarder.Mode.PASS);
        if (!on) {
            site.line().renew();
        }
        return true;
    }

    void add(Account account, LoginName login, Secret password) {
        NewAccount made = new NewAccount(
                account.id(),
                Set.of(login),
                account.status(),
                account.privilege(),
                account.locale(),
                account.destinations(),
                account.words());
        AccountChange change = exact.accounts().create(made, password, Samples.NOW);
        if (change != AccountChange.DONE) {
            throw new AssertionError("could not add an account: " + change);
        }
    }

    void addWithoutStatus(Account account, LoginName login) {
        add(account, login, Secret.of("nobody knows it"));
        Dump.change(
                sure(),
                "UPDATE sspr_accounts SET status = NULL WHERE tenant = ? AND id = ?",
                tenant,
                account.id().value());
    }

    /** As another program does it that works on the tables. */
    void setPasswordByHand(UserId id, Secret password) {
        Dump.change(
                sure(),
                "UPDATE sspr_accounts SET password_hash = ?, generation = "
                        + (site.forwarder() == null ? Dialect.H2 : Dialect.POSTGRESQL).nextGeneration()
                        + " WHERE tenant = ? AND id = ?",
                HASHER.hash(password),
                tenant,
                id.value());
    }

    boolean signsIn(LoginName login, Secret password) {
        return stores().signIn().signIn(login, password) instanceof SignIn.Accepted;
    }

    String storedPassword(UserId id) {
        return Dump.one(
                sure(), "SELECT password_hash FROM sspr_accounts WHERE tenant = ? AND id = ?", tenant, id.value());
    }
}
