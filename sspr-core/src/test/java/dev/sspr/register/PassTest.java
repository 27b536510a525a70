package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.admin.HelpDesk;
import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose access pass is accepted, and what the views say of a used one. */
class PassTest {
    private final RegistrationFixture fixture = new RegistrationFixture();
    private final HelpDesk desk = fixture.sspr.helpDesk();
    private final HelpDeskRequest help = fixture.help(RegistrationFixture.ALICE);

    private Secret pass(AccessPassUse use) {
        return ((HelpDeskResult.Done<Secret>) desk.issuePass(help, fixture.now, Duration.ofHours(1), use)).answer();
    }

    private AccessPassResult used(Secret pass) {
        return fixture.registration.usePass(RegistrationFixture.ALICE, pass);
    }

    private RegisteredMethodView.State atTheDesk() {
        return view(((HelpDeskResult.Done<dev.sspr.admin.AccountView>) desk.inspect(help))
                .answer()
                .methods());
    }

    private RegisteredMethodView.State atTheOwner() {
        return view(fixture.registration
                .list(fixture.opened(MethodKind.ACCESS_PASS))
                .orElseThrow()
                .methods());
    }

    private static RegisteredMethodView.State view(List<RegisteredMethodView> methods) {
        return methods.stream()
                .filter(one -> one.kind().equals(MethodKind.ACCESS_PASS))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountStatus.class,
            names = {"ACTIVE", "LOCKED"},
            mode = EnumSource.Mode.EXCLUDE)
    @Tag("F2-S13")
    @DisplayName("F2-S13: a pass of an account that cannot be used is refused and not used up")
    void pass_ofAnUnusableAccount_isRefused(AccountStatus status) {
        Secret pass = pass(AccessPassUse.ONCE);
        fixture.users.setStatus(RegistrationFixture.ALICE, status);

        assertThat(used(pass)).isEqualTo(AccessPassResult.REFUSED);

        fixture.users.setStatus(RegistrationFixture.ALICE, AccountStatus.ACTIVE);
        assertThat(used(pass)).isEqualTo(AccessPassResult.ACCEPTED);
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: a pass is refused while the help desk has disabled self-service")
    void pass_whileSelfServiceIsOff_isRefused() {
        Secret pass = pass(AccessPassUse.UNTIL_EXPIRY);
        desk.disableSelfService(help);

        assertThat(used(pass)).isEqualTo(AccessPassResult.REFUSED);
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: a used single-use pass is not shown as usable")
    void pass_usedOnce_isShownAsExpired() {
        Secret pass = pass(AccessPassUse.ONCE);
        assertThat(atTheDesk()).isEqualTo(RegisteredMethodView.State.USABLE);

        assertThat(used(pass)).isEqualTo(AccessPassResult.ACCEPTED);

        assertThat(atTheDesk()).isEqualTo(RegisteredMethodView.State.EXPIRED);
        assertThat(atTheOwner()).isEqualTo(RegisteredMethodView.State.EXPIRED);
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: a pass for several uses stays usable")
    void pass_forSeveralUses_staysUsable() {
        assertThat(used(pass(AccessPassUse.UNTIL_EXPIRY))).isEqualTo(AccessPassResult.ACCEPTED);

        assertThat(atTheDesk()).isEqualTo(RegisteredMethodView.State.USABLE);
    }
}
