package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.kit.Samples;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#both")
final class JdbcAccountsTest {
    private final Fixture fixture;
    private final JdbcAccounts accounts;
    private final Samples samples = new Samples();
    private final UserId anna = new UserId(samples.unique("anna-"));
    private final LoginName login = samples.login();

    JdbcAccountsTest(Engine engine) {
        fixture = new Fixture(engine);
        accounts = fixture.stores().accounts();
    }

    private static Destination mail(int number) {
        return new Destination("mail-" + number, Channel.EMAIL, "anna" + number + "@example.com");
    }

    private AccountChange create(Destination... destinations) {
        return accounts.create(NewAccount.of(anna, login, destinations), samples.password(), Samples.NOW);
    }

    private Account loaded() {
        return fixture.stores().users().load(anna).orElseThrow();
    }

    private int byHand(String change) {
        return Dump.change(fixture.sure(), change, fixture.tenant, anna.value());
    }

    @Test
    void create_everyPart_comesBack() {
        NewAccount account = new NewAccount(
                anna,
                Set.of(login, new LoginName("second." + login.value())),
                AccountStatus.LOCKED,
                Account.Privilege.PRIVILEGED,
                Optional.of(Locale.CANADA_FRENCH),
                List.of(mail(2), mail(1)),
                List.of("Anna", "Müller", "Example"));

        assertThat(accounts.create(account, samples.password(), Samples.NOW)).isEqualTo(AccountChange.DONE);

        Account loaded = loaded();
        assertThat(loaded)
                .isEqualTo(new Account(
                        anna,
                        AccountStatus.LOCKED,
                        Account.Privilege.PRIVILEGED,
                        loaded.generation(),
                        Optional.of(Locale.CANADA_FRENCH),
                        List.of(mail(2), mail(1)),
                        List.of("Anna", "Müller", "Example"),
                        Optional.of(WriteId.NONE)));
        assertThat(fixture.stores().users().find(login)).isEqualTo(new UserStore.Lookup.One(loaded, login));
        assertThat(loaded.toString() + account).doesNotContain("example.com", login.value());
    }

