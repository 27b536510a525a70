package dev.sspr.quickstart;

import dev.sspr.adapter.jdbc.JdbcStores;
import dev.sspr.adapter.jdbc.NewAccount;
import dev.sspr.adapter.jdbc.SignIn;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The host over a database: the same two people, made new at every start in a tenant of their own. */
final class DatabaseHost {
    private static final String TENANT = "quickstart";

    private DatabaseHost() {}

    static Host open(String url) {
        JdbcStores stores = JdbcStores.open(new UrlDataSource(url), TENANT);
        add(stores, Host.ANNA, Account.Privilege.ORDINARY);
        add(stores, Host.ROOT, Account.Privilege.PRIVILEGED);
        add(stores, Host.EMMA, Account.Privilege.ORDINARY);
        Mailbox mailbox = new Mailbox();
        return new Host(
                Host.builder(stores.users(), mailbox, stores.sessionRevoker())
                        .flowStore(stores.flows())
                        .counterStore(stores.counters())
                        .methodStore(stores.methods())
                        .tenant(TENANT)
                        .build(),
                mailbox,
                (login, password) -> stores.signIn().signIn(login, password) instanceof SignIn.Accepted);
    }

    private static void add(JdbcStores stores, LoginName login, Account.Privilege privilege) {
        NewAccount account = new NewAccount(
                Host.id(login),
                Set.of(login),
                AccountStatus.ACTIVE,
                privilege,
                Optional.empty(),
                Host.destinations(login),
                List.of(login.value()));
        stores.accounts().delete(account.id());
        try (Secret forgotten = MemoryHost.forgotten()) {
            stores.accounts().create(account, forgotten, Instant.now());
        }
    }
}
