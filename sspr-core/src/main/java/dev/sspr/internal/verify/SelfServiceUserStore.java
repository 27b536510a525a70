package dev.sspr.internal.verify;

import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Availability;
import dev.sspr.spi.CompositeStore;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.Optional;

/** The host's people as every flow sees them: for whom the help desk has switched self-service off, it is off. */
public final class SelfServiceUserStore implements UserStore, Availability, CompositeStore {
    private final UserStore users;
    private final SecurityInfoStore infos;

    /** In front of a store. */
    public SelfServiceUserStore(UserStore users, SecurityInfoStore infos) {
        this.users = users;
        this.infos = infos;
    }

    /** As the store itself tells; one that cannot tell is taken to be up. */
    @Override
    public Status status() {
        return users instanceof Availability able ? able.status() : Status.UP;
    }

    @Override
    public Parts parts() {
        return users instanceof CompositeStore two ? two.parts() : Parts.ONE;
    }

    @Override
    public UserStore.Lookup find(LoginName login) {
        UserStore.Lookup found = users.find(login);
        return found instanceof UserStore.Lookup.One one
                ? new UserStore.Lookup.One(seen(one.account()), one.matched())
                : found;
    }

    @Override
    public Optional<Account> load(UserId id) {
        return users.load(id).map(this::seen);
    }

    /** The condition of the write is the store's; who asks has seen the account here before. */
    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password) {
        return users.setPassword(id, expected, password);
    }

    private Account seen(Account account) {
        if (!account.status().usable()) {
            return account;
        }
        SecurityInfo info = infos.load(account.id());
        return info.record().off().isEmpty()
                ? account
                : new Account(
                        account.id(),
                        AccountStatus.SELF_SERVICE_OFF,
                        account.privilege(),
                        account.generation(),
                        account.locale(),
                        account.destinations(),
                        account.words());
    }
}