    @Test
    void createMigrated_unreadableHash_isRefusedWithItsReasonAndCreatesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.createMigrated(
                        NewAccount.of(anna, login), "$argon2id$v=19$m=4294967296,t=2,p=1$s$t", Samples.NOW))
                .withMessageContaining("memory (KiB) must be 8 to 1048576, it is 4294967296");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.createMigrated(
                        NewAccount.of(anna, login),
                        "$7$CU..../...." + "s".repeat(200) + "$bhJHIO5x27IL34VWv3wHYwUrQs0pzdNrP6ASmoegR10",
                        Samples.NOW))
                .withMessageContaining("room for 255 characters, this has 258");
        assertThat(fixture.stores().users().load(anna)).isEmpty();
    }

    @Test
    void create_idTaken_changesNothing() {
        create(mail(1));
        Account before = loaded();

        assertThat(create(mail(2))).isEqualTo(AccountChange.ID_TAKEN);
        assertThat(loaded()).isEqualTo(before);
    }

    @Test
    void create_wordsAndDestinationsAtTheLimit_comeBackInOrder() {
        List<Destination> destinations =
                IntStream.range(0, 16).mapToObj(i -> mail(100 - i)).toList();
        List<String> words =
                IntStream.range(0, 32).mapToObj(i -> "word" + (50 - i)).toList();
        accounts.create(
                new NewAccount(
                        anna,
                        Set.of(login),
                        AccountStatus.ACTIVE,
                        Account.Privilege.ORDINARY,
                        Optional.empty(),
                        destinations,
                        words),
                samples.password(),
                Samples.NOW);

        assertThat(loaded().destinations()).isEqualTo(destinations);
        assertThat(loaded().words()).isEqualTo(words);
        assertThat(accounts.addDestination(anna, mail(1), Samples.NOW)).isEqualTo(AccountChange.FULL);
    }

    @Test
    void newAccount_outOfBounds_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NewAccount.of(anna, login, mail(1), mail(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewAccount(
                        anna,
                        Set.of(),
                        AccountStatus.ACTIVE,
                        Account.Privilege.ORDINARY,
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }

    /** R-TOK-8. */
    @Test
    void addDestination_new_isLastAndAdvancesTheGeneration() {
        create(mail(1));
        Generation before = loaded().generation();

        assertThat(accounts.addDestination(anna, mail(2), Samples.NOW)).isEqualTo(AccountChange.DONE);
        assertThat(loaded().destinations()).containsExactly(mail(1), mail(2));
        assertThat(loaded().generation()).isNotEqualTo(before);
    }

    @Test
    void addDestination_idTaken_changesNothing() {
        create(mail(1));
        Account before = loaded();
        Destination other = new Destination(mail(1).id(), Channel.EMAIL, "mallory@example.com");

        assertThat(accounts.addDestination(anna, other, Samples.NOW)).isEqualTo(AccountChange.ID_TAKEN);
        assertThat(loaded()).isEqualTo(before);
    }

    @Test
    void removeDestination_known_goesAndAdvancesTheGeneration() {
        create(mail(1), mail(2));
        Generation before = loaded().generation();

        assertThat(accounts.removeDestination(anna, "mail-1")).isEqualTo(AccountChange.DONE);
        assertThat(loaded().destinations()).containsExactly(mail(2));
        assertThat(loaded().generation()).isNotEqualTo(before);
    }

    @Test
    void removeDestination_unknown_changesNothing() {
        create(mail(1));
        Account before = loaded();

        assertThat(accounts.removeDestination(anna, "mail-9")).isEqualTo(AccountChange.NO_DESTINATION);
        assertThat(loaded()).isEqualTo(before);
    }

    @Test
    void setStatus_any_keepsTheGeneration() {
        create();
        Generation before = loaded().generation();

        assertThat(accounts.setStatus(anna, AccountStatus.DISABLED)).isEqualTo(AccountChange.DONE);
        assertThat(loaded().status()).isEqualTo(AccountStatus.DISABLED);
        assertThat(loaded().generation()).isEqualTo(before);
    }

    @Test
    void everyChange_unknownAccount_isNoAccount() {
        assertThat(accounts.setStatus(anna, AccountStatus.ACTIVE)).isEqualTo(AccountChange.NO_ACCOUNT);
        assertThat(accounts.addDestination(anna, mail(1), Samples.NOW)).isEqualTo(AccountChange.NO_ACCOUNT);
        assertThat(accounts.removeDestination(anna, "mail-1")).isEqualTo(AccountChange.NO_ACCOUNT);
        assertThat(accounts.delete(anna)).isEqualTo(AccountChange.NO_ACCOUNT);
    }

    /** R-UNI-6. */
    @Test
    void everyChange_otherTenant_isNoAccount() {
        create(mail(1));
        Account before = loaded();
        JdbcAccounts others = fixture.otherTenant.accounts();

        assertThat(others.setStatus(anna, AccountStatus.DISABLED)).isEqualTo(AccountChange.NO_ACCOUNT);
        assertThat(others.removeDestination(anna, "mail-1")).isEqualTo(AccountChange.NO_ACCOUNT);
        assertThat(others.delete(anna)).isEqualTo(AccountChange.NO_ACCOUNT);
        assertThat(loaded()).isEqualTo(before);
    }

    @Test
    void delete_known_endsSessionsForgetsSecurityInfoAndFreesTheName() {
        create(mail(1));
        var token = fixture.stores().sessions().open(anna, SessionKind.SESSION, Samples.NOW);
        Digest claim = samples.digest();
        fixture.stores().methods().store(new MethodStore.MethodSet(anna, 1, Set.of(claim), samples.body(20)));

        assertThat(accounts.delete(anna)).isEqualTo(AccountChange.DONE);
        assertThat(fixture.stores().users().find(login)).isEqualTo(new UserStore.Lookup.None());
        assertThat(fixture.stores().sessions().accepts(SessionKind.SESSION, token))
                .isEmpty();
        assertThat(Dump.of(fixture.sure())).doesNotContain(anna.value());
    }

    /** R-FLOW-7. */
    @ParameterizedTest
    @ValueSource(strings = {"NULL", "''", "'active'", "'ACTIVE '", "'USABLE'", "'7'"})
    void load_statusWrittenByHand_isUnknown(String status) {
        create();
        byHand("UPDATE sspr_accounts SET status = " + status + " WHERE tenant = ? AND id = ?");

        assertThat(loaded().status()).isEqualTo(AccountStatus.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "''", "'ordinary'", "'NONE'"})
    void load_privilegeWrittenByHand_isPrivileged(String privilege) {
        create();
        byHand("UPDATE sspr_accounts SET privilege = " + privilege + " WHERE tenant = ? AND id = ?");

        assertThat(loaded().privilege()).isEqualTo(Account.Privilege.PRIVILEGED);
    }

    /** R-NOT-2, R-REG-3. */
    @ParameterizedTest
    @CsvSource({"verified_at,NULL", "channel,'FAX'", "address,'anna@example.com, mallory@example.com'"})
    void load_destinationThatIsUnverifiedOrUnsound_isLeftOut(String column, String value) {
        create(mail(1), mail(2));
        String literal = "NULL".equals(value) ? value : "'" + value + "'";
        byHand("UPDATE sspr_destinations SET " + column + " = " + literal
                + " WHERE id = 'mail-1' AND tenant = ? AND account_id = ?");

        assertThat(loaded().destinations()).containsExactly(mail(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense nonsense", "_"})
    void load_localeWrittenByHand_isNone(String locale) {
        create();
        byHand("UPDATE sspr_accounts SET locale = '" + locale + "' WHERE tenant = ? AND id = ?");

        assertThat(loaded().locale()).isEmpty();
    }
}
