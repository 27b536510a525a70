package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.admin.HelpDesk;
import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.oath.OathCsv;
import dev.sspr.oath.OathToken;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hardware tokens and access passes: M-09, REG-15, TAP-01 to TAP-07, R-REG-2, R-REG-4. */
class HandoutsTest {
    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final RegistrationFixture registrationFixture = new RegistrationFixture();
    private final HelpDesk desk = registrationFixture.sspr.helpDesk();
    private final HelpDeskRequest help = registrationFixture.help(RegistrationFixture.ALICE);

    private static OathToken token(String serial) {
        String csv = "upn,serial number,secret key,time interval,manufacturer,model\n" + "alice@example.org," + serial
                + "," + SEED + ",30,Example,One\n";
        return OathCsv.read(csv).rows().get(0).token();
    }

    private static AuthenticatorApp device() {
        return AuthenticatorApp.scanned(new Prompt.OtpAuth(Secret.of("otpauth://totp/x?secret=" + SEED)));
    }

    @Test
    @Tag("M-09")
    void token_given_provesNothingUntilItsHolderActivatesIt() {
        assertThat(desk.assignToken(help, token("1"))).isInstanceOf(HelpDeskResult.Done.class);
        FlowHandle handle = registrationFixture.opened();
        assertThat(registrationFixture.registration.list(handle).orElseThrow().methods())
                .extracting(RegisteredMethodView::state)
                .containsExactly(RegisteredMethodView.State.PRE_PROVISIONED);

        registrationFixture.registration.enrol(handle, MethodKind.OATH_TOKEN);
        ConfirmResult done = registrationFixture.confirm(handle, device().code(registrationFixture.now));

        assertThat(((ConfirmResult.Registered) done).info().methods())
                .extracting(RegisteredMethodView::state)
                .containsExactly(RegisteredMethodView.State.USABLE);
    }

    @Test
    void token_secondForOneAccount_waits() {
        desk.assignToken(help, token("1"));

        assertThat(desk.assignToken(help, token("2"))).isEqualTo(new HelpDeskResult.Refused<>(Refusal.TOKEN_WAITING));
    }

    @Test
    @Tag("R-WA-6")
    void token_ofOneSerialNumber_isOneAccountsOnly() {
        registrationFixture.add("bob");
        desk.assignToken(help, token("1"));

        assertThat(desk.assignToken(registrationFixture.help(new UserId("u-bob")), token("1")))
                .isEqualTo(new HelpDeskResult.Refused<>(Refusal.TOKEN_TAKEN));
    }

    private Secret pass(Duration life, AccessPassUse use) {
        return pass(registrationFixture.now, life, use);
    }

    private Secret pass(Instant from, Duration life, AccessPassUse use) {
        return ((HelpDeskResult.Done<Secret>) desk.issuePass(help, from, life, use)).answer();
    }

    @Test
    @Tag("TAP-03")
    void pass_forOneSignIn_worksOnce() {
        Secret pass = pass(Duration.ofHours(1), AccessPassUse.ONCE);

        assertThat(registrationFixture.registration.usePass(RegistrationFixture.ALICE, pass))
                .isEqualTo(AccessPassResult.ACCEPTED);
        assertThat(registrationFixture.registration.usePass(RegistrationFixture.ALICE, pass))
                .isEqualTo(AccessPassResult.REFUSED);
        assertThat(registrationFixture.events(AuditType.ACCESS_PASS)).isEqualTo(1);
    }

    @Test
    @Tag("TAP-01")
    @Tag("TAP-04")
    void pass_worksInItsTimeOnly_andTheNextVoidsIt() {
        Secret later = pass(registrationFixture.now.plusSeconds(60), Duration.ofHours(1), AccessPassUse.UNTIL_EXPIRY);
        assertThat(registrationFixture.registration.usePass(RegistrationFixture.ALICE, later))
                .isEqualTo(AccessPassResult.REFUSED);
        registrationFixture.advance(Duration.ofSeconds(60));
        assertThat(registrationFixture.registration.usePass(RegistrationFixture.ALICE, later))
                .isEqualTo(AccessPassResult.ACCEPTED);
        registrationFixture.advance(Duration.ofMinutes(59));
        assertThat(registrationFixture.registration.usePass(RegistrationFixture.ALICE, later))
                .isEqualTo(AccessPassResult.ACCEPTED);

        Secret next = pass(Duration.ofHours(1), AccessPassUse.UNTIL_EXPIRY);
        assertThat(registrationFixture.registration.usePass(RegistrationFixture.ALICE, later))
                .isEqualTo(AccessPassResult.REFUSED);
        registrationFixture.advance(Duration.ofHours(1));
        assertThat(registrationFixture.registration.usePass(RegistrationFixture.ALICE, next))
                .isEqualTo(AccessPassResult.REFUSED);
    }

    @Test
    void pass_withdrawn_isRefused() {
        Secret pass = pass(Duration.ofHours(1), AccessPassUse.ONCE);
        desk.withdrawPass(help);

        assertThat(registrationFixture.registration.usePass(RegistrationFixture.ALICE, pass))
                .isEqualTo(AccessPassResult.REFUSED);
    }

    @Test
    @Tag("R-RATE-2")
    void passes_tenWrongOnes_closeTheDay() {
        Secret pass = pass(Duration.ofHours(1), AccessPassUse.ONCE);
        for (int i = 0; i < 10; i++) {
            assertThat(registrationFixture.registration.usePass(RegistrationFixture.ALICE, Secret.of("WRONG" + i)))
                    .isEqualTo(AccessPassResult.REFUSED);
        }

        assertThat(registrationFixture.registration.usePass(RegistrationFixture.ALICE, pass))
                .isEqualTo(AccessPassResult.TRY_LATER);
    }

    @Test
    @Tag("TAP-07")
    void pass_isNoMethodOfAReset_norDemandedOfASignIn() {
        pass(Duration.ofHours(8), AccessPassUse.UNTIL_EXPIRY);

        assertThat(registrationFixture
                        .registration
                        .status(RegistrationFixture.ALICE)
                        .held())
                .isZero();
        assertThat(registrationFixture.registration.begin(registrationFixture.signIn(), FlowContext.of(Locale.ENGLISH)))
                .isInstanceOf(BeginResult.Started.class);
    }

    @Test
    @Tag("R-REG-2")
    void pass_letsAnOldAccountRegister() {
        registrationFixture.advance(Duration.ofDays(100));
        FlowHandle handle = registrationFixture.opened(MethodKind.ACCESS_PASS);

        registrationFixture.withApp(handle);

        assertThat(registrationFixture
                        .registration
                        .status(RegistrationFixture.ALICE)
                        .held())
                .isEqualTo(1);
    }
}
