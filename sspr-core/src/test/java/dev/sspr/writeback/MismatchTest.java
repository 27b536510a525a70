package dev.sspr.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryUserStore;
import dev.sspr.writeback.WritebackEvent.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two stores that do not agree about a person. */
@Tag("WB-11")
class MismatchTest {
    private final DualWriteFixture dualWriteFixture = new DualWriteFixture();

    private static Account person(String id, AccountStatus status, Account.Privilege privilege, String... words) {
        return new Account(
                new UserId(id),
                status,
                privilege,
                Generation.of(1),
                Optional.of(Locale.forLanguageTag(words[0])),
                List.of(new Destination("d", Channel.EMAIL, words[0] + "@example.org")),
                List.of(words));
    }

    private static void add(InMemoryUserStore store, Account account, String login) {
        store.add(account, Secret.of(DualWriteFixture.OLD), new LoginName(login));
    }

    private UserStore.Lookup found(String login) {
        return dualWriteFixture.both.find(new LoginName(login));
    }

    @Test
    void find_personOfOneStore_isNoneAndTold() {
        add(dualWriteFixture.first, person("bert-1", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, "nl"), "bert");
        assertThat(found("bert")).isEqualTo(new UserStore.Lookup.None());
        dualWriteFixture.first.remove(new UserId("bert-1"));
        add(dualWriteFixture.second, person("bert-1", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, "nl"), "bert");
        assertThat(found("bert")).as("the other way round").isEqualTo(new UserStore.Lookup.None());

        assertThat(dualWriteFixture.events).containsExactly(What.MISSING_IN_ONE, What.MISSING_IN_ONE);
    }

    @Test
    void find_nobody_isNoneAndNotTold() {
        assertThat(found("nobody")).isEqualTo(new UserStore.Lookup.None());
        assertThat(dualWriteFixture.events).isEmpty();
    }

    @Test
    void find_nameOfTwoPeople_isAmbiguousAndTold() {
        add(dualWriteFixture.first, person("bert-1", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, "nl"), "bert");
        add(dualWriteFixture.second, person("bert-2", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, "nl"), "bert");
        assertThat(found("bert")).as("another person in each store").isEqualTo(new UserStore.Lookup.Ambiguous());
        add(dualWriteFixture.second, person("bert-1", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, "nl"), "bert");
        assertThat(found("bert")).as("two people in one store").isEqualTo(new UserStore.Lookup.Ambiguous());
        add(dualWriteFixture.first, person("carl-1", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, "nl"), "carl");
        add(dualWriteFixture.first, person("carl-2", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, "nl"), "carl");
        assertThat(found("carl")).as("two in one, nobody in the other").isEqualTo(new UserStore.Lookup.Ambiguous());

        assertThat(dualWriteFixture.events).containsExactly(What.DOUBLE_MATCH, What.DOUBLE_MATCH, What.DOUBLE_MATCH);
    }

    @Test
    void load_personOfOneStore_isGoneAndTold() {
        dualWriteFixture.second.remove(DualWriteFixture.ANNA);

        assertThat(dualWriteFixture.both.load(DualWriteFixture.ANNA)).isEmpty();
        assertThat(dualWriteFixture.write(dualWriteFixture.both, Generation.of(1)))
                .isEqualTo(new UserStore.PasswordWrite.NotUsable(AccountStatus.UNKNOWN));
        assertThat(dualWriteFixture.events).containsExactly(What.MISSING_IN_ONE, What.MISSING_IN_ONE);
        assertThat(dualWriteFixture.open())
                .as("repairs of a write that never began")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(AccountStatus.class)
    void load_statusOfEitherStore_isTheStricterOne(AccountStatus status) {
        dualWriteFixture.second.setStatus(DualWriteFixture.ANNA, status);
        assertThat(dualWriteFixture
                        .both
                        .load(DualWriteFixture.ANNA)
                        .orElseThrow()
                        .status())
                .isEqualTo(status);
        dualWriteFixture.second.setStatus(DualWriteFixture.ANNA, AccountStatus.ACTIVE);
        dualWriteFixture.first.setStatus(DualWriteFixture.ANNA, status);
        assertThat(dualWriteFixture
                        .both
                        .load(DualWriteFixture.ANNA)
                        .orElseThrow()
                        .status())
                .isEqualTo(status);

        UserStore.PasswordWrite write = dualWriteFixture.write(dualWriteFixture.both, dualWriteFixture.generation());
        if (status.usable()) {
            assertThat(write).isInstanceOf(UserStore.PasswordWrite.Written.class);
            assertThat(dualWriteFixture.events).containsExactly(What.STARTED, What.DONE);
        } else {
            assertThat(write).isEqualTo(new UserStore.PasswordWrite.NotUsable(status));
            assertThat(dualWriteFixture.events).containsExactly(What.NOT_USABLE);
        }
    }

    @Test
    @Tag("R-ADM-3")
    void load_whatDiffers_isTheHigherPrivilegeAllWordsAndOneSidesContacts() {
        add(
                dualWriteFixture.first,
                person("bert-1", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, "nl", "both"),
                "bert");
        add(
                dualWriteFixture.second,
                person("bert-1", AccountStatus.ACTIVE, Account.Privilege.PRIVILEGED, "de", "both"),
                "bert");
        DualWriteParts parts = dualWriteFixture.wiring(dualWriteFixture.first, dualWriteFixture.second);
        DualWriteUserStore others = new DualWriteUserStore(new DualWriteParts(
                parts.first(),
                parts.second(),
                parts.expiry(),
                parts.repairs(),
                DualWriteParts.Side.SECOND,
                parts.clock(),
                parts.listener()));

        Account first = dualWriteFixture.both.load(new UserId("bert-1")).orElseThrow();
        Account second = others.load(new UserId("bert-1")).orElseThrow();

        List<Account> all = new ArrayList<>(List.of(first, second));
        all.add(((UserStore.Lookup.One) found("bert")).account());
        assertThat(all).allSatisfy(one -> {
            assertThat(one.privilege()).isEqualTo(Account.Privilege.PRIVILEGED);
            assertThat(one.words()).containsExactly("nl", "both", "de");
            assertThat(one.generation()).isEqualTo(first.generation());
        });
        assertThat(first.destinations()).extracting(Destination::address).containsExactly("nl@example.org");
        assertThat(second.destinations()).extracting(Destination::address).containsExactly("de@example.org");
        assertThat(second.locale()).contains(Locale.GERMAN);
    }
}
