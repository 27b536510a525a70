package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person falls back on: recovery codes (R-OTP-7, R-OTP-8) and questions (R-SQ-1 to R-SQ-6), through both flows. */
class FallbackTest {
    private static final String MAIL = "alice@example.net";
    private static final Secret NEW = Secret.of("a quite different sentence");

    private static SsprPolicy policy() {
        SsprPolicy standard = SsprPolicy.standard();
        List<MethodKind> kinds =
                List.of(MethodKind.APP_CODE, MethodKind.EMAIL_CODE, MethodKind.RECOVERY_CODE, MethodKind.QUESTIONS);
        return standard.reset(reset -> reset.methods(List.of(
                        new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE),
                        new MethodRule(MethodKind.APP_CODE, Use.WITH_ANOTHER),
                        new MethodRule(MethodKind.RECOVERY_CODE, Use.WITH_ANOTHER),
                        new MethodRule(MethodKind.QUESTIONS, Use.WITH_ANOTHER))))
                .registration(registration -> registration.kinds(kinds));
    }

    private final RegistrationFixture registrationFixture = new RegistrationFixture(policy());
    private final PasswordReset reset = registrationFixture.sspr.passwordReset();
    private final FlowHandle handle = registrationFixture.opened();

    private List<Secret> codes() {
        Prompt prompt = ((EnrolResult.Show) registrationFixture.registration.enrol(handle, MethodKind.RECOVERY_CODE))
                .prompt()
                .orElseThrow();
        List<Secret> codes = ((Prompt.Codes) prompt).codes();
        assertThat(registrationFixture.confirm(handle, codes.get(0))).isInstanceOf(ConfirmResult.Registered.class);
        return codes;
    }

    /** A reset in which the e-mail is proven and the reporter's bar asks for one more proof. */
    private FlowHandle afterMail() {
        FlowHandle flow = registrationFixture.reset("alice");
        reset.answer(flow, registrationFixture.resetCodeTo(MAIL));
        return flow;
    }

    @Test
    @Tag("R-OTP-7")
    void recoveryCodes_newSet_takesThePlaceOfTheOld() {
        registrationFixture.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        codes();
        codes();

        assertThat(registrationFixture.registration.list(handle).orElseThrow().methods())
                .extracting(RegisteredMethodView::kind)
                .containsExactly(MethodKind.EMAIL_CODE, MethodKind.RECOVERY_CODE);
    }

    @Test
    @Tag("R-OTP-8")
    void recoveryCode_used_bringsAFreshOneAndIsGone() {
        RegistrationFixture two = new RegistrationFixture(twoProofs());
        FlowHandle open = two.opened();
        two.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        Prompt prompt = ((EnrolResult.Show) two.registration.enrol(open, MethodKind.RECOVERY_CODE))
                .prompt()
                .orElseThrow();
        List<Secret> codes = ((Prompt.Codes) prompt).codes();
        two.confirm(open, codes.get(0));
        two.advance(Duration.ofDays(1));
        FlowHandle flow = two.reset("alice");
        PasswordReset resets = two.sspr.passwordReset();
        assertThat(resets.answer(flow, two.resetCodeTo(MAIL))).isInstanceOf(AnswerResult.MoreNeeded.class);
        resets.choose(flow, MethodKind.RECOVERY_CODE);

        assertThat(resets.answer(flow, codes.get(3))).isEqualTo(new AnswerResult.Proven());

        CompleteResult.Done done = (CompleteResult.Done) resets.complete(flow, NEW);
        assertThat(done.recoveryCode()).isPresent();
        assertThat(done.recoveryCode().orElseThrow()).isNotEqualTo(codes.get(3));
    }

    private static SsprPolicy twoProofs() {
        return policy().reset(reset -> reset.proofs(2));
    }

    @Test
    @Tag("R-SQ-5")
    void questions_withUnfitAnswers_areRefusedWithReasons() {
        registrationFixture.registration.enrol(handle, MethodKind.QUESTIONS);

        ConfirmResult result = registrationFixture.registration.confirm(
                handle, new Response.Answers(List.of(Secret.of("x"), Secret.of("x"), Secret.of("x"))));

        assertThat(result).isInstanceOfAny(ConfirmResult.Rejected.class, ConfirmResult.NotConfirmed.class);
        assertThat(registrationFixture.methods.size()).isZero();
    }

    @Test
    @Tag("R-SQ-1")
    @Tag("P15")
    void questions_neverComeFirst() {
        FlowHandle flow = registrationFixture.reset("alice");

        assertThat(reset.choose(flow, MethodKind.QUESTIONS)).isEqualTo(Refused.of(Refusal.METHOD_NOT_OFFERED));
    }

    @Test
    @Tag("R-SQ-1")
    void questions_asTheOnlyProof_areRefusedByThePolicy() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> dev.sspr.policy.ResetPolicy.standard()
                        .methods(List.of(new MethodRule(MethodKind.QUESTIONS, Use.ALONE))))
                .hasMessageContaining("R-SQ-1");
    }

    @Test
    void mail_withoutASecondFactor_isEnoughWhateverFallsBack() {
        registrationFixture.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        codes();
        registrationFixture.advance(Duration.ofDays(1));

        assertThat(reset.complete(afterMail(), NEW)).isInstanceOf(CompleteResult.Done.class);
    }
}
