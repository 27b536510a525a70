package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.register.SignInAdvice;
import dev.sspr.spi.Account;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryMethodStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Access that other products gave too early: by a reset, beside its steps, or without what was required. */
class OthersAccessFaultsTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);
    private static final String MAIL = "alice@example.net";
    private static final String PHONE = "+31612345678";
    private static final String THIEFS = "+31687654321";
    private static final Secret NEW = Secret.of("a quite different sentence");

    private final NodeFixture node = new NodeFixture();
    private final Sspr sspr = node.node(
            SsprPolicy.standard(),
            builder -> builder.unlocker(node.users)
                    .methodStore(new InMemoryMethodStore())
                    .recovery(RecoveryPolicy.careful().approval(RecoveryPolicy.Approval.NOT_NEEDED)));

    /** Tries the handle of a reset at everything else that takes a handle. */
    private void opensNothingElse(FlowHandle handle, String when) {
        Account before = node.users.load(NodeFixture.ALICE).orElseThrow();
        Refused gone = Refused.of(Refusal.GONE);
        assertThat(sspr.registration().list(handle)).as(when).isEmpty();
        assertThat(sspr.registration().enrol(handle, MethodKind.APP_CODE))
                .as(when)
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
        assertThat(sspr.accountUnlock().complete(handle)).as(when).isInstanceOf(Refused.class);
        assertThat(sspr.accountRecovery().complete(handle, NEW)).as(when).isEqualTo(gone);
        assertThat(sspr.passwordChange().complete(handle, NEW)).as(when).isInstanceOf(Refused.class);
        assertThat(node.users.load(NodeFixture.ALICE)).as(when).contains(before);
    }

    @Test
    @Tag("V-STEP-2")
    @Tag("R-TOK-11")
    @DisplayName("V-STEP-2: a reset changes and opens nothing before its end, and after it no more than the password")
    void reset_atEachStep_givesNoAccess() {
        Sspr plain = node.node(SsprPolicy.standard(), builder -> builder);
        FlowHandle handle = ((StartResult.Started) plain.passwordReset().start("alice", HERE)).handle();
        opensNothingElse(handle, "started");
        Secret code = ((MessageContent.ResetCode)
                        node.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content())
                .code();
        assertThat(plain.passwordReset().complete(handle, NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        plain.passwordReset().answer(handle, code);
        opensNothingElse(handle, "proven");
        assertThat(node.signsIn(NodeFixture.OLD))
                .as("the old password until the end")
                .isTrue();

        assertThat(plain.passwordReset().complete(handle, NEW)).isInstanceOf(CompleteResult.Done.class);
        opensNothingElse(handle, "done");
        assertThat(node.signsIn(NEW)).isTrue();
    }

    @Test
    @Tag("V-STEP-5")
    @DisplayName("V-STEP-5: a sign-in after a reset still needs the second factor")
    void secondFactor_afterAReset_isStillAsked() {
        RegistrationFixture host = new RegistrationFixture();
        FlowHandle open = host.opened();
        host.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        AuthenticatorApp app = host.withApp(open);
        host.advance(Duration.ofDays(1));
        FlowHandle handle = host.reset("alice");
        host.sspr.passwordReset().answer(handle, host.resetCodeTo(MAIL));
        host.sspr.passwordReset().choose(handle, MethodKind.APP_CODE);
        host.sspr.passwordReset().answer(handle, app.code(host.now));
        assertThat(host.sspr.passwordReset().complete(handle, NEW)).isInstanceOf(CompleteResult.Done.class);

        assertThat(host.registration.begin(host.signIn(), HERE))
                .isEqualTo(new BeginResult.SignInAgain(Set.of(MethodKind.APP_CODE)));
        assertThat(host.registration.list(handle)).isEmpty();
    }

    @Test
    @Tag("V-STEP-4")
    @DisplayName("V-STEP-4: the phone cannot be changed before the second factor, nor before the new one is confirmed")
    void phone_beforeItsProof_isNotChanged() {
        RegistrationFixture host = new RegistrationFixture();
        FlowHandle open = host.opened();
        host.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        RegisteredMethodView phone = host.withAddress(open, MethodKind.SMS_CODE, PHONE);
        host.registration.close(open);
        host.advance(Duration.ofDays(1));

        assertThat(host.registration.begin(host.signIn(), HERE)).isInstanceOf(BeginResult.SignInAgain.class);
        FlowHandle reset = host.reset("alice");
        for (FlowHandle handle : List.of(open, reset, FlowHandle.of("any"))) {
            assertThat(host.registration.replace(handle, phone.id(), MethodKind.SMS_CODE, THIEFS))
                    .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
        }
        assertThat(host.notifier.lastTo(THIEFS)).isEmpty();

        FlowHandle again = host.opened(MethodKind.SMS_CODE);
        host.registration.replace(again, phone.id(), MethodKind.SMS_CODE, THIEFS);
        host.confirm(again, Secret.of("00000000"));
        host.sspr.passwordReset().answer(reset, host.resetCodeTo(MAIL));
        host.sspr.passwordReset().choose(reset, MethodKind.SMS_CODE);
        assertThat(host.notifier.lastTo(PHONE).orElseThrow().content()).isInstanceOf(MessageContent.ResetCode.class);
        assertThat(host.notifier.lastTo(THIEFS).orElseThrow().content())
                .isInstanceOf(MessageContent.RegisterCode.class);
    }

    @Test
    @Tag("V-STEP-12")
    @DisplayName("V-STEP-12: a required registration is not put off, left or half done")
    void registration_required_isNotSkipped() {
        RegistrationFixture host = new RegistrationFixture();
        host.sspr.helpDesk().requireRegistration(host.help(RegistrationFixture.ALICE));
        for (int i = 0; i < 5; i++) {
            assertThat(host.registration.snooze(RegistrationFixture.ALICE))
                    .isInstanceOf(SignInAdvice.MustRegister.class);
        }
        FlowHandle open = host.opened();
        host.registration.enrol(open, MethodKind.EMAIL_CODE, MAIL);
        host.registration.cancelEnrolment(open);
        host.registration.review(open);
        host.registration.close(open);
        assertThat(host.registration.adviceAfterSignIn(RegistrationFixture.ALICE))
                .isInstanceOf(SignInAdvice.MustRegister.class);

        host.advance(Duration.ofMinutes(2));
        FlowHandle next = host.opened();
        host.withAddress(next, MethodKind.EMAIL_CODE, MAIL);
        assertThat(host.registration.adviceAfterSignIn(RegistrationFixture.ALICE))
                .as("one method of two")
                .isInstanceOf(SignInAdvice.MustRegister.class);
        host.withApp(next);
        host.registration.review(next);
        assertThat(host.registration.adviceAfterSignIn(RegistrationFixture.ALICE))
                .isNotInstanceOf(SignInAdvice.MustRegister.class);
    }
}
