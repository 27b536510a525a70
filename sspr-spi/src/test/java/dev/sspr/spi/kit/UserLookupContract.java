package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The fixture and the clauses U1 to U5 of {@link UserStore}. Extend {@link UserStoreContract}, which has all of them.
 */
public abstract class UserLookupContract extends Contract {
    /** Only the kit's own class extends this one. */
    UserLookupContract() {}

    /**
     * The store.
     *
     * @return the same within a test
     */
    protected abstract UserStore store();

    /**
     * Adds an account to the backend, without the store.
     *
     * @param account the account. The backend sets the generation and the ids of the destinations. A backend with its
     *     own account ids keeps this id in an attribute that its store returns as the id
     * @param login its one login name
     * @param password its password, hashed as the host's sign-in expects
     */
    protected abstract void add(Account account, LoginName login, Secret password);

    /**
     * Deletes an account from the backend.
     *
     * @param id the account
     */
    protected abstract void remove(UserId id);

    /**
     * Signs in as the host does, without the store.
     *
     * @param login the login name
     * @param password the password
     * @return whether the host accepts the sign-in; false for an account that is not active
     */
    protected abstract boolean signsIn(LoginName login, Secret password);

    /**
     * The whole content of the backend as text, always in the same order; decoded, not in base64.
     *
     * @return all tables, all entries
     */
    protected abstract String dump();

    /**
     * The stored form of an account's password.
     *
     * @param id the account
     * @return the column or attribute as text
     */
    protected abstract String storedPassword(UserId id);

    /**
     * A store of the same backend for another tenant.
     *
     * @return empty if there is but one tenant
     */
    protected Optional<UserStore> otherTenant() {
        return Optional.empty();
    }

    /**
     * A second instance on the same backend, as on another node: with other pools and other caches.
     *
     * @return empty if there cannot be two
     */
    protected Optional<UserStore> otherNode() {
        return Optional.empty();
    }

    /**
     * A password that the backend's own rules refuse.
     *
     * @return empty if it has no rules
     */
    protected Optional<Secret> refusedPassword() {
        return Optional.empty();
    }

    /**
     * The statuses this backend can express.
     *
     * @return all by default
     */
    protected Set<AccountStatus> statuses() {
        return EnumSet.allOf(AccountStatus.class);
    }

    /**
     * Adds an account whose status is missing or unreadable.
     *
     * @param account the account
     * @param login its one login name
     * @return false if the backend makes this impossible
     */
    protected boolean addWithoutStatus(Account account, LoginName login) {
        return false;
    }

    /**
     * Whether the backend itself prevents two accounts with one login name.
     *
     * @return false by default
     */
    protected boolean loginsAreUnique() {
        return false;
    }

    /** One account of the backend. */
    record Person(Account account, LoginName login, Secret password) {
        UserId id() {
            return account.id();
        }
    }

    final Person person() {
        return person(AccountStatus.ACTIVE);
    }

    final Person person(AccountStatus status) {
        return person(samples.account(status), samples.login());
    }

    final Person person(Account account, LoginName login) {
        Person person = new Person(account, login, samples.password());
        add(account, login, person.password());
        return person;
    }

    final Generation generation(Person person) {
        return store().load(person.id()).orElseThrow().generation();
    }

    final Generation written(String clause, Person person, Secret password) {
        UserStore.PasswordWrite answer =
                store().setPassword(person.id(), generation(person), password, samples.writeId());
        assertThat(answer)
                .as(clause + ": a write with the right generation")
                .isInstanceOf(UserStore.PasswordWrite.Written.class);
        return ((UserStore.PasswordWrite.Written) answer).now();
    }

    private void isFound(String clause, Person person) {
        assertThat(store().find(person.login()))
                .as("%s: find '%s'", clause, person.login().value())
                .isInstanceOfSatisfying(UserStore.Lookup.One.class, one -> {
                    assertThat(one.account().id()).as(clause + ": whose it is").isEqualTo(person.id());
                    assertThat(one.matched())
                            .as(clause + ": the name as stored")
                            .isEqualTo(person.login());
                });
    }

