package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.fixture.ObservedCall;
import dev.sspr.fixture.RotationFixture;
import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout.Location;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who can write the tables puts old content back: under the next version, or as a whole row. */
@Tag("F2-S10")
class RolledBackRowsTest {
    private final RotationFixture host = new RotationFixture("anna");
    private final Sspr sspr = host.node(1);

    @BeforeEach
    void later() {
        host.advance(Duration.ofHours(1));
    }

    @Test
    @DisplayName("F2-S10: a reported flow does not complete by its body of before")
    void reportedFlow_putBack_isGone() {
        FlowHandle handle = RotationFixture.started(sspr, "anna");
        sspr.passwordReset().answer(handle, host.codeTo("anna"));
        StoredFlow proven = host.stored(handle);
        assertThat(sspr.passwordReset().report(host.cancelTo("anna"))).isEqualTo(ReportResult.REPORTED);
        host.putBack(proven);

        assertThat(sspr.passwordReset().complete(handle, RotationFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(sspr.passwordReset().status(handle)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(host.signsIn("anna", RotationFixture.NEW)).isFalse();
    }

    @Test
    @DisplayName("F2-S10: tries do not begin anew by the body of before")
    void tries_putBack_doNotBeginAnew() {
        FlowHandle handle = RotationFixture.started(sspr, "anna");
        StoredFlow fresh = host.stored(handle);
        for (int i = 0; i < 5; i++) {
            sspr.passwordReset().answer(handle, Secret.of("AAAAAAAAAA"));
        }
        host.putBack(fresh);

        assertThat(sspr.passwordReset().answer(handle, host.codeTo("anna"))).isEqualTo(Refused.of(Refusal.GONE));
    }

    @Test
    @Tag("R-RATE-2")
    @DisplayName("F2-S10: a whole row put back gives tries anew, and the counters of the account still end them")
    void tries_wholeRowPutBack_endByTheCounters() {
        FlowHandle handle = RotationFixture.started(sspr, "anna");
        StoredFlow fresh = host.stored(handle);
        for (int tries = 0; tries < 10; tries++) {
            AnswerResult wrong = sspr.passwordReset().answer(handle, Secret.of("AAAAAAAAAA"));
            assertThat(wrong).as("try %d", tries).isInstanceOf(AnswerResult.NotProven.class);
            if (((AnswerResult.NotProven) wrong).triesLeft() == 0) {
                host.flows.endOwner(fresh.owner(), new FlowId(new Digest(0, 0)));
                putAll(fresh);
            }
        }

        assertThat(sspr.passwordReset().answer(handle, host.codeTo("anna")))
                .as("the right code when the budget of the day is used up")
                .isInstanceOf(AnswerResult.NotProven.class);
    }

    private void putAll(StoredFlow flow) {
        for (long version = 1; version <= flow.version(); version++) {
            StoredFlow row = new StoredFlow(
                    flow.id(), flow.owner(), flow.purpose(), version, flow.expiresAt(), flow.wakeAt(), flow.body());
            assertThat(version == 1 ? host.flows.insert(row) : host.flows.replace(row))
                    .isIn(FlowStore.Inserted.INSERTED, FlowStore.Replaced.REPLACED);
        }
    }

    @Test
    @DisplayName("F2-S10: a closed registration does not open by its body of before")
    void registration_putBack_isGone() {
        FlowHandle handle = host.opened(sspr, "anna");
        StoredFlow open = host.stored(handle);
        sspr.registration().close(handle);
        host.putBack(open);

        assertThat(sspr.registration().enrol(handle, MethodKind.APP_CODE)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("F2-S10: a lockout does not end by its body of before: the check is not made")
    void lockout_putBack_isClosed() {
        List<StoredFlow> written = new ArrayList<>();
        Sspr node = Sspr.builder(host.users, host.notifier, host.sessions, RotationFixture.key(1))
                .flowStore(ObservedCall.by(
                        call -> {
                            List.of(call.args).stream()
                                    .filter(StoredFlow.class::isInstance)
                                    .forEach(flow -> written.add((StoredFlow) flow));
                            return call.go();
                        },
                        FlowStore.class,
                        host.flows))
                .hostSweeps()
                .build();
        for (int i = 0; i < 10; i++) {
            wrong(node, "wrong " + i);
        }
        host.putBack(written.get(2));

        assertThatThrownBy(() -> wrong(node, "again")).isInstanceOf(UnavailableException.class);
    }

    private static void wrong(Sspr node, String password) {
        GuardResult unused = node.smartLockout()
                .guard(
                        RotationFixture.id("anna"),
                        Location.UNFAMILIAR,
                        Secret.of(password),
                        prepared -> PasswordVerifier.Result.WRONG);
    }

    @Test
    @Tag("R-TOTP-4")
    @DisplayName("F2-S10: a used app code does not pass again after the whole row was put back")
    void appCode_used_doesNotPassAgain() {
        AuthenticatorApp app = host.withApp(sspr, "anna");
        host.advance(Duration.ofDays(2));
        FlowHandle first = half(MethodKind.APP_CODE);
        FlowHandle second = half(MethodKind.APP_CODE);
        MethodStore.MethodSet before = host.set("anna");
        Secret code = app.code(host.now.get());
        assertThat(sspr.passwordReset().answer(first, code)).isEqualTo(new AnswerResult.Proven());
        host.restore(before);

        assertThat(sspr.passwordReset().answer(second, code)).isEqualTo(new AnswerResult.NotProven(4));
        host.advance(Duration.ofSeconds(60));
        assertThat(sspr.passwordReset().answer(second, app.code(host.now.get())))
                .isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("R-TOTP-4")
    @DisplayName("F2-S10: nor after a key rotation besides")
    void appCode_used_doesNotPassAgainUnderTheNextKey() {
        AuthenticatorApp app = host.withApp(sspr, "anna");
        host.advance(Duration.ofDays(2));
        FlowHandle first = half(MethodKind.APP_CODE);
        FlowHandle second = half(MethodKind.APP_CODE);
        MethodStore.MethodSet before = host.set("anna");
        Secret code = app.code(host.now.get());
        assertThat(sspr.passwordReset().answer(first, code)).isEqualTo(new AnswerResult.Proven());
        host.restore(before);

        assertThat(host.node(2, 1).passwordReset().answer(second, code)).isEqualTo(new AnswerResult.NotProven(4));
    }

    @Test
    @Tag("R-OTP-8")
    @DisplayName("F2-S10: a used recovery code does not pass again after the whole row was put back, another one does")
    void recoveryCode_used_doesNotPassAgain() {
        host.withApp(sspr, "anna");
        FlowHandle open = host.opened(sspr, "anna", MethodKind.APP_CODE);
        EnrolResult.Show show = (EnrolResult.Show) sspr.registration().enrol(open, MethodKind.RECOVERY_CODE);
        List<Secret> codes = ((Prompt.Codes) show.prompt().orElseThrow()).codes();
        assertThat(sspr.registration().confirm(open, new Response.Typed(codes.get(0))))
                .isInstanceOf(ConfirmResult.Registered.class);
        host.advance(Duration.ofDays(2));
        MethodStore.MethodSet before = host.set("anna");
        assertThat(byRecoveryCode(codes.get(1))).isNotInstanceOf(AnswerResult.NotProven.class);
        assertThat(byRecoveryCode(codes.get(2))).isNotInstanceOf(AnswerResult.NotProven.class);
        host.restore(before);

        assertThat(byRecoveryCode(codes.get(2))).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(byRecoveryCode(codes.get(3))).isNotInstanceOf(AnswerResult.NotProven.class);
    }

    @Test
    @Tag("TAP-02")
    @DisplayName("F2-S10: a used single-use pass is refused after the whole row was put back")
    void pass_used_isRefused() {
        Secret pass = HelpDeskFixture.answer(sspr.helpDesk()
                .issuePass(RotationFixture.help("anna"), host.now.get(), Duration.ofHours(1), AccessPassUse.ONCE));
        MethodStore.MethodSet before = host.set("anna");
        assertThat(sspr.registration().usePass(RotationFixture.id("anna"), pass))
                .isEqualTo(AccessPassResult.ACCEPTED);
        host.restore(before);

        assertThat(sspr.registration().usePass(RotationFixture.id("anna"), pass))
                .isEqualTo(AccessPassResult.REFUSED);
    }

    @Test
    @DisplayName("F2-S10: a completed reset does not set another password by its whole row of before")
    void completedReset_wholeRowPutBack_setsNothing() {
        FlowHandle handle = RotationFixture.started(sspr, "anna");
        sspr.passwordReset().answer(handle, host.codeTo("anna"));
        StoredFlow proven = host.stored(handle);
        assertThat(sspr.passwordReset().complete(handle, RotationFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        StoredFlow done = host.stored(handle);
        host.flows.endOwner(done.owner(), new FlowId(new Digest(0, 0)));
        putAll(proven);

        assertThat(sspr.passwordReset().complete(handle, Secret.of("another long password")))
                .isNotInstanceOf(CompleteResult.Done.class);
        assertThat(host.signsIn("anna", RotationFixture.NEW)).isTrue();
    }

    private AnswerResult byRecoveryCode(Secret code) {
        return sspr.passwordReset().answer(half(MethodKind.RECOVERY_CODE), code);
    }

    /** A reset that has a first proof and asks for another kind. */
    private FlowHandle half(MethodKind kind) {
        host.advance(Duration.ofSeconds(61));
        FlowHandle handle = RotationFixture.started(sspr, "anna");
        assertThat(sspr.passwordReset().answer(handle, host.codeTo("anna")))
                .isInstanceOf(AnswerResult.MoreNeeded.class);
        sspr.passwordReset().choose(handle, kind);
        return handle;
    }
}
