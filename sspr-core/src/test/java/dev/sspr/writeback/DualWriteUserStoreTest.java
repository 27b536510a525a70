package dev.sspr.writeback;

import dev.sspr.spi.Account;
import dev.sspr.spi.Finding;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.kit.UserStoreContract;
import dev.sspr.spi.memory.InMemoryRepairStore;
import dev.sspr.spi.memory.InMemoryUserStore;
import dev.sspr.spi.memory.SignIn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two twins as one keep the whole contract of a user store. */
class DualWriteUserStoreTest extends UserStoreContract {
    private static final Secret REFUSED = Secret.of("the directory does not like this");

    private final InMemoryUserStore first = InMemoryUserStore.forTests();
    private final InMemoryUserStore second = InMemoryUserStore.forTests();
    private final InMemoryRepairStore repairs = new InMemoryRepairStore();
    private final UserStore store = over(first, second);
    private final Set<UserId> ids = new LinkedHashSet<>();

    DualWriteUserStoreTest() {
        first.rejectPasswordsWith(
                password -> password.equals(REFUSED) ? List.of(Finding.of("password.refused-by-store")) : List.of());
    }

    private UserStore over(InMemoryUserStore one, InMemoryUserStore other) {
        return new DualWriteUserStore(DualWriteParts.of(one, other, other, repairs));
    }

    @Override
    protected UserStore store() {
        return store;
    }

    @Override
    protected void add(Account account, LoginName login, Secret password) {
        first.add(account, password, login);
        second.add(account, password, login);
        ids.add(account.id());
    }

    @Override
    protected void remove(UserId id) {
        first.remove(id);
        second.remove(id);
    }

    @Override
    protected boolean signsIn(LoginName login, Secret password) {
        SignIn there = second.signsIn(login, password);
        SignIn here = first.signsIn(login, password);
        if (here != there) {
            throw new AssertionError("the stores differ: " + here + " and " + there);
        }
        return here == SignIn.SIGNED_IN;
    }

    @Override
    protected String dump() {
        StringBuilder dump = new StringBuilder();
        for (UserId id : ids) {
            dump.append(id.value()).append(' ').append(storedPassword(id)).append('\n');
        }
        return dump.toString();
    }

    @Override
    protected String storedPassword(UserId id) {
        return first.passwordRecord(id).orElseThrow() + " "
                + second.passwordRecord(id).orElseThrow();
    }

    @Override
    protected Optional<UserStore> otherTenant() {
        return Optional.of(over(InMemoryUserStore.forTests(), InMemoryUserStore.forTests()));
    }

    @Override
    protected Optional<UserStore> otherNode() {
        return Optional.of(over(first, second));
    }

    @Override
    protected Optional<Secret> refusedPassword() {
        return Optional.of(REFUSED);
    }

    @Override
    protected boolean secondHalfFails(boolean on) {
        // the accounts are read before anything is written: only the write is what fails
        second.faults().beforeEachCall(operation -> {
            if (on && operation.equals("setPassword")) {
                second.faults().failNext(1);
            }
        });
        return true;
    }

    @Override
    protected void outage(boolean on) {
        if (on) {
            second.faults().fail();
        } else {
            second.faults().heal();
        }
    }
}
