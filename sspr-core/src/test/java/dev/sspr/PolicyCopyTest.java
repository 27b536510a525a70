package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.PolicySettings.PolicySetting;
import dev.sspr.policy.RegistrationPolicy.StoreDestinations;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.MethodKind;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A policy is an immutable value, and each of its settings has a copying method of the same name. */
class PolicyCopyTest {
    static Stream<PolicySetting> settings() {
        return PolicySettings.all().stream();
    }

    static Stream<PolicySetting> parts() {
        return settings().filter(PolicySetting::isPart);
    }

    static Stream<PolicySetting> choices() {
        return settings().filter(setting -> setting.accessor().getReturnType().isEnum());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void setting_hasACopyingMethodOfTheSameName(PolicySetting setting) throws Throwable {
        assertThat(setting.copying(setting.accessor().getReturnType())).isPresent();

        Object copy = setting.copy(setting.value()).policy();

        assertThat(copy).isEqualTo(setting.policy()).hasSameHashCodeAs(setting.policy());
        assertThat(copy.toString()).startsWith(copy.getClass().getSimpleName() + "[");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void part_isChangedInPlace(PolicySetting part) throws Exception {
        Method change = part.copying(UnaryOperator.class).orElseThrow();
        UnaryOperator<Object> nothing = UnaryOperator.identity();

        assertThat(change.invoke(part.policy(), nothing)).isEqualTo(part.policy());
    }

    @ParameterizedTest
    @MethodSource("choices")
    void choice_changesThatSettingAlone(PolicySetting setting) throws Throwable {
        for (Object choice : setting.accessor().getReturnType().getEnumConstants()) {
            assertChangesAlone(setting, choice);
        }
    }

    /** Asserts that a copy has the new value, and the old value of every other setting. */
    static void assertChangesAlone(PolicySetting setting, Object value) throws Throwable {
        PolicySetting copy = setting.copy(value);
        assertThat(copy.value()).isEqualTo(value);
        for (PolicySetting other : PolicySettings.of("", setting.policy())) {
            if (other.policy() == setting.policy() && !other.accessor().equals(setting.accessor())) {
                assertThat(other.accessor().invoke(copy.policy()))
                        .as(other.path())
                        .isEqualTo(other.value());
            }
        }
        assertThat(copy.policy().equals(setting.policy()))
                .as("equal only if the value is")
                .isEqualTo(value.equals(setting.value()));
    }

    @Test
    void policy_isChangedByName() {
        SsprPolicy policy = SsprPolicy.standard()
                .reset(reset -> reset.proofs(2))
                .limits(limits -> limits.startsPerName(5).mailsPerDay(20))
                .password(password -> password.minimumLength(12))
                .registration(registration -> registration.quarantine(Duration.ZERO));

        assertThat(policy.reset()).isEqualTo(ResetPolicy.nist());
        assertThat(policy.limits().startsPerName()).isEqualTo(5);
        assertThat(policy.limits().mailsPerDay()).isEqualTo(20);
        assertThat(policy.password().minimumLength()).isEqualTo(12);
        assertThat(policy.registration().quarantine()).isZero();
        assertThat(policy.registration().storeDestinations()).isEqualTo(StoreDestinations.AFTER_REGISTRATION);
        assertThat(policy.codes()).isEqualTo(SsprPolicy.standard().codes());
    }

    @Test
    void capabilities_ofOneKind_leaveTheOthers() {
        SsprPolicy policy = SsprPolicy.standard()
                .methods(methods -> methods.capabilities(all -> all.allowed(MethodKind.PUSH, Set.of())));

        assertThat(policy.methods().capabilities().allowed().get(MethodKind.PUSH))
                .isEmpty();
        assertThat(policy.methods().capabilities().allowed().keySet())
                .isEqualTo(
                        SsprPolicy.standard().methods().capabilities().allowed().keySet());
    }

    @Test
    void lists_areCopied() {
        List<MethodKind> kinds = new java.util.ArrayList<>(List.of(MethodKind.EMAIL_CODE));
        SsprPolicy policy = SsprPolicy.standard().registration(registration -> registration.kinds(kinds));
        kinds.add(MethodKind.SMS_CODE);

        assertThat(policy.registration().kinds()).containsExactly(MethodKind.EMAIL_CODE);
    }
}
