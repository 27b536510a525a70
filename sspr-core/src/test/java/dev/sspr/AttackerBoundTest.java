package dev.sspr;

import static dev.sspr.SsprBuilderTest.MAIL_ONLY;
import static dev.sspr.SsprBuilderTest.builds;
import static dev.sspr.SsprBuilderTest.methods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.internal.verify.MessageCodes;
import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an attacker may win in a year under a policy: a builder refuses the policy that allows more. */
@Tag("G3")
class AttackerBoundTest {
    @Test
    void codes_tooShortToStandAlone_areRefusedUnlessAcknowledged() {
        EnumSet<Channel> both = EnumSet.of(Channel.EMAIL, Channel.SMS);
        assertThatIllegalStateException()
                .isThrownBy(() -> SsprBuilderTest.builder(both)
                        .policy(methods(new MethodRule(MethodKind.SMS_CODE, Use.ALONE)))
                        .build())
                .withMessageContaining("sms-code")
                .withMessageContaining("ALONE_RISK_ACKNOWLEDGED");
        builds(SsprBuilderTest.builder(both)
                .policy(methods(new MethodRule(MethodKind.SMS_CODE, Use.ALONE_RISK_ACKNOWLEDGED))));
    }

    @Test
    void codes_byMail_areLongEnoughFromNineCharactersOn() {
        for (int length = 6; length <= 16; length++) {
            SsprBuilder one = SsprBuilderTest.builder()
                    .policy(SsprPolicy.standard()
                            .reset(MAIL_ONLY)
                            .codes(CodePolicy.standard().mailCharacters(length)));
            if (length < 9) {
                assertThatIllegalStateException().isThrownBy(one::build).withMessageContaining("email-code");
            } else {
                builds(one);
            }
        }
    }

    @Test
    @Tag("F2-S2")
    @DisplayName(
            "F2-S2: two read keys give two codes and two budgets, and a year at standard and nist stays below 1e-6")
    void bound_ofThePresets_countsBothKeysTwice() {
        for (SsprPolicy preset : List.of(SsprPolicy.standard(), SsprPolicy.nist())) {
            assertThat(AttackerBound.of(preset, CodeFormat.unambiguous(10)))
                    .as(preset.name())
                    .isEqualTo(2 * 2 * 366.0 * 1000 * Limits.LONG_CODE_FACTOR / Math.pow(32, 10))
                    .isLessThan(AttackerBound.MOST);
        }
    }

    @Test
    @Tag("F2-S2")
    @DisplayName("F2-S2: codes of 65 bits need no ceiling of the tenant")
    void bound_ofLongCodes_holdsForEveryStartOfTenMillionNames() {
        SsprPolicy widest = SsprPolicy.standard()
                .limits(limits ->
                        limits.startsPerName(20).startGap(Duration.ofMinutes(5)).guessesPerMethod(10));

        assertThat(AttackerBound.of(SsprPolicy.standard(), CodeFormat.unambiguous(MessageCodes.LONG_CHARACTERS)))
                .isEqualTo(1e7 * 366 * 2 * 2 * (10 + 96) * 5 / Math.pow(32, 13))
                .isLessThan(AttackerBound.MOST);
        assertThat(AttackerBound.of(widest, CodeFormat.unambiguous(MessageCodes.LONG_CHARACTERS)))
                .as("at the widest limits")
                .isLessThan(2e-6);
    }

    @Test
    @Tag("F2-P6")
    @DisplayName("F2-P6: the bound counts three codes a try of every app, however few steps the policy accepts")
    void bound_ofApps_countsThreeCodesOfEachOfFiveApps() {
        for (int steps = 1; steps <= 3; steps++) {
            int accepted = steps;
            SsprPolicy policy = methods(new MethodRule(MethodKind.APP_CODE, Use.ALONE))
                    .methods(methods -> methods.authenticator(app -> app.acceptedSteps(accepted)));

            assertThatIllegalStateException()
                    .isThrownBy(() -> AttackerBound.check(policy, java.util.Map.of()))
                    .withMessageContaining(
                            "probability " + 366.0 * 2 * policy.limits().guessesPerTenantPerDay() * (5.0 * 3 / 1e6));
        }
    }

    @Test
    void tenantBudget_tooLarge_isRefusedForMailToo() {
        SsprPolicy policy = SsprPolicy.standard()
                .reset(MAIL_ONLY)
                .codes(codes -> codes.mailCharacters(9))
                .limits(limits -> limits.guessesPerTenantPerDay(1_000_000));

        assertThatIllegalStateException()
                .isThrownBy(() -> SsprBuilderTest.builder().policy(policy).build())
                .withMessageContaining("limits.guessesPerTenantPerDay");
    }
}
