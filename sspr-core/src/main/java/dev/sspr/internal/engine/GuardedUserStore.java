package dev.sspr.internal.engine;

import dev.sspr.spi.Account;
import dev.sspr.spi.Availability;
import dev.sspr.spi.CompositeStore;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.Optional;

/** Guards a user store; without the optional interfaces it counts as available and as one store. */
record GuardedUserStore(UserStore users, Optional<CanonicalNumbers> numbers)
        implements UserStore, Availability, CompositeStore {
    private static final String ROLE = "user-store";

    @Override
    public UserStore.Lookup find(LoginName login) {
        UserStore.Lookup found = RoleGuard.ask(ROLE, () -> users.find(login));
        return found instanceof UserStore.Lookup.One one
                ? new UserStore.Lookup.One(canonical(one.account()), one.matched())
                : found;
    }

    @Override
    public Optional<Account> load(UserId id) {
        return RoleGuard.ask(ROLE, () -> users.load(id)).map(this::canonical);
    }

    private Account canonical(Account account) {
        return numbers.map(plans -> plans.of(account)).orElse(account);
    }

    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        return RoleGuard.ask(ROLE, () -> users.setPassword(id, expected, password, write));
    }

    @Override
    public Availability.Status status() {
        return users instanceof Availability able ? RoleGuard.ask(ROLE, able::status) : Availability.Status.UP;
    }

    @Override
    public CompositeStore.Parts parts() {
        return users instanceof CompositeStore store ? RoleGuard.ask(ROLE, store::parts) : CompositeStore.Parts.ONE;
    }
}
