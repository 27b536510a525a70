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
import dev.sspr.spi.WriteId;
import java.time.Instant;
import java.util.Optional;

/**
 * The host's user store as every flow sees it. Self-service is off for accounts for which the help desk has disabled
 * it. An account whose security info does not open has an unknown status, so a caller who is not signed in gets the
 * answers of a name without an account.
 */
public final class SelfServiceUserStore implements UserStore, Availability, CompositeStore {
    private final UserStore users;
    private final SecurityInfoStore infos;
    private final boolean resets;

    public SelfServiceUserStore(UserStore users, SecurityInfoStore infos) {
        this(users, infos, false);
    }

    private SelfServiceUserStore(UserStore users, SecurityInfoStore infos, boolean resets) {
        this.users = users;
        this.infos = infos;
        this.resets = resets;
    }

    /** Returns the store as a reset sees it: self-service is also off while a freeze waits for a decision. */
    public SelfServiceUserStore forResets() {
        return new SelfServiceUserStore(users, infos, true);
    }

    /** Answers as the store does. A store that cannot tell counts as up. */
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

    /** Leaves the condition of the write to the store. The caller has seen the account here before. */
    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        return users.setPassword(id, expected, password, write);
    }

    private Account seen(Account account) {
        if (!account.status().usable()) {
            return account;
        }
        Optional<SecurityInfo> info = infos.readable(account.id());
        if (info.isEmpty()) {
            return account.withStatus(AccountStatus.UNKNOWN);
        }
        Optional<Instant> off =
                resets ? info.get().record().noReset() : info.get().record().off();
        return off.isEmpty() ? account : account.withStatus(AccountStatus.SELF_SERVICE_OFF);
    }
}
