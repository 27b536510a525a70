package dev.sspr.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.SsprPolicy;
import dev.sspr.change.ChangeRequest.Knowledge;
import dev.sspr.change.ChangeStart.Asks;
import dev.sspr.change.ChangeStart.Reason;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.CompleteResult.Done;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.host.Host;
import dev.sspr.lockout.Place;
import dev.sspr.password.PasswordPolicy;
import dev.sspr.password.Reuse;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MessageContent.PasswordChanged;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordChangeTest {
    private static final PasswordChangeResult DONE = new PasswordChangeResult.Judged(new Done(Done.Sessions.ENDED));
    private final Host host = new Host();
    private final PasswordChange change = host.node().passwordChange();

    private ChangeRequest request(ChangeOccasion occasion, Knowledge knowledge, MethodKind... methods) {
        return new ChangeRequest(
                Host.ALICE, occasion, knowledge, host.now.get(), Set.of(methods), Place.FAMILIAR, Optional.empty());
    }

    private ChangeStart begin(PasswordChange at, ChangeRequest request) {
        return at.begin(request, FlowContext.of(Locale.ENGLISH));
    }

    private FlowHandle begun() {
        ChangeStart start = begin(change, request(ChangeOccasion.VOLUNTARY, Knowledge.TYPED));
        return ((ChangeStart.Begun) start).handle();
    }

    private PasswordChangeResult complete(FlowHandle handle, Secret current, Secret next) {
        return change.complete(handle, Place.FAMILIAR, current, next);
    }

    private Reason refused(ChangeRequest request) {
        return ((ChangeStart.NotNow) begin(change, request)).reason();
    }

    @Nested
    class WithTheCurrentPassword {
        @Test
        @Tag("R-PWD-9")
        @Tag("R-SESS-1")
        @Tag("CHG-02")
        void right_setsTheNewOne_endsSessions_andTellsEveryAddress() {
            String other = host.sessions.open(Host.ALICE, host.now.get().minusSeconds(5));

            assertThat(complete(begun(), Host.OLD, Host.NEW)).isEqualTo(DONE);
            assertThat(host.signsIn(Host.NEW)).isTrue();
            assertThat(host.signsIn(Host.OLD)).isFalse();
            assertThat(host.sessions.accepts(other)).isFalse();
            assertThat(host.sessions.accepts(host.sessions.open(Host.ALICE, host.now.get())))
                    .as("the session that the host gives this browser now")
                    .isTrue();
            assertThat(host.sent(PasswordChanged.class)).isEqualTo(2);
        }

        @Test
        @Tag("V-RACE-3")
        void twice_writesOnceAndSaysSoTwice() {
            FlowHandle handle = begun();

            assertThat(complete(handle, Host.OLD, Host.NEW)).isEqualTo(DONE);
            assertThat(complete(handle, Host.OLD, Host.NEW)).isEqualTo(DONE);
            assertThat(host.noted(AuditType.PASSWORD_SET)).isEqualTo(1);
            assertThat(change.status(handle)).isEqualTo(FlowStatus.DONE);
        }

        @Test
        @Tag("CHG-08")
        void wrong_changesNothing_andMayBeTypedAgain() {
            FlowHandle handle = begun();

            assertThat(complete(handle, Secret.of("not that"), Host.NEW))
                    .isEqualTo(new PasswordChangeResult.WrongPassword());
            assertThat(host.signsIn(Host.OLD)).isTrue();
            assertThat(complete(handle, Host.OLD, Host.NEW)).isEqualTo(DONE);
        }

        @ParameterizedTest
        @Tag("R-PWD-10")
        @Tag("V-TYPE-4")
        @ValueSource(strings = {"", "\0", "\0the old horse of alice"})
        void emptyOrLedByNul_isWrong_beforeTheStoreIsAsked(String current) {
            FlowHandle handle = begun();
            List<String> calls = new ArrayList<>();
            host.users.faults().beforeEachCall(calls::add);

            assertThat(complete(handle, Secret.of(current), Host.NEW))
                    .isEqualTo(new PasswordChangeResult.WrongPassword());
            assertThat(calls).doesNotContain("check");
        }

        @Test
        @Tag("R-PWD-9")
        void leftOut_whereItIsAskedFor_isWrong() {
            assertThat(change.complete(begun(), Host.NEW)).isEqualTo(new PasswordChangeResult.WrongPassword());
            assertThat(host.signsIn(Host.OLD)).isTrue();
        }

        @Test
        @Tag("R-PWD-9")
        @Tag("R-RATE-4")
        void tooManyWrong_lockTheChangeAndTheSignInAlike() {
            for (int i = 0; i < 10; i++) {
                complete(begun(), Secret.of("wrong " + i), Host.NEW);
            }

            assertThat(complete(begun(), Host.OLD, Host.NEW)).isInstanceOf(PasswordChangeResult.LockedOut.class);
            assertThat(host.node()
                            .smartLockout()
                            .status(Host.ALICE)
                            .get(Place.FAMILIAR)
                            .lockedUntil())
                    .isPresent();
        }

        @Test
        @Tag("CHG-05")
        @Tag("R-PWD-11")
        void sameAsTheCurrent_isRejected() {
            PasswordChangeResult result = complete(begun(), Host.OLD, Host.OLD);

            assertThat(((PasswordChangeResult.Judged) result).result()).isInstanceOf(CompleteResult.Rejected.class);
            assertThat(host.noted(AuditType.COMMITTING)).isZero();
        }

        @Test
        @Tag("R-TOK-8")
        void passwordSetElsewhereMeanwhile_endsTheChange() {
            FlowHandle first = begun();
            complete(begun(), Host.OLD, Host.NEW);

            assertThat(complete(first, Host.NEW, Secret.of("one more horse and cart")))
                    .isInstanceOf(PasswordChangeResult.Judged.class)
                    .isNotEqualTo(DONE);
            assertThat(host.signsIn(Host.NEW)).isTrue();
        }

        @Test
        void storeDown_losesNothing() {
            FlowHandle handle = begun();
            host.users.faults().failNext(1);
            assertThatThrownBy(() -> complete(handle, Host.OLD, Host.NEW)).isInstanceOf(UnavailableException.class);

            assertThat(complete(handle, Host.OLD, Host.NEW)).isEqualTo(DONE);
        }
    }

    @Nested
    class AtTheBeginning {
        @Test
        @Tag("CHG-03")
        void entra_afterPasswordAndSecondFactor_asksNothingMore() {
            PasswordChange entra =
                    host.node(SsprPolicy.entra(), builder -> builder).passwordChange();
            ChangeRequest request = request(ChangeOccasion.VOLUNTARY, Knowledge.TYPED, MethodKind.APP_CODE);

            ChangeStart.Begun start = (ChangeStart.Begun) begin(entra, request);

            assertThat(start.asks()).isEqualTo(Asks.NOTHING_MORE);
            assertThat(entra.complete(start.handle(), Secret.of("Fresh-Cart-47-alpha")))
                    .isEqualTo(DONE);
        }

        @Test
        @Tag("CHG-04")
        void entra_afterAnAccessPass_asksForTheCurrentPassword() {
            PasswordChange entra =
                    host.node(SsprPolicy.entra(), builder -> builder).passwordChange();
            ChangeRequest request = request(ChangeOccasion.VOLUNTARY, Knowledge.TYPED, MethodKind.ACCESS_PASS);

            assertThat(((ChangeStart.Begun) begin(entra, request)).asks()).isEqualTo(Asks.CURRENT_PASSWORD);
        }

        @Test
        @Tag("R-PWD-9")
        void standard_afterASecondFactor_asksForTheCurrentPasswordAllTheSame() {
            ChangeRequest request = request(ChangeOccasion.EXPIRED, Knowledge.TYPED, MethodKind.APP_CODE);

            assertThat(((ChangeStart.Begun) begin(change, request)).asks()).isEqualTo(Asks.CURRENT_PASSWORD);
        }

        @Test
        @Tag("ASK-37")
        void nobodysPassword_withoutAStrongFactor_isToldSo() {
            assertThat(refused(request(ChangeOccasion.VOLUNTARY, Knowledge.NONE)))
                    .isEqualTo(Reason.NO_STRONG_FACTOR);
        }

        @ParameterizedTest
        @Tag("R-FLOW-7")
        @EnumSource(
                value = AccountStatus.class,
                names = {"DISABLED", "EXPIRED", "NO_PASSWORD_HERE", "SELF_SERVICE_OFF", "UNKNOWN"})
        void accountThatCannotBeUsed_isRefused(AccountStatus status) {
            host.users.setStatus(Host.ALICE, status);

            assertThat(refused(request(ChangeOccasion.VOLUNTARY, Knowledge.TYPED)))
                    .isEqualTo(Reason.ACCOUNT_NOT_USABLE);
        }

        @Test
        void lockedAccount_isToldSo() {
            host.users.setStatus(Host.ALICE, AccountStatus.LOCKED);

            assertThat(refused(request(ChangeOccasion.VOLUNTARY, Knowledge.TYPED)))
                    .isEqualTo(Reason.ACCOUNT_LOCKED);
        }

        @Test
        void minimumAge_holdsForChoiceOnly() {
            SsprPolicy aged =
                    SsprPolicy.standard().with(PasswordPolicy.standard().with(new Reuse(1, 1, 0, Duration.ofDays(1))));
            PasswordChange at = host.node(aged, builder -> builder).passwordChange();
            ChangeRequest young = new ChangeRequest(
                    Host.ALICE,
                    ChangeOccasion.VOLUNTARY,
                    Knowledge.TYPED,
                    host.now.get(),
                    Set.of(),
                    Place.FAMILIAR,
                    Optional.of(host.now.get().minusSeconds(60)));
            ChangeRequest forced = new ChangeRequest(
                    Host.ALICE,
                    ChangeOccasion.FOUND_BREACHED,
                    Knowledge.TYPED,
                    host.now.get(),
                    Set.of(),
                    Place.FAMILIAR,
                    young.passwordSetAt());

            assertThat(((ChangeStart.NotNow) begin(at, young)).reason()).isEqualTo(Reason.TOO_YOUNG);
            assertThat(begin(at, forced)).isInstanceOf(ChangeStart.Begun.class);
        }

        @Test
        @Tag("V-AUTHZ-4")
        void storeThatAnswersAboutSomebodyElse_isNotBelieved() {
            UserStore confused = (UserStore) Proxy.newProxyInstance(
                    UserStore.class.getClassLoader(),
                    new Class<?>[] {UserStore.class, dev.sspr.spi.PasswordVerifier.class},
                    (proxy, method, arguments) -> method.invoke(
                            host.users, method.getName().equals("load") ? new Object[] {Host.ALICE} : arguments));
            Sspr sspr = Sspr.builder(
                            confused,
                            new InMemoryNotifier(),
                            SessionRevoker.hostHasNoSessions(),
                            SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2)))
                    .hostSweeps()
                    .build();

            ChangeStart start = sspr.passwordChange()
                    .begin(
                            ChangeRequest.voluntary(new UserId("mallory"), host.now.get()),
                            FlowContext.of(Locale.ENGLISH));

            assertThat(((ChangeStart.NotNow) start).reason()).isEqualTo(Reason.ACCOUNT_NOT_USABLE);
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

            assertThatIllegalStateException()
                    .isThrownBy(sspr::passwordChange)
                    .withMessageContaining("PasswordVerifier");
        }
    }

    @Test
    @Tag("V-BIND-5")
    void handleOfAChange_opensNoReset() {
        Sspr node = host.node();

        assertThat(node.passwordReset().complete(begun(), Host.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(host.signsIn(Host.OLD)).isTrue();
    }

    @Test
    @Tag("R-NOT-7")
    void thisWasNotMe_afterAChange_endsTheThiefsSessions() {
        complete(begun(), Host.OLD, Host.NEW);
        String thiefs = host.sessions.open(Host.ALICE, host.now.get());
        host.later(Duration.ofMinutes(30));
        PasswordChanged notice =
                (PasswordChanged) host.notifier.lastTo(Host.MAIL).orElseThrow().content();

        ReportResult result = change.report(Host.token(notice.notMe().orElseThrow()));

        assertThat(result).isEqualTo(ReportResult.SECURED);
        assertThat(host.sessions.accepts(thiefs)).isFalse();
        assertThat(host.noted(AuditType.REPORTED)).isEqualTo(1);
    }
}
