package dev.sspr.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.change.ChangeRequest.PasswordEvidence;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.ChangeStartResult.Asks;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeStartTest extends ChangeFixture {
    @Test
    @Tag("CHG-03")
    void entra_afterPasswordAndSecondFactor_asksNothingMore() {
        PasswordChange entra = host.node(SsprPolicy.entra(), builder -> builder).passwordChange();
        ChangeRequest request = request(ChangeRequest.Occasion.VOLUNTARY, PasswordEvidence.TYPED, MethodKind.APP_CODE);

        ChangeStartResult.Started start = (ChangeStartResult.Started) begin(entra, request);

        assertThat(start.asks()).isEqualTo(Asks.NOTHING_MORE);
        assertThat(entra.complete(start.handle(), Secret.of("Fresh-Cart-47-alpha")))
                .isEqualTo(DONE);
    }

    @Test
    @Tag("CHG-04")
    void entra_afterAnAccessPass_asksForTheCurrentPassword() {
        PasswordChange entra = host.node(SsprPolicy.entra(), builder -> builder).passwordChange();
        ChangeRequest request =
                request(ChangeRequest.Occasion.VOLUNTARY, PasswordEvidence.TYPED, MethodKind.ACCESS_PASS);

        assertThat(((ChangeStartResult.Started) begin(entra, request)).asks()).isEqualTo(Asks.CURRENT_PASSWORD);
    }

    @Test
    @Tag("R-PWD-9")
    void standard_afterASecondFactor_asksForTheCurrentPasswordAllTheSame() {
        ChangeRequest request = request(ChangeRequest.Occasion.EXPIRED, PasswordEvidence.TYPED, MethodKind.APP_CODE);

        assertThat(((ChangeStartResult.Started) begin(change, request)).asks()).isEqualTo(Asks.CURRENT_PASSWORD);
    }

    @Test
    @Tag("ASK-37")
    void nobodysPassword_withoutAStrongFactor_isToldSo() {
        assertThat(refused(request(ChangeRequest.Occasion.VOLUNTARY, PasswordEvidence.NONE)))
                .isEqualTo(Refusal.NO_STRONG_FACTOR);
    }

    @ParameterizedTest
    @Tag("R-FLOW-7")
    @Tag("V-RATE-12")
    @EnumSource(
            value = AccountStatus.class,
            names = {"DISABLED", "EXPIRED", "NO_PASSWORD_HERE", "SELF_SERVICE_OFF", "UNKNOWN"})
    void accountThatCannotBeUsed_isRefused(AccountStatus status) {
        host.users.setStatus(NodeFixture.ALICE, status);

        assertThat(refused(request(ChangeRequest.Occasion.VOLUNTARY, PasswordEvidence.TYPED)))
                .isEqualTo(Refusal.ACCOUNT_NOT_USABLE);
    }

    @Test
    void lockedAccount_isToldSo() {
        host.users.setStatus(NodeFixture.ALICE, AccountStatus.LOCKED);

        assertThat(refused(request(ChangeRequest.Occasion.VOLUNTARY, PasswordEvidence.TYPED)))
                .isEqualTo(Refusal.ACCOUNT_LOCKED);
    }

    @Test
    void minimumAge_holdsForChoiceOnly() {
        SsprPolicy aged = SsprPolicy.standard().password(it -> it.reuse(reuse -> reuse.minimumAge(Duration.ofDays(1))));
        PasswordChange at = host.node(aged, builder -> builder).passwordChange();
        ChangeRequest young = new ChangeRequest(
                NodeFixture.ALICE,
                ChangeRequest.Occasion.VOLUNTARY,
                PasswordEvidence.TYPED,
                host.now.get(),
                Set.of(),
                SmartLockout.Location.FAMILIAR,
                Optional.of(host.now.get().minusSeconds(60)));
        ChangeRequest forced = new ChangeRequest(
                NodeFixture.ALICE,
                ChangeRequest.Occasion.FOUND_BREACHED,
                PasswordEvidence.TYPED,
                host.now.get(),
                Set.of(),
                SmartLockout.Location.FAMILIAR,
                young.passwordSetAt());

        assertThat(((Refused) begin(at, young)).reason()).isEqualTo(Refusal.PASSWORD_TOO_YOUNG);
        assertThat(begin(at, forced)).isInstanceOf(ChangeStartResult.Started.class);
    }

    @Test
    @Tag("V-AUTHZ-4")
    void storeThatAnswersAboutSomebodyElse_isNotBelieved() {
        UserStore confused = (UserStore) Proxy.newProxyInstance(
                UserStore.class.getClassLoader(),
                new Class<?>[] {UserStore.class, dev.sspr.spi.PasswordVerifier.class},
                (proxy, method, arguments) -> method.invoke(
                        host.users, method.getName().equals("load") ? new Object[] {NodeFixture.ALICE} : arguments));
        Sspr sspr = Sspr.builder(
                        confused,
                        new InMemoryNotifier(),
                        SessionRevoker.hostHasNoSessions(),
                        SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2)))
                .hostSweeps()
                .build();

        ChangeStartResult start = sspr.passwordChange()
                .begin(ChangeRequest.voluntary(new UserId("mallory"), host.now.get()), FlowContext.of(Locale.ENGLISH));

        assertThat(((Refused) start).reason()).isEqualTo(Refusal.ACCOUNT_NOT_USABLE);
    }

    @Test
    void storeThatCannotCheckPasswords_hasNoChange() {
        UserStore plain = (UserStore) Proxy.newProxyInstance(
                UserStore.class.getClassLoader(),
                new Class<?>[] {UserStore.class},
                (proxy, method, arguments) -> method.invoke(host.users, arguments));
        Sspr sspr = Sspr.builder(
                        plain,
                        new InMemoryNotifier(),
                        SessionRevoker.hostHasNoSessions(),
                        SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2)))
                .hostSweeps()
                .build();

        assertThatIllegalStateException().isThrownBy(sspr::passwordChange).withMessageContaining("PasswordVerifier");
    }

    @Test
    @Tag("WB-02")
    void storeThatIsDown_isToldBeforeAnythingIsAskedOrCharged() {
        ChangeRequest request = request(ChangeRequest.Occasion.VOLUNTARY, PasswordEvidence.TYPED);
        PasswordChange overMethods = host.node(
                        SsprPolicy.standard(), builder -> builder.methodStore(new InMemoryMethodStore()))
                .passwordChange();
        host.users.faults().fail();

        for (int time = 0; time < 200; time++) {
            assertThat(begin(change, request)).isEqualTo(Refused.of(Purpose.CHANGE, Refusal.STORE_UNAVAILABLE));
        }
        assertThat(begin(overMethods, request))
                .as("with a method store in front")
                .isEqualTo(Refused.of(Purpose.CHANGE, Refusal.STORE_UNAVAILABLE));
        assertThat(host.noted(AuditType.START_REFUSED)).isEqualTo(201);

        host.users.faults().heal();
        assertThat(begin(change, request)).isInstanceOf(ChangeStartResult.Started.class);
    }
}