    @Test
    @DisplayName("U1: a login name of one account is One, with the account as load gives it")
    void u1_knownLogin_isOne() {
        Person anna = person();
        person();
        isFound("U1", anna);
        Account loaded = store().load(anna.id()).orElseThrow();
        assertThat(((UserStore.Lookup.One) store().find(anna.login())).account())
                .as("U1: find and load")
                .isEqualTo(loaded);
        assertThat(loaded.id()).as("U1: the id").isEqualTo(anna.id());
        assertThat(loaded.privilege())
                .as("U1: the privilege")
                .isEqualTo(anna.account().privilege());
        assertThat(loaded.destinations())
                .as("U1: the destinations, by channel and address; their ids are the store's")
                .extracting(Destination::channel, Destination::address)
                .containsExactlyElementsOf(anna.account().destinations().stream()
                        .map(to -> Assertions.tuple(to.channel(), to.address()))
                        .toList());
    }

    @Test
    @DisplayName("U1: an unknown login name is None, an unknown id is empty")
    void u1_unknownLogin_isNone() {
        person();
        assertThat(store().find(samples.login())).as("U1: find").isInstanceOf(UserStore.Lookup.None.class);
        assertThat(store().load(new UserId(samples.unique("nobody-"))))
                .as("U1: load")
                .isEmpty();
    }

    @Test
    @Tag("R-UNI-2")
    @Tag("R-UNI-3")
    @DisplayName("U2: a name similar to a login name is another name")
    void u2_lookAlike_isNotFound() {
        String suffix = samples.unique("-");
        Hostile.lookAlikes().forEach((name, others) -> {
            Person person = person(samples.account(), new LoginName(name + suffix));
            for (String other : others) {
                assertThat(store().find(new LoginName(other + suffix)))
                        .as("U2: find '%s', where only '%s' is stored", other, name)
                        .isInstanceOf(UserStore.Lookup.None.class);
            }
            isFound("U2", person);
        });
    }

    @Test
    @Tag("R-UNI-4")
    @DisplayName("U3: a login name of two accounts is Ambiguous; after one is removed it is One")
    void u3_nameOfTwoAccounts_isAmbiguous() {
        needs(!loginsAreUnique(), "U3", "way to give two accounts one login name");
        Person anna = person();
        Person bert = person(samples.account(), anna.login());
        assertThat(store().find(anna.login())).as("U3: find").isInstanceOf(UserStore.Lookup.Ambiguous.class);
        remove(bert.id());
        isFound("U3", anna);
    }

    @Test
    @Tag("R-INJ-1")
    @Tag("R-INJ-2")
    @Tag("V-TYPE-5")
    @DisplayName("U4: a backend's syntax matches nothing")
    void u4_syntax_matchesNothing() {
        Person anna = person();
        for (String text : Hostile.syntax()) {
            assertThat(store().find(new LoginName(text)))
                    .as("U4: find '%s'", text)
                    .isInstanceOf(UserStore.Lookup.None.class);
            assertThat(store().load(new UserId(text))).as("U4: load '%s'", text).isEmpty();
        }
        isFound("U4", anna);
    }

    @Test
    @Tag("R-INJ-1")
    @Tag("R-INJ-2")
    @DisplayName("U4: a login name or id made of a backend's syntax matches itself")
    void u4_syntaxAsName_matchesItself() {
        for (String text : Hostile.syntax()) {
            Person odd = person(samples.account(), new LoginName(samples.unique("x") + text));
            isFound("U4", odd);
            assertThat(store().load(odd.id()).map(Account::id)).as("U4: load").contains(odd.id());
        }
    }

    @Test
    @Tag("R-FLOW-7")
    @DisplayName("U5: each status is reported as it is")
    void u5_status_isToldAsItIs() {
        for (AccountStatus status : statuses()) {
            Person anna = person(status);
            assertThat(store().load(anna.id()).orElseThrow().status())
                    .as("U5: load")
                    .isEqualTo(status);
            assertThat(((UserStore.Lookup.One) store().find(anna.login()))
                            .account()
                            .status())
                    .as("U5: find")
                    .isEqualTo(status);
        }
    }

    @Test
    @Tag("R-FLOW-7")
    @Tag("V-STEP-8")
    @DisplayName("U5: a missing status is UNKNOWN")
    void u5_missingStatus_isUnknown() {
        Account anna = samples.account();
        needs(addWithoutStatus(anna, samples.login()), "U5", "way to leave the status out");
        assertThat(store().load(anna.id()).orElseThrow().status())
                .as("U5: load")
                .isEqualTo(AccountStatus.UNKNOWN);
    }
}
