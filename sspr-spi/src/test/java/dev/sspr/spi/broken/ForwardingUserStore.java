package dev.sspr.spi.broken;

import dev.sspr.spi.Account;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.Optional;

class ForwardingUserStore implements UserStore {
    private final UserStore inner;

    ForwardingUserStore(UserStore inner) {
        this.inner = inner;
    }

    @Override
    public UserStore.Lookup find(LoginName login) {
        return inner.find(login);
    }

    @Override
    public Optional<Account> load(UserId id) {
        return inner.load(id);
    }

    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        return inner.setPassword(id, expected, password, write);
    }
}
