package dev.sspr;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.PasskeyHolders;
import dev.sspr.policy.ResetPolicy.SecondFactor;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.ScriptedVerifier;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The builder refuses a demand that no reset can meet. */
class DemandSettingTest {
    private static final MethodKind PUSH = new MethodKind("push");

    @Test
    @Tag("F2-S1")
    @DisplayName("F2-S1: a second factor that reset.methods does not list cannot be demanded")
    void factor_demandedButNotListed_isRefusedByName() {
        MethodRule mail = new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE);
        UnaryOperator<SsprBuilder> withApps = it -> it.methodStore(new InMemoryMethodStore());
        UnaryOperator<SsprBuilder> withPush = it -> it.verifier(new ScriptedVerifier(PUSH));

        for (UnaryOperator<SsprBuilder> held : List.of(withApps, withPush)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> held.apply(SsprBuilderTest.builder().policy(SsprBuilderTest.methods(mail)))
                            .build())
                    .withMessageContaining("reset.secondFactor")
                    .withMessageContaining("reset.methods");
            SsprBuilderTest.builds(held.apply(SsprBuilderTest.builder()
                    .policy(SsprBuilderTest.methods(mail)
                            .reset(reset -> reset.secondFactor(SecondFactor.OPTIONAL)
                                    .passkeyHolders(PasskeyHolders.ANY_METHOD)))));
        }
    }

    @Test
    @Tag("F2-S1")
    @DisplayName("F2-S1: a passkey that reset.methods does not list cannot be the only way")
    void passkey_onlyButNotListed_isRefusedByName() {
        SsprPolicy policy = SsprBuilderTest.methods(new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE))
                .reset(reset -> reset.secondFactor(SecondFactor.OPTIONAL));
        UnaryOperator<SsprBuilder> passkeys = it -> it.verifier(new ScriptedVerifier(MethodKind.PASSKEY));

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        passkeys.apply(SsprBuilderTest.builder().policy(policy)).build())
                .withMessageContaining("passkey")
                .withMessageContaining("reset.passkeyHolders");
    }

    @Test
    @Tag("F2-S1")
    @DisplayName("F2-S1: a verifier that is no second factor by the capabilities demands nothing")
    void verifier_withoutSignIn_needsNoPlaceInTheReset() {
        SsprBuilderTest.builds(SsprBuilderTest.builder()
                .verifier(new ScriptedVerifier(PUSH))
                .policy(SsprBuilderTest.methods(new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE))
                        .methods(all -> all.capabilities(one -> one.allowed(PUSH, Set.of())))));
    }

    @Test
    @Tag("F2-G2")
    @DisplayName("F2-G2: a kind that the capabilities switch off is not offered by a reset")
    void kind_switchedOff_isNoMethodOfAReset() {
        SsprPolicy policy = SsprPolicy.standard()
                .methods(all -> all.capabilities(one -> one.allowed(MethodKind.EMAIL_CODE, Set.of())));

        assertThatIllegalStateException()
                .isThrownBy(() -> SsprBuilderTest.builder().policy(policy).build())
                .withMessageContaining("reset.methods");
    }
}
