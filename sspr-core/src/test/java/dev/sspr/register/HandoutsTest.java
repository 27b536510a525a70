package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.admin.HelpCase;
import dev.sspr.admin.HelpDesk;
import dev.sspr.admin.HelpRefusal;
import dev.sspr.admin.HelpResult;
import dev.sspr.flow.AccessPassPolicy;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.OathCsv;
import dev.sspr.flow.OathToken;
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

    private final Host host = new Host();
    private final HelpDesk desk = host.sspr.helpDesk();
    private final HelpCase help = host.help(Host.ALICE);

    private static OathToken token(String serial) {
        String csv = "upn,serial number,secret key,time interval,manufacturer,model\n" + "alice@example.org," + serial
                + "," + SEED + ",30,Example,One\n";
        return OathCsv.read(csv).rows().get(0).token();
    }

    private static Phone device() {
        return Phone.scanned(new Prompt.OtpAuth(Secret.of("otpauth://totp/x?secret=" + SEED)));
    }

    @Test
    @Tag("M-09")
    void token_given_provesNothingUntilItsHolderActivatesIt() {
        assertThat(desk.giveToken(help, token("1"))).isInstanceOf(HelpResult.Done.class);
        FlowHandle handle = host.opened();
        assertThat(host.registration.list(handle).orElseThrow().methods())
                .extracting(HeldMethod::state)
                .containsExactly(HeldMethod.State.GIVEN);

        host.registration.enrol(handle, MethodKind.OATH_TOKEN);
        ConfirmResult done = host.confirm(handle, device().code(host.now));

        assertThat(((ConfirmResult.Registered) done).overview().methods())
                .extracting(HeldMethod::state)
                .containsExactly(HeldMethod.State.USABLE);
    }

    @Test
    void token_secondForOneAccount_waits() {
        desk.giveToken(help, token("1"));

        assertThat(desk.giveToken(help, token("2"))).isEqualTo(new HelpResult.Declined<>(HelpRefusal.TOKEN_WAITING));
    }

    @Test
    @Tag("R-WA-6")
    void token_ofOneSerialNumber_isOneAccountsOnly() {
        host.add("bob");
        desk.giveToken(help, token("1"));

        assertThat(desk.giveToken(host.help(new UserId("u-bob")), token("1")))
                .isEqualTo(new HelpResult.Declined<>(HelpRefusal.TOKEN_TAKEN));
    }

    private Secret pass(Duration life, AccessPassPolicy.Use use) {
        return pass(host.now, life, use);
    }

    private Secret pass(Instant from, Duration life, AccessPassPolicy.Use use) {
        return ((HelpResult.Done<Secret>) desk.issuePass(help, from, life, use)).answer();
    }

    @Test
    @Tag("TAP-03")
    void pass_forOneSignIn_worksOnce() {
        Secret pass = pass(Duration.ofHours(1), AccessPassPolicy.Use.ONCE);

        assertThat(host.registration.usePass(Host.ALICE, pass)).isEqualTo(PassUse.ACCEPTED);
        assertThat(host.registration.usePass(Host.ALICE, pass)).isEqualTo(PassUse.REFUSED);
        assertThat(host.events(AuditType.ACCESS_PASS)).isEqualTo(1);
    }

    @Test
    @Tag("TAP-01")
    @Tag("TAP-04")
    void pass_worksInItsTimeOnly_andTheNextVoidsIt() {
        Secret later = pass(host.now.plusSeconds(60), Duration.ofHours(1), AccessPassPolicy.Use.UNTIL_EXPIRY);
        assertThat(host.registration.usePass(Host.ALICE, later)).isEqualTo(PassUse.REFUSED);
        host.advance(Duration.ofSeconds(60));
        assertThat(host.registration.usePass(Host.ALICE, later)).isEqualTo(PassUse.ACCEPTED);
        host.advance(Duration.ofMinutes(59));
        assertThat(host.registration.usePass(Host.ALICE, later)).isEqualTo(PassUse.ACCEPTED);

        Secret next = pass(Duration.ofHours(1), AccessPassPolicy.Use.UNTIL_EXPIRY);
        assertThat(host.registration.usePass(Host.ALICE, later)).isEqualTo(PassUse.REFUSED);
        host.advance(Duration.ofHours(1));
        assertThat(host.registration.usePass(Host.ALICE, next)).isEqualTo(PassUse.REFUSED);
    }

    @Test
    void pass_withdrawn_isRefused() {
        Secret pass = pass(Duration.ofHours(1), AccessPassPolicy.Use.ONCE);
        desk.withdrawPass(help);

        assertThat(host.registration.usePass(Host.ALICE, pass)).isEqualTo(PassUse.REFUSED);
    }

    @Test
    @Tag("R-RATE-2")
    void passes_tenWrongOnes_closeTheDay() {
        Secret pass = pass(Duration.ofHours(1), AccessPassPolicy.Use.ONCE);
        for (int i = 0; i < 10; i++) {
            assertThat(host.registration.usePass(Host.ALICE, Secret.of("WRONG" + i)))
                    .isEqualTo(PassUse.REFUSED);
        }

        assertThat(host.registration.usePass(Host.ALICE, pass)).isEqualTo(PassUse.TRY_LATER);
    }

    @Test
    @Tag("TAP-07")
    void pass_isNoMethodOfAReset_norDemandedOfASignIn() {
        pass(Duration.ofHours(8), AccessPassPolicy.Use.UNTIL_EXPIRY);

        assertThat(host.registration.state(Host.ALICE).held()).isZero();
        assertThat(host.registration.begin(host.signIn(), FlowContext.of(Locale.ENGLISH)))
                .isInstanceOf(BeginResult.Begun.class);
    }

    @Test
    @Tag("R-REG-2")
    void pass_letsAnOldAccountRegister() {
        host.advance(Duration.ofDays(100));
        FlowHandle handle = host.opened(MethodKind.ACCESS_PASS);

        host.withApp(handle);

        assertThat(host.registration.state(Host.ALICE).held()).isEqualTo(1);
    }
}
