package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.AccountsByKey;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MethodStore.MethodSet;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.SealingKeys;
import dev.sspr.spi.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The clauses of {@link AccountsByKey}, and those of {@link SealingKeys} for a method store. */
public abstract class AccountsByKeyContract extends SealingKeysContract {
    private static final int KEY = 40;

    private final Map<Integer, MethodSet> entries = new HashMap<>();

    /** For vendors to extend. */
    protected AccountsByKeyContract() {}

    /**
     * The store to test, without security info. It implements {@link AccountsByKey}.
     *
     * @return the same within a test
     */
    protected abstract MethodStore store();

    /**
     * A second node over the same backend.
     *
     * @return the node, or empty if this fixture has none; the test is skipped
     */
    protected Optional<MethodStore> otherNode() {
        return Optional.empty();
    }

    /**
     * The store of another tenant in the same backend, without security info.
     *
     * @return the store, or empty if this fixture has none; the test is skipped
     */
    protected Optional<MethodStore> otherTenant() {
        return Optional.empty();
    }

    private AccountsByKey accounts() {
        return (AccountsByKey) store();
    }

    @Override
    final SealingKeys index() {
        return accounts();
    }

    @Override
    final Optional<SealingKeys> otherIndex() {
        return otherNode().map(SealingKeys.class::cast);
    }

    @Override
    final Optional<SealingKeys> foreignIndex() {
        return otherTenant().map(SealingKeys.class::cast);
    }

    @Override
    final void keep(int entry, SealedBody body) {
        MethodSet before = entries.get(entry);
        MethodSet next = new MethodSet(
                before == null ? samples.account().id() : before.user(),
                before == null ? 1 : before.version() + 1,
                Set.of(samples.digest()),
                body);
        assertThat(store().store(next)).as("the fixture's own write").isEqualTo(MethodStore.Stored.STORED);
        entries.put(entry, next);
    }

    @Override
    final void remove(int entry) {
        store().remove(entries.remove(entry).user());
    }

    private List<UserId> walked(int limit) {
        List<UserId> all = new ArrayList<>();
        Optional<UserId> after = Optional.empty();
        List<UserId> page;
        do {
            page = accounts().accounts(KEY, after, limit);
            all.addAll(page);
            after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
        } while (page.size() == limit);
        return all;
    }

    @Test
    @DisplayName("AK1: the accounts of a key are listed, and no other")
    void ak1_accountsOfAKey_areListed() {
        keep(1, of(KEY, 40));
        keep(2, of(KEY + 1, 40));
        keep(3, SealedBody.of(new byte[0]));
        keep(4, of(KEY, 40));
        keep(5, of(KEY, 40));
        keep(5, of(KEY + 1, 40));
        assertThat(accounts().accounts(KEY, Optional.empty(), 10))
                .as("AK1: accounts of a key")
                .containsExactlyInAnyOrder(entries.get(1).user(), entries.get(4).user());
        assertThat(accounts().accounts(KEY + 2, Optional.empty(), 10))
                .as("AK1: accounts of a key without bodies")
                .isEmpty();
    }

    @Test
    @DisplayName("AK2: a page begins after an account, also after one that has left the list")
    void ak2_order_isKept() {
        for (int entry = 1; entry <= 10; entry++) {
            keep(entry, of(KEY, 40));
        }
        List<UserId> all = accounts().accounts(KEY, Optional.empty(), 10);
        assertThat(accounts().accounts(KEY, Optional.of(all.get(3)), 10))
                .as("AK2: after the fourth")
                .isEqualTo(all.subList(4, 10));
        int fourth = entries.entrySet().stream()
                .filter(one -> one.getValue().user().equals(all.get(3)))
                .findFirst()
                .orElseThrow()
                .getKey();
        keep(fourth, of(KEY + 1, 40));
        assertThat(accounts().accounts(KEY, Optional.of(all.get(3)), 10))
                .as("AK2: after the fourth, which has left")
                .isEqualTo(all.subList(4, 10));
    }

    @Test
    @DisplayName("AK3: a page is full unless it is the last")
    void ak3_page_isFull() {
        for (int entry = 1; entry <= 7; entry++) {
            keep(entry, of(KEY, 40));
        }
        for (int limit = 1; limit <= 8; limit++) {
            assertThat(accounts().accounts(KEY, Optional.empty(), limit))
                    .as("AK3: a page of at most %d among 7", limit)
                    .hasSize(Math.min(limit, 7));
        }
    }

    @Test
    @DisplayName("AK4: a walk lists every account once while others come and go")
    void ak4_walk_listsEachOnce() {
        List<UserId> staying = new ArrayList<>();
        for (int entry = 1; entry <= 60; entry++) {
            keep(entry, of(KEY, 40));
            if (entry % 3 != 0) {
                staying.add(entries.get(entry).user());
            }
        }
        List<UserId> walked = new ArrayList<>();
        Optional<UserId> after = Optional.empty();
        List<UserId> page;
        int leaving = 0;
        do {
            page = accounts().accounts(KEY, after, 7);
            walked.addAll(page);
            after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
            for (int i = 0; i < 3 && leaving < 20; i++) {
                keep(3 * ++leaving, of(KEY + 1, 40));
            }
        } while (page.size() == 7);
        assertThat(walked).as("AK4: accounts of a walk").doesNotHaveDuplicates().containsAll(staying);
        assertThat(walked(100)).as("AK4: afterwards").containsExactlyInAnyOrderElementsOf(staying);
    }

    @Test
    @DisplayName("AK1: an outage is thrown, not answered as an empty page")
    void ak1_outage_isThrown() {
        keep(1, of(KEY, 40));
        failsWhileDown("AK1", () -> accounts().accounts(KEY, Optional.empty(), 10));
        refusesNull("AK1", () -> accounts().accounts(KEY, null, 10));
    }
}
