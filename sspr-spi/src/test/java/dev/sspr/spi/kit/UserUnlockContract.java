package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.AccountUnlocker.Result.NotLocked;
import dev.sspr.spi.AccountUnlocker.Result.NotUsable;
import dev.sspr.spi.AccountUnlocker.Result.Stale;
import dev.sspr.spi.AccountUnlocker.Result.Unlocked;
import dev.sspr.spi.Generation;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link AccountUnlocker}, for a store with this ability. Extend {@link UserStoreContract}. */
public abstract class UserUnlockContract extends UserWriteContract {
    /** Only the kit's own class extends this one. */
    UserUnlockContract() {}

    /**
     * The unlocker of a store's accounts.
     *
     * @param users the store of this tenant, of another, or of another node
     * @return by default the store itself if it has the ability; empty if there is none
     */
    protected Optional<AccountUnlocker> unlocker(UserStore users) {
        return users instanceof AccountUnlocker own ? Optional.of(own) : Optional.empty();
    }

    /**
     * Sets an account's status as an administrator of the backend does, without the store.
     *
     * @param id the account
     * @param status the new status
     * @return false if this fixture cannot do it; the test is skipped
     */
    protected boolean administer(UserId id, AccountStatus status) {
        return false;
    }

    private AccountUnlocker unlocker(String clause) {
        needs(statuses().contains(AccountStatus.LOCKED), clause, "status LOCKED");
        return need(unlocker(store()), clause, "AccountUnlocker (no fault in a store that lifts no locks)");
    }

    private Account account(Person person) {
        return store().load(person.id()).orElseThrow();
    }

    private Person unlocked(String clause) {
        Person anna = person(AccountStatus.LOCKED);
        assertThat(unlocker(clause).unlock(anna.id(), generation(anna)))
                .as(clause + ": the answer for a locked account")
                .isEqualTo(new Unlocked());
        return anna;
    }

    @Test
    @DisplayName("L1: a locked account is ACTIVE afterwards, and its password signs in")
    void l1_locked_isActive() {
        Person anna = unlocked("L1");
        assertThat(account(anna).status()).as("L1: the status afterwards").isEqualTo(AccountStatus.ACTIVE);
        assertThat(signsIn(anna.login(), anna.password()))
                .as("L1: signing in afterwards")
                .isTrue();
    }

