package dev.sspr.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserLookup;
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
    private final Two two = new Two();

    private static Account person(String id, AccountStatus status, Privilege privilege, String... words) {
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
        store.add(account, Secret.of(Two.OLD), new LoginName(login));
    }

    private UserLookup found(String login) {
        return two.both.find(new LoginName(login));
    }

    @Test
    void find_personOfOneStore_isNoneAndTold() {
        add(two.first, person("bert-1", AccountStatus.ACTIVE, Privilege.ORDINARY, "nl"), "bert");
        assertThat(found("bert")).isEqualTo(new UserLookup.None());
        two.first.remove(new UserId("bert-1"));
        add(two.second, person("bert-1", AccountStatus.ACTIVE, Privilege.ORDINARY, "nl"), "bert");
        assertThat(found("bert")).as("the other way round").isEqualTo(new UserLookup.None());

        assertThat(two.events).containsExactly(What.MISSING_IN_ONE, What.MISSING_IN_ONE);
    }

    @Test
    void find_nobody_isNoneAndNotTold() {
        assertThat(found("nobody")).isEqualTo(new UserLookup.None());
        assertThat(two.events).isEmpty();
    }

    @Test
    void find_nameOfTwoPeople_isAmbiguousAndTold() {
        add(two.first, person("bert-1", AccountStatus.ACTIVE, Privilege.ORDINARY, "nl"), "bert");
        add(two.second, person("bert-2", AccountStatus.ACTIVE, Privilege.ORDINARY, "nl"), "bert");
        assertThat(found("bert")).as("another person in each store").isEqualTo(new UserLookup.Ambiguous());
        add(two.second, person("bert-1", AccountStatus.ACTIVE, Privilege.ORDINARY, "nl"), "bert");
        assertThat(found("bert")).as("two people in one store").isEqualTo(new UserLookup.Ambiguous());
        add(two.first, person("carl-1", AccountStatus.ACTIVE, Privilege.ORDINARY, "nl"), "carl");
        add(two.first, person("carl-2", AccountStatus.ACTIVE, Privilege.ORDINARY, "nl"), "carl");
        assertThat(found("carl")).as("two in one, nobody in the other").isEqualTo(new UserLookup.Ambiguous());

        assertThat(two.events).containsExactly(What.DOUBLE_MATCH, What.DOUBLE_MATCH, What.DOUBLE_MATCH);
    }

    @Test
    void load_personOfOneStore_isGoneAndTold() {
        two.second.remove(Two.ANNA);

        assertThat(two.both.load(Two.ANNA)).isEmpty();
        assertThat(two.write(two.both, Generation.of(1))).isEqualTo(new PasswordWrite.NotUsable(AccountStatus.UNKNOWN));
        assertThat(two.events).containsExactly(What.MISSING_IN_ONE, What.MISSING_IN_ONE);
        assertThat(two.open()).as("repairs of a write that never began").isZero();
    }

    @ParameterizedTest
    @EnumSource(AccountStatus.class)
    void load_statusOfEitherStore_isTheStricterOne(AccountStatus status) {
        two.second.setStatus(Two.ANNA, status);
        assertThat(two.both.load(Two.ANNA).orElseThrow().status()).isEqualTo(status);
        two.second.setStatus(Two.ANNA, AccountStatus.ACTIVE);
        two.first.setStatus(Two.ANNA, status);
        assertThat(two.both.load(Two.ANNA).orElseThrow().status()).isEqualTo(status);

        PasswordWrite write = two.write(two.both, two.generation());
        if (status.usable()) {
            assertThat(write).isInstanceOf(PasswordWrite.Written.class);
            assertThat(two.events).containsExactly(What.STARTED, What.DONE);
        } else {
            assertThat(write).isEqualTo(new PasswordWrite.NotUsable(status));
            assertThat(two.events).containsExactly(What.NOT_USABLE);
        }
    }

    @Test
    @Tag("R-ADM-3")
    void load_whatDiffers_isTheHigherPrivilegeAllWordsAndOneSidesContacts() {
        add(two.first, person("bert-1", AccountStatus.ACTIVE, Privilege.ORDINARY, "nl", "both"), "bert");
        add(two.second, person("bert-1", AccountStatus.ACTIVE, Privilege.PRIVILEGED, "de", "both"), "bert");
        Wiring wiring = two.wiring(two.first, two.second);
        TwoStores others = new TwoStores(new Wiring(
                wiring.first(),
                wiring.second(),
                wiring.expiry(),
                wiring.repairs(),
                Wiring.Side.SECOND,
                wiring.clock(),
                wiring.listener()));

        Account first = two.both.load(new UserId("bert-1")).orElseThrow();
        Account second = others.load(new UserId("bert-1")).orElseThrow();

        List<Account> all = new ArrayList<>(List.of(first, second));
        all.add(((UserLookup.One) found("bert")).account());
        assertThat(all).allSatisfy(one -> {
            assertThat(one.privilege()).isEqualTo(Privilege.PRIVILEGED);
            assertThat(one.words()).containsExactly("nl", "both", "de");
            assertThat(one.generation()).isEqualTo(first.generation());
        });
        assertThat(first.destinations()).extracting(Destination::address).containsExactly("nl@example.org");
        assertThat(second.destinations()).extracting(Destination::address).containsExactly("de@example.org");
        assertThat(second.locale()).contains(Locale.GERMAN);
    }
}
