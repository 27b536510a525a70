package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.password.PasswordHasher;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Samples;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#both")
final class JdbcSignInTest {
    private final Fixture fixture;
    private final Samples samples = new Samples();
    private final UserId anna = new UserId(samples.unique("anna-"));
    private final LoginName login = samples.login();
    private final Secret password = samples.password();

    JdbcSignInTest(Engine engine) {
        fixture = new Fixture(engine);
    }

    @BeforeEach
    void createAnna() {
        create(anna);
    }

    private void create(UserId id) {
        fixture.stores().accounts().create(NewAccount.of(id, login), password, Samples.NOW);
    }

    private SignIn signIn(Secret given) {
        return fixture.stores().signIn().signIn(login, given);
    }

    private static SignIn refused(SignIn.Reason reason) {
        return new SignIn.Refused(reason);
    }

    private void keep(String hash) {
        Dump.change(
                fixture.sure(),
                "UPDATE sspr_accounts SET password_hash = ? WHERE tenant = ? AND id = ?",
                hash,
                fixture.tenant,
                anna.value());
    }

    @Test
    void signIn_rightPassword_isAcceptedWithTheGeneration() {
        assertThat(signIn(password))
                .isEqualTo(new SignIn.Accepted(
                        anna, fixture.stores().users().load(anna).orElseThrow().generation()));
    }

    @Test
    void signIn_wrongPassword_isRefused() {
        assertThat(signIn(samples.password())).isEqualTo(refused(SignIn.Reason.WRONG_PASSWORD));
        assertThat(signIn(Secret.of(""))).isEqualTo(refused(SignIn.Reason.WRONG_PASSWORD));
    }

    @Test
    void signIn_unknownName_isRefused() {
        assertThat(fixture.stores().signIn().signIn(samples.login(), password))
                .isEqualTo(refused(SignIn.Reason.NO_SUCH_LOGIN));
    }

