package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Finding;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.kit.UserStoreContract;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

public class InMemoryUserStoreTest extends UserStoreContract {
    private static final Secret REFUSED = Secret.of("the directory does not like this");

    protected final InMemoryUserStore store = InMemoryUserStore.forTests();
    private final Set<UserId> ids = new LinkedHashSet<>();

    public InMemoryUserStoreTest() {
        store.rejectPasswordsWith(
                password -> password.equals(REFUSED) ? List.of(Finding.of("password.refused-by-store")) : List.of());
    }

    @Override
    protected UserStore store() {
        return store;
    }

    @Override
    protected void add(Account account, LoginName login, Secret password) {
        store.add(account, password, login);
        ids.add(account.id());
    }

    @Override
    protected void remove(UserId id) {
        store.remove(id);
    }

    @Override
    protected boolean administer(UserId id, AccountStatus status) {
        store.setStatus(id, status);
        return true;
    }

    @Override
    protected boolean setPasswordElsewhere(Account account, Secret password) {
        store.changePassword(account.id(), password);
        return true;
    }

    @Override
    protected boolean changeDestinationElsewhere(Account account) {
        store.setDestinations(account.id(), List.of());
        return true;
    }

    @Override
    protected boolean signsIn(LoginName login, Secret password) {
        return store.signsIn(login, password) == SignIn.SIGNED_IN;
    }

    @Override
    protected String dump() {
        StringBuilder dump = new StringBuilder();
        for (UserId id : ids) {
            dump.append(id.value()).append(' ').append(store.passwordRecord(id)).append('\n');
        }
        return dump.toString();
    }

    @Override
    protected String storedPassword(UserId id) {
        return store.passwordRecord(id).orElseThrow();
    }

    @Override
    protected Optional<UserStore> otherTenant() {
        return Optional.of(InMemoryUserStore.forTests());
    }

    @Override
    protected Optional<UserStore> otherNode() {
        return Optional.of(store);
    }

    @Override
    protected Optional<Secret> refusedPassword() {
        return Optional.of(REFUSED);
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(store.faults(), on);
    }
}
