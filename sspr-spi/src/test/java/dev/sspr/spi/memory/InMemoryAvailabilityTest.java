package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Availability;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.AvailabilityContract;

public class InMemoryAvailabilityTest extends AvailabilityContract {
    protected final InMemoryUserStore store = InMemoryUserStore.forTests();
    protected final UserId anna;

    protected InMemoryAvailabilityTest() {
        Account account = samples.account();
        anna = account.id();
        store.add(account, samples.password(), samples.login());
    }

    @Override
    protected Availability availability() {
        return store;
    }

    @Override
    protected String dump() {
        return store.load(anna).map(one -> one.generation().value()) + " " + store.passwordRecord(anna);
    }

    @Override
    protected boolean closeOneAccount() {
        store.setStatus(anna, AccountStatus.DISABLED);
        return true;
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(store.faults(), on);
    }
}