    @Test
    @DisplayName("L1: a second node sees it in its next call")
    void l1_locked_isActiveOnASecondNode() {
        UserStore second = need(otherNode(), "L1", "second node");
        Person anna = person(AccountStatus.LOCKED);
        AccountUnlocker unlocker = unlocker("L1");
        assertThat(second.load(anna.id()).orElseThrow().status())
                .as("L1: the status before, on the second node")
                .isEqualTo(AccountStatus.LOCKED);
        assertThat(unlocker.unlock(anna.id(), generation(anna)))
                .as("L1: the answer for a locked account")
                .isEqualTo(new Unlocked());
        assertThat(second.load(anna.id()).orElseThrow().status())
                .as("L1: the status afterwards, on the second node")
                .isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    @DisplayName("L2: an account that is not locked is NotLocked, for every repeated call")
    void l2_active_isNotLocked() {
        AccountUnlocker unlocker = unlocker("L2");
        for (Person anna : List.of(person(), unlocked("L2"))) {
            Account before = account(anna);
            for (int i = 0; i < 3; i++) {
                assertThat(unlocker.unlock(anna.id(), before.generation()))
                        .as("L2: call %d for an account that is not locked", i + 1)
                        .isEqualTo(new NotLocked());
            }
            assertThat(account(anna)).as("L2: the account afterwards").isEqualTo(before);
        }
    }

    @Test
    @Tag("R-FLOW-8")
    @DisplayName("L3: for every other status the answer is NotUsable, and it stays")
    void l3_notUsable_staysAsItIs() {
        AccountUnlocker unlocker = unlocker("L3");
        for (AccountStatus status : statuses()) {
            if (!status.usable()) {
                Person anna = person(status);
                Account before = account(anna);
                assertThat(unlocker.unlock(anna.id(), before.generation()))
                        .as("L3: an account that is %s", status)
                        .isEqualTo(new NotUsable(status));
                assertThat(account(anna))
                        .as("L3: an account that was %s", status)
                        .isEqualTo(before);
            }
        }
        assertThat(unlocker.unlock(new UserId(samples.unique("gone-")), Generation.of(1)))
                .as("L3: an account that is gone")
                .isEqualTo(new NotUsable(AccountStatus.UNKNOWN));
    }

    @Test
    @Tag("R-FLOW-8")
    @DisplayName("L4: only the status changes")
    void l4_unlocked_keepsEverythingElse() {
        Person anna = person(AccountStatus.LOCKED);
        Account before = account(anna);
        String hash = storedPassword(anna.id());
        assertThat(unlocker("L4").unlock(anna.id(), before.generation()))
                .as("L4: the answer for a locked account")
                .isEqualTo(new Unlocked());
        assertThat(storedPassword(anna.id()))
                .as("L4: the password as it is kept")
                .isEqualTo(hash);
        assertThat(account(anna))
                .as("L4: the account but for its status")
                .usingRecursiveComparison()
                .ignoringFields("status")
                .isEqualTo(before);
    }

    @Test
    @Tag("R-TOK-8")
    @DisplayName("L5: if the generation is another, the lock stays")
    void l5_otherGeneration_isStale() {
        AccountUnlocker unlocker = unlocker("L5");
        Person anna = person(AccountStatus.LOCKED);
        Account before = account(anna);
        for (String wrong : List.of("no-such", before.generation().value() + "0")) {
            assertThat(unlocker.unlock(anna.id(), new Generation(wrong)))
                    .as("L5: a call that expects %s", wrong)
                    .isEqualTo(new Stale());
        }
        assertThat(account(anna)).as("L5: the account afterwards").isEqualTo(before);
        Person bert = person();
        assertThat(unlocker.unlock(bert.id(), before.generation()))
                .as("L5: an account that is not locked, and another's generation")
                .isEqualTo(new Stale());
    }

    @Test
    @Tag("R-RACE-3")
    @DisplayName("L6: of 64 parallel calls on two nodes one is Unlocked, 63 are NotLocked")
    void l6_parallelCalls_oneUnlocks() {
        AccountUnlocker first = unlocker("L6");
        AccountUnlocker second = otherNode().flatMap(this::unlocker).orElse(first);
        for (int round = 0; round < rounds(); round++) {
            Person anna = person(AccountStatus.LOCKED);
            Generation seen = generation(anna);
            List<AccountUnlocker.Result> answers = Race.run(i -> (i % 2 == 0 ? first : second).unlock(anna.id(), seen));
            assertThat(answers)
                    .as("L6: the answers of round %d", round)
                    .filteredOn(Unlocked.class::isInstance)
                    .hasSize(1);
            assertThat(answers)
                    .as("L6: the other answers of round %d", round)
                    .filteredOn(NotLocked.class::isInstance)
                    .hasSize(63);
        }
    }

    @Test
    @Tag("R-RACE-3")
    @Tag("R-FLOW-8")
    @DisplayName("L7: an account that is disabled at the same moment is disabled afterwards")
    void l7_disabledMeanwhile_staysDisabled() {
        AccountUnlocker first = unlocker("L7");
        AccountUnlocker second = otherNode().flatMap(this::unlocker).orElse(first);
        for (int round = 0; round < rounds(); round++) {
            Person anna = person(AccountStatus.LOCKED);
            Generation seen = generation(anna);
            List<Boolean> done = Race.run(i -> i == 0
                    ? administer(anna.id(), AccountStatus.DISABLED)
                    : (i % 2 == 0 ? first : second).unlock(anna.id(), seen) != null);
            needs(done.get(0), "L7", "way to switch an account off");
            assertThat(account(anna).status())
                    .as("L7: the status after round %d", round)
                    .isEqualTo(AccountStatus.DISABLED);
        }
    }

    @Test
    @Tag("R-UNI-6")
    @DisplayName("L8: another tenant's account stays locked")
    void l8_otherTenantsAccount_staysLocked() {
        AccountUnlocker other =
                need(otherTenant().flatMap(this::unlocker), "L8", "second tenant, or no way to lift a lock");
        Person anna = person(AccountStatus.LOCKED);
        assertThat(other.unlock(anna.id(), generation(anna)))
                .as("L8: the answer in another tenant")
                .isEqualTo(new NotUsable(AccountStatus.UNKNOWN));
        assertThat(account(anna).status()).as("L8: the status afterwards").isEqualTo(AccountStatus.LOCKED);
    }

    @Test
    @DisplayName("L9: an outage throws BackendUnavailableException and unlocks nothing")
    void l9_outage_isUnavailable() {
        AccountUnlocker unlocker = unlocker("L9");
        Person anna = person(AccountStatus.LOCKED);
        Generation before = generation(anna);
        failsWhileDown("L9", () -> unlocker.unlock(anna.id(), before));
        assertThat(account(anna).status()).as("L9: the status after the outage").isEqualTo(AccountStatus.LOCKED);
    }

    @Test
    @DisplayName("L9: a hanging backend causes BackendUnavailableException within 30 seconds")
    void l9_hang_isUnavailable() {
        unlocker("L9");
        Person anna = person(AccountStatus.LOCKED);
        Generation before = generation(anna);
        failsWhileHanging("L9", () -> unlocker("L9").unlock(anna.id(), before));
    }

    @Test
    @DisplayName("L10: null is refused and changes nothing")
    void l10_null_isRefused() {
        AccountUnlocker unlocker = unlocker("L10");
        Person anna = person(AccountStatus.LOCKED);
        Account before = account(anna);
        refusesNull("L10", () -> unlocker.unlock(null, before.generation()), () -> unlocker.unlock(anna.id(), null));
        assertThat(account(anna)).as("L10: the account afterwards").isEqualTo(before);
    }
}