    @Test
    void signIn_nameOfTwoAccounts_isRefused() {
        create(new UserId(samples.unique("bert-")));

        assertThat(signIn(password)).isEqualTo(refused(SignIn.Reason.AMBIGUOUS_LOGIN));
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountStatus.class,
            names = {"ACTIVE"},
            mode = EnumSource.Mode.EXCLUDE)
    void signIn_notActive_isToldOnlyToTheRightPassword(AccountStatus status) {
        fixture.stores().accounts().setStatus(anna, status);

        assertThat(signIn(password)).isEqualTo(refused(SignIn.Reason.NOT_ACTIVE));
        assertThat(signIn(samples.password())).isEqualTo(refused(SignIn.Reason.WRONG_PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain text", "$2y$10$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=4194304,t=99,p=1$AA$AA"})
    void signIn_unreadableHash_isRefused(String hash) {
        keep(hash);

        assertThat(signIn(password)).isEqualTo(refused(SignIn.Reason.NO_PASSWORD));
        assertThat(signIn(Secret.of(hash))).isEqualTo(refused(SignIn.Reason.NO_PASSWORD));
    }

    @Test
    void signIn_noHash_isRefused() {
        keep(null);

        assertThat(signIn(password)).isEqualTo(refused(SignIn.Reason.NO_PASSWORD));
        assertThat(signIn(Secret.of(""))).isEqualTo(refused(SignIn.Reason.NO_PASSWORD));
    }

    /** R-HASH-6. */
    @Test
    void signIn_cheaperHash_isReplacedUnderTheSameGeneration() {
        keep(PasswordHasher.argon2id(12288, 3, 1).hash(password));
        SignIn first = signIn(password);

        assertThat(fixture.storedPassword(anna)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(signIn(password)).isEqualTo(first);
    }

    @Test
    void signIn_wrongPassword_leavesACheaperHash() {
        String cheaper = PasswordHasher.argon2id(12288, 3, 1).hash(password);
        keep(cheaper);
        signIn(samples.password());

        assertThat(fixture.storedPassword(anna)).isEqualTo(cheaper);
    }

    /** R-HASH-6: hashes of other systems, all of the password {@code correct horse}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$05$OgXC9YYbRqoCdueuj.mBCeg5xwnbm5Fuu4A5rwOAkLgf0DPG83r4m",
                "$7$CU..../....zNdDtCrdxl8GenWY90M4U/$Cz1sFkTmxerRocbC.Fv3xOu0R52WkbgfOQdh9S35MH7",
                "{bcrypt}$2a$05$iCHIEeq37BzyCTKx6jIPCes870unRcIIAuwl/bIDlpUVZ.4QNzIj6",
                "$argon2i$v=19$m=1024,t=2,p=1$c29tZSBzYWx0IGhlcmU$0I5f94RZSbfdyE2GgfHs1ueZWHMIE+GRTMDjgb6jcWE"
            })
    void signIn_migratedHash_isAcceptedAndReplaced(String stored) {
        UserId moved = new UserId(samples.unique("moved-"));
        LoginName name = samples.login();
        Secret old = Secret.of("correct horse");
        fixture.stores().accounts().createMigrated(NewAccount.of(moved, name), stored, Samples.NOW);

        assertThat(fixture.stores().signIn().signIn(name, Secret.of("correct house")))
                .isEqualTo(refused(SignIn.Reason.WRONG_PASSWORD));
        assertThat(fixture.storedPassword(moved)).isEqualTo(stored);
        SignIn first = fixture.stores().signIn().signIn(name, old);
        assertThat(first).isInstanceOf(SignIn.Accepted.class);
        assertThat(fixture.storedPassword(moved)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(fixture.stores().signIn().signIn(name, old)).isEqualTo(first);
    }

    @Test
    @Tag("F2-P9")
    @DisplayName("F2-P9: a login name is stored and looked up in its canonical form")
    void signIn_nameInAnotherForm_isTheSameName() {
        LoginName capital = new LoginName(login.value().toUpperCase(Locale.ROOT) + "@Example.ORG");
        LoginName small = new LoginName(login.value().toLowerCase(Locale.ROOT) + "@example.org");
        UserId bert = new UserId(samples.unique("bert-"));
        fixture.stores().accounts().create(NewAccount.of(bert, capital), password, Samples.NOW);

        assertThat(fixture.stores().users().find(small)).isInstanceOf(dev.sspr.spi.UserStore.Lookup.One.class);
        assertThat(fixture.stores().signIn().signIn(capital, password)).isInstanceOf(SignIn.Accepted.class);
        assertThat(fixture.stores().signIn().signIn(small, password)).isInstanceOf(SignIn.Accepted.class);
    }

    @Test
    @Tag("F2-P9")
    @DisplayName("F2-P9: a login name without a canonical form is refused, and not quoted")
    void create_nameWithoutACanonicalForm_isRefused() {
        NewAccount account = NewAccount.of(new UserId(samples.unique("bert-")), new LoginName("\ufb00bert"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.stores().accounts().create(account, password, Samples.NOW))
                .withMessageContaining("canonical")
                .withMessageNotContaining("\ufb00bert");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.stores()
                        .accounts()
                        .createMigrated(account, PasswordHasher.standard().hash(password), Samples.NOW));
    }

    @Test
    @Tag("F2-P10")
    @DisplayName("F2-P10: a password is created and compared in the form that a reset stores")
    void signIn_decomposedPassword_isTheSamePassword() {
        UserId bert = new UserId(samples.unique("bert-"));
        LoginName name = samples.login();
        fixture.stores()
                .accounts()
                .create(NewAccount.of(bert, name), Secret.of("Cafe\u0301 au\u00a0lait"), Samples.NOW);

        for (String typed : new String[] {"Cafe\u0301 au\u00a0lait", "Caf\u00e9 au lait"}) {
            assertThat(fixture.stores().signIn().signIn(name, Secret.of(typed))).isInstanceOf(SignIn.Accepted.class);
        }
    }
}
