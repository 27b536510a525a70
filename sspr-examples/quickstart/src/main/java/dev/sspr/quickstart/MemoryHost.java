package dev.sspr.quickstart;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemorySessionRevoker;
import dev.sspr.spi.memory.InMemoryUserStore;
import dev.sspr.spi.memory.SignIn;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The host over in-memory twins: no server, no file. */
final class MemoryHost {
    private MemoryHost() {}

    static Host open() {
        InMemoryUserStore users = new InMemoryUserStore();
        add(users, Host.ANNA, Account.Privilege.ORDINARY);
        add(users, Host.ROOT, Account.Privilege.PRIVILEGED);
        add(users, Host.EMMA, Account.Privilege.ORDINARY);
        Mailbox mailbox = new Mailbox();
        return new Host(
                Host.builder(users, mailbox, new InMemorySessionRevoker())
                        .methodStore(new InMemoryMethodStore())
                        .build(),
                mailbox,
                (login, password) -> users.signsIn(login, password) == SignIn.SIGNED_IN);
    }

    private static void add(InMemoryUserStore users, LoginName login, Account.Privilege privilege) {
        Account account = new Account(
                Host.id(login),
                AccountStatus.ACTIVE,
                privilege,
                Generation.of(1),
                Optional.empty(),
                Host.destinations(login),
                List.of(login.value()));
        try (Secret forgotten = forgotten()) {
            users.add(account, forgotten, login);
        }
    }

    /** A password that nobody remembers. */
    static Secret forgotten() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Secret.of(HexFormat.of().formatHex(random));
    }
}
