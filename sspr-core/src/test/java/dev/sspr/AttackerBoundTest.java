package dev.sspr;

import static dev.sspr.SsprBuilderTest.MAIL_ONLY;
import static dev.sspr.SsprBuilderTest.builds;
import static dev.sspr.SsprBuilderTest.methods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.MethodKind;
import java.util.EnumSet;
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
    void codes_byMail_areLongEnoughFromEightCharactersOn() {
        for (int length = 6; length <= 16; length++) {
            SsprBuilder one = SsprBuilderTest.builder()
                    .policy(SsprPolicy.standard()
                            .reset(MAIL_ONLY)
                            .codes(CodePolicy.standard().mailCharacters(length)));
            if (length < 8) {
                assertThatIllegalStateException().isThrownBy(one::build).withMessageContaining("email-code");
            } else {
                builds(one);
            }
        }
    }

    @Test
    void bound_ofTheStandardPreset_isThatOfTheSheet() {
        double bound = AttackerBound.of(SsprPolicy.standard(), CodeFormat.unambiguous(10));

        assertThat(bound)
                .isEqualTo(2 * 365.0 * 1000 * Limits.LONG_CODE_FACTOR / Math.pow(32, 10))
                .isLessThan(AttackerBound.MOST);
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
