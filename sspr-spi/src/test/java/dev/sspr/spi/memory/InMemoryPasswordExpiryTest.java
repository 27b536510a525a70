package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordExpiry;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.kit.PasswordExpiryContract;

public class InMemoryPasswordExpiryTest extends PasswordExpiryContract {
    protected final InMemoryUserStore store = InMemoryUserStore.forTests();

    @Override
    protected PasswordExpiry expiry() {
        return store;
    }

    @Override
    protected UserStore store() {
        return store;
    }

    @Override
    protected void add(Account account, LoginName login, Secret password) {
        store.add(account, password, login);
    }

    @Override
    protected boolean signsIn(LoginName login, Secret password) {
        return store.signsIn(login, password) == SignIn.SIGNED_IN;
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(store.faults(), on);
    }
}
