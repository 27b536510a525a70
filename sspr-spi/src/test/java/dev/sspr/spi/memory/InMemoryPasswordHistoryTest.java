package dev.sspr.spi.memory;

import dev.sspr.spi.PasswordHistory;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.PasswordHistoryContract;

public class InMemoryPasswordHistoryTest extends PasswordHistoryContract {
    protected final InMemoryPasswordHistory history = InMemoryPasswordHistory.forTests();

    @Override
    protected PasswordHistory history() {
        return history;
    }

    @Override
    protected void written(UserId user, Secret password) {
        history.remember(user, password);
    }

    @Override
    protected String dump() {
        return String.join("\n", history.lines());
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(history.faults(), on);
    }
}
