package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.Generation;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.kit.PasswordVerifierContract;
import java.util.Optional;

public class InMemoryPasswordVerifierTest extends PasswordVerifierContract {
    protected final InMemoryUserStore store = InMemoryUserStore.forTests();

    @Override
    protected PasswordVerifier verifier() {
        return store;
    }

    @Override
    protected void add(Account account, Secret password) {
        store.add(account, password, samples.login());
    }

    @Override
    protected void write(UserId user, Secret password) {
        Generation now = account(user).orElseThrow().generation();
        store.setPassword(user, now, password, new WriteId("w-1"));
    }

    @Override
    protected Optional<Account> account(UserId user) {
        return store.load(user);
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(store.faults(), on);
    }
}
