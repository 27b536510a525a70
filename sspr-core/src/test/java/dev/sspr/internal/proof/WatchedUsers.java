package dev.sspr.internal.proof;

import dev.sspr.spi.Account;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserLookup;
import dev.sspr.spi.UserStore;
import java.util.Optional;

/** A user store in which a test lets something happen around a call. */
final class WatchedUsers implements UserStore {
    private final UserStore real;
    Runnable beforeFind = () -> {};
    Runnable beforeLoad = () -> {};
    Runnable afterLoad = () -> {};
    Runnable beforeWrite = () -> {};

    WatchedUsers(UserStore real) {
        this.real = real;
    }

    @Override
    public UserLookup find(LoginName login) {
        beforeFind.run();
        return real.find(login);
    }

    @Override
    public Optional<Account> load(UserId id) {
        beforeLoad.run();
        Optional<Account> account = real.load(id);
        afterLoad.run();
        return account;
    }

    @Override
    public PasswordWrite setPassword(UserId id, Generation expected, Secret password) {
        beforeWrite.run();
        return real.setPassword(id, expected, password);
    }
}
