package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets to one's security info: R-REG-1, R-REG-2, R-REG-5, CMB-08 to CMB-10. */
class AccessTest {
    private final RegistrationFixture registrationFixture = new RegistrationFixture();

    private BeginResult begin(SignInEvidence signIn) {
        return registrationFixture.registration.begin(signIn, FlowContext.of(Locale.ENGLISH));
    }

    private SignInEvidence at(Instant at, MethodKind... methods) {
        return new SignInEvidence(
                RegistrationFixture.ALICE,
                "alice",
                at,
                Set.of(methods),
                RegistrationFixture.START.minus(Duration.ofDays(1)));
    }

    @ParameterizedTest(name = "a sign-in {0} seconds ago: {1}")
    @CsvSource({"0, true", "299, true", "300, false", "86400, false", "-1, true", "-3, false"})
    @Tag("R-REG-1")
    @Tag("CMB-09")
    void signIn_ofAnAge_opensOrNot(long seconds, boolean opens) {
        BeginResult result = begin(at(RegistrationFixture.START.minusSeconds(seconds)));

        assertThat(result instanceof BeginResult.Started).isEqualTo(opens);
        if (!opens) {
            assertThat(result).isEqualTo(new BeginResult.SignInAgain(Set.of()));
        }
    }

    @Test
    @Tag("R-REG-1")
    @Tag("V-ENROL-1")
    void password_alone_doesNotOpenAnAccountWithAMethod() {
        registrationFixture.withApp(registrationFixture.opened());

        assertThat(begin(registrationFixture.signIn()))
                .isEqualTo(new BeginResult.SignInAgain(Set.of(MethodKind.APP_CODE)));
        assertThat(begin(registrationFixture.signIn(MethodKind.SMS_CODE)))
                .isEqualTo(new BeginResult.SignInAgain(Set.of(MethodKind.APP_CODE)));
        assertThat(begin(registrationFixture.signIn(MethodKind.APP_CODE))).isInstanceOf(BeginResult.Started.class);
    }

    @Test
    @Tag("R-REG-1")
    void email_alone_isTheHighestLevelUntilThereIsASecondFactor() {
        registrationFixture.withAddress(registrationFixture.opened(), MethodKind.EMAIL_CODE, "alice@example.net");

        assertThat(begin(registrationFixture.signIn()))
                .isEqualTo(new BeginResult.SignInAgain(Set.of(MethodKind.EMAIL_CODE)));
        registrationFixture.withApp(registrationFixture.opened(MethodKind.EMAIL_CODE));
        registrationFixture.advance(Duration.ofDays(1));
        assertThat(begin(registrationFixture.signIn(MethodKind.EMAIL_CODE)))
                .isEqualTo(new BeginResult.SignInAgain(Set.of(MethodKind.APP_CODE)));
    }

    @Test
    @Tag("R-REG-2")
    void password_alone_registersAFirstMethodOnlyWhileTheAccountIsNew() {
        registrationFixture.advance(Duration.ofDays(13).minusSeconds(1));
        assertThat(begin(registrationFixture.signIn())).isInstanceOf(BeginResult.Started.class);
        registrationFixture.advance(Duration.ofSeconds(1));

        assertThat(begin(registrationFixture.signIn())).isEqualTo(new BeginResult.AccessPassNeeded());
        assertThat(begin(registrationFixture.signIn(MethodKind.ACCESS_PASS))).isInstanceOf(BeginResult.Started.class);
    }

    @Test
    @Tag("R-FLOW-7")
    void account_thatIsOffOrGone_isNotOpened() {
        registrationFixture.users.setStatus(RegistrationFixture.ALICE, AccountStatus.DISABLED);
        assertThat(begin(registrationFixture.signIn()))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.ACCOUNT_NOT_USABLE));
        assertThat(begin(registrationFixture.signIn(new UserId("nobody"))))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.ACCOUNT_NOT_USABLE));
    }

    @Test
    @Tag("CMB-10")
    @Tag("R-TOK-9")
    void handle_afterAQuarterOfAnHour_opensNothing() {
        FlowHandle handle = registrationFixture.opened();
        registrationFixture.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(registrationFixture.registration.list(handle)).isPresent();
        registrationFixture.advance(Duration.ofMillis(1));

        assertThat(registrationFixture.registration.list(handle)).isEmpty();
        assertThat(registrationFixture.registration.enrol(handle, MethodKind.APP_CODE))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    @Tag("R-REG-5")
    @Tag("V-ENROL-3")
    void handle_thatIsNone_changesNothing(String text) {
        registrationFixture.withApp(registrationFixture.opened());
        FlowHandle forged = FlowHandle.of(text);

        assertThat(registrationFixture.registration.remove(forged, "x"))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
        assertThat(registrationFixture.registration.enrol(forged, MethodKind.EMAIL_CODE, "eve@example.com"))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
        assertThat(registrationFixture.registration.list(forged)).isEmpty();
    }

    @Test
    @Tag("V-BIND-5")
    void handle_ofAReset_opensNoSecurityInfo() {
        FlowHandle reset = ((dev.sspr.flow.StartResult.Started)
                        registrationFixture.sspr.passwordReset().start("alice", FlowContext.of(Locale.ENGLISH)))
                .handle();

        assertThat(registrationFixture.registration.list(reset)).isEmpty();
        assertThat(registrationFixture.sspr.passwordReset().status(registrationFixture.opened()))
                .isEqualTo(dev.sspr.flow.FlowStatus.UNKNOWN);
    }

    @Test
    void statement_withoutAName_isRefusedByName() {
        assertThatThrownBy(() -> new SignInEvidence(
                        RegistrationFixture.ALICE, " ", registrationFixture.now, Set.of(), registrationFixture.now))
                .hasMessageContaining("accountName");
    }
}
