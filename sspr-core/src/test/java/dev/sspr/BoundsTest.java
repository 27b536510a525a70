package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.policy.AccessPassPolicy;
import dev.sspr.policy.AuthenticatorPolicy;
import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.Composition;
import dev.sspr.policy.Limits;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.QuestionPolicy;
import dev.sspr.policy.RecoveryCodePolicy;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.Reuse;
import dev.sspr.policy.TokenPolicy;
import dev.sspr.policy.WordRules;
import dev.sspr.spi.MethodKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number has a floor and a ceiling in code, and what is beyond is refused by its name. */
@Tag("R-CFG-1")
@Tag("V-TOK-10")
class BoundsTest {
    private static Arguments number(Record standard, String part, String setting, long least, long most) {
        return Arguments.of(standard, part, setting, (int) least, (int) most, (int) least - 1, (int) most + 1);
    }

    private static Arguments time(Record standard, String part, String setting, Duration least, Duration most) {
        return Arguments.of(standard, part, setting, least, most, least.minusMillis(1), most.plusMillis(1));
    }

    static Stream<Arguments> settings() {
        Limits limits = Limits.standard();
        CodePolicy codes = CodePolicy.standard();
        PasswordPolicy password = PasswordPolicy.standard();
        Composition composition = Composition.NONE;
        WordRules words = password.words();
        Reuse reuse = password.reuse();
        ResetPolicy reset = ResetPolicy.standard();
        AuthenticatorPolicy apps = AuthenticatorPolicy.standard();
        TokenPolicy tokens = TokenPolicy.standard();
        QuestionPolicy questions = QuestionPolicy.standard();
        RecoveryCodePolicy recovery = RecoveryCodePolicy.standard();
        AccessPassPolicy passes =
                new AccessPassPolicy(12, Duration.ofMinutes(10), Duration.ofDays(30), AccessPassPolicy.Use.ONCE);
        return Stream.of(
                number(limits, "guessesPerMethod", "limits.guessesPerMethod", 1, 10),
                number(limits, "guessesPerDay", "limits.guessesPerDay", 1, 50),
                number(limits, "guessesInARow", "limits.guessesInARow", 1, 100),
                number(limits, "guessesPerTenantPerDay", "limits.guessesPerTenantPerDay", 1, 1_000_000),
                number(limits, "startsPerName", "limits.startsPerName", 1, 20),
                number(limits, "startsPerSource", "limits.startsPerSource", 1, 1000),
                time(limits, "sendGap", "limits.sendGap", Duration.ofSeconds(30), Duration.ofMinutes(10)),
                number(limits, "mailsPerHour", "limits.mailsPerHour", 1, 20),
                number(limits, "mailsPerDay", "limits.mailsPerDay", 1, 50),
                number(limits, "textsPerHour", "limits.textsPerHour", 1, 10),
                number(limits, "textsPerDay", "limits.textsPerDay", 1, 10),
                number(codes, "mailCharacters", "codes.mailCharacters", 6, 16),
                number(codes, "phoneDigits", "codes.phoneDigits", 6, 10),
                time(codes, "mailLife", "codes.mailLife", Duration.ofMinutes(1), Duration.ofHours(24)),
                time(codes, "phoneLife", "codes.phoneLife", Duration.ofMinutes(1), Duration.ofMinutes(10)),
                number(password, "minAlone", "password.minAlone", 8, 64),
                number(password, "minWithSecondFactor", "password.minWithSecondFactor", 8, 15),
                number(password, "max", "password.max", 64, 256),
                number(composition, "classes", "password.classes", 0, 4),
                number(composition, "longestSequence", "password.longestSequence", 2, 256),
                number(composition, "longestRepeat", "password.longestRepeat", 1, 256),
                number(words, "shortestName", "password.shortestName", 3, 8),
                number(reuse, "onChange", "password.onChange", 0, 24),
                number(reuse, "onReset", "password.onReset", 0, 24),
                number(reuse, "differences", "password.differences", 0, 16),
                time(reuse, "minimumAge", "password.minimumAge", Duration.ZERO, Duration.ofDays(7)),
                number(reset, "proofs", "reset.proofs", 1, 2),
                number(reset, "privilegedProofs", "reset.privilegedProofs", 2, 2),
                time(reset, "flowLife", "reset.flowLife", Duration.ofMinutes(5), Duration.ofMinutes(60)),
                number(apps, "digits", "authenticator.digits", 6, 8),
                time(apps, "period", "authenticator.period", Duration.ofSeconds(30), Duration.ofSeconds(60)),
                number(apps, "acceptedSteps", "authenticator.acceptedSteps", 1, 3),
                number(tokens, "acceptedSteps", "tokens.acceptedSteps", 1, 3),
                number(tokens, "lookAhead", "tokens.lookAhead", 1, 20),
                number(tokens, "resync", "tokens.resync", 10, 1000),
                number(questions, "register", "questions.register", 3, 5),
                number(questions, "reset", "questions.reset", 3, 5),
                number(recovery, "count", "recoveryCodes.count", 5, 12),
                number(recovery, "characters", "recoveryCodes.characters", 13, 24),
                number(passes, "characters", "accessPasses.characters", 8, 48),
                time(passes, "life", "accessPasses.life", Duration.ofMinutes(10), Duration.ofDays(30)),
                time(passes, "longest", "accessPasses.longest", Duration.ofMinutes(10), Duration.ofDays(30)));
    }

    private static void with(Record standard, String part, Object value) throws Throwable {
        RecordComponent[] parts = standard.getClass().getRecordComponents();
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].getName().equals(part)
                    ? value
                    : parts[i].getAccessor().invoke(standard);
        }
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            standard.getClass().getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("settings")
    void setting_beyondItsBounds_isRefusedByName(
            Record standard, String part, String setting, Object least, Object most, Object below, Object above) {
        assertThatNoException().isThrownBy(() -> with(standard, part, least));
        assertThatNoException().isThrownBy(() -> with(standard, part, most));
        assertThatThrownBy(() -> with(standard, part, below))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting);
        assertThatThrownBy(() -> with(standard, part, above))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting);
    }

    @Test
    void settings_areAllTested() {
        List<String> tested =
                settings().map(one -> (String) one.get()[1]).sorted().toList();
        List<String> all = Stream.of(
                        Limits.class,
                        CodePolicy.class,
                        PasswordPolicy.class,
                        ResetPolicy.class,
                        AuthenticatorPolicy.class,
                        TokenPolicy.class,
                        QuestionPolicy.class,
                        RecoveryCodePolicy.class,
                        AccessPassPolicy.class,
                        Composition.class,
                        WordRules.class,
                        Reuse.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(part -> part.getType() == int.class || part.getType() == Duration.class)
                .map(RecordComponent::getName)
                .sorted()
                .toList();

        assertThat(tested).isEqualTo(all);
    }

    @Test
    void methods_twiceTheSameOrNoneThatComesFirst_areRefusedByName() {
        MethodRule mail = new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE);
        MethodRule text = new MethodRule(MethodKind.SMS_CODE, Use.WITH_ANOTHER);
        for (List<MethodRule> wrong : List.of(List.of(mail, mail), List.of(text), List.<MethodRule>of())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ResetPolicy(1, 2, wrong, Duration.ofMinutes(15)))
                    .withMessageContaining("reset.methods");
        }
    }
}
