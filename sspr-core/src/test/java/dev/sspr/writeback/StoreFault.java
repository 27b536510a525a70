package dev.sspr.writeback;

import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one of the two stores does when it is written to. */
enum StoreFault {
    OK,
    REFUSES,
    DOWN,
    LOST,
    NOT_USABLE,
    STALE,
    GONE;

    /** Takes effect when the write arrives: what stood before the first write is found by reading already. */
    void in(InMemoryUserStore store) {
        AtomicBoolean done = new AtomicBoolean();
        store.faults().beforeEachCall(operation -> {
            if (operation.equals("setPassword") && done.compareAndSet(false, true)) {
                strike(store);
            }
        });
    }

    private void strike(InMemoryUserStore store) {
        switch (this) {
            case OK -> {}
            case REFUSES -> store.rejectPasswordsWith(password -> List.of(Finding.of("password.refused-by-store")));
            case DOWN -> store.faults().failNext(1);
            case LOST -> store.faults().loseNextAnswers(1);
            case NOT_USABLE -> store.setStatus(DualWriteFixture.ANNA, AccountStatus.DISABLED);
            case STALE ->
                store.add(DualWriteFixture.account(), Secret.of(DualWriteFixture.FOREIGN), DualWriteFixture.LOGIN);
            case GONE -> store.remove(DualWriteFixture.ANNA);
        }
    }
}
