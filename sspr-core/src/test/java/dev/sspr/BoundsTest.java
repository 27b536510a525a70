package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.PolicySettings.PolicySetting;
import dev.sspr.policy.MethodPolicy;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
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
    static final Set<Class<?>> NUMBERS = Set.of(int.class, OptionalInt.class, Duration.class);

    private static Arguments number(String path, int least, int most) {
        return Arguments.of(path, least, most, least - 1, most + 1);
    }

    private static Arguments optional(String path, int least, int most) {
        return Arguments.of(
                path, OptionalInt.of(least), OptionalInt.of(most), OptionalInt.of(least - 1), OptionalInt.of(most + 1));
    }

    private static Arguments time(String path, Duration least, Duration most) {
        return Arguments.of(path, least, most, least.minusMillis(1), most.plusMillis(1));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                number("limits.guessesPerMethod", 1, 10),
                number("limits.guessesPerDay", 1, 50),
                number("limits.guessesInARow", 1, 100),
                number("limits.guessesPerTenantPerDay", 1, 1_000_000),
                number("limits.startsPerName", 1, 20),
                number("limits.startsPerSource", 1, 1000),
                time("limits.sendGap", Duration.ofSeconds(30), minutes(10)),
                time("limits.publicationDelay", Duration.ofMillis(50), Duration.ofSeconds(5)),
                number("limits.mailsPerHour", 1, 20),
                number("limits.mailsPerDay", 1, 50),
                number("limits.textsPerHour", 1, 10),
                number("limits.textsPerDay", 1, 10),
                time("limits.startGap", minutes(5), Duration.ofHours(24)),
                number("limits.mailsPerAccountPerDay", 1, 100),
                number("limits.textsPerAccountPerDay", 1, 20),
                number("limits.textsPerPrefixPerDay", 1, 1_000_000),
                number("codes.mailCharacters", 6, 16),
                number("codes.phoneDigits", 6, 10),
                time("codes.mailLife", minutes(1), Duration.ofHours(24)),
                time("codes.phoneLife", minutes(1), minutes(10)),
                number("password.minimumLength", 8, 64),
                number("password.minimumLengthWithSecondFactor", 8, 15),
                number("password.maximumLength", 64, 256),
                number("password.composition.classes", 0, 4),
                number("password.composition.longestSequence", 2, 256),
                number("password.composition.longestRepeat", 1, 256),
                number("password.words.shortestName", 3, 8),
                number("password.reuse.onChange", 0, 24),
                number("password.reuse.onReset", 0, 24),
                number("password.reuse.differences", 0, 16),
                time("password.reuse.minimumAge", Duration.ZERO, Duration.ofDays(7)),
                time("password.breach.timeLimit", Duration.ofMillis(50), Duration.ofSeconds(30)),
                number("reset.proofs", 1, 2),
                number("reset.privilegedProofs", 2, 2),
                time("reset.flowLife", minutes(5), minutes(60)),
                time("reset.hold.period", Duration.ofHours(1), Duration.ofDays(30)),
                time("reset.hold.lately", Duration.ZERO, Duration.ofDays(30)),
                number("registration.toRegister", 1, 5),
                time("registration.freshness", minutes(1), minutes(15)),
                time("registration.sessionLife", minutes(5), minutes(60)),
                time("registration.firstWindow", Duration.ZERO, Duration.ofDays(365)),
                time("registration.quarantine", Duration.ZERO, Duration.ofDays(30)),
                time("registration.enrolmentLife", minutes(1), minutes(60)),
                number("registration.reconfirmDays", 0, 730),
                optional("registration.snoozes", 0, 100),
                number("registration.snoozeDays", 0, 14),
                number("methods.authenticator.digits", 6, 8),
                time("methods.authenticator.period", Duration.ofSeconds(30), Duration.ofSeconds(60)),
                number("methods.authenticator.acceptedSteps", 1, 3),
                number("methods.tokens.acceptedSteps", 1, 3),
                number("methods.tokens.lookAhead", 1, 20),
                number("methods.tokens.resync", 10, 1000),
                number("methods.questions.register", 3, 5),
                number("methods.questions.reset", 3, 5),
                number("methods.recoveryCodes.count", 5, 12),
                number("methods.recoveryCodes.characters", 13, 24),
                number("methods.accessPasses.characters", 8, 48),
                time("methods.accessPasses.life", minutes(10), Duration.ofDays(30)),
                time("methods.accessPasses.longest", minutes(10), Duration.ofDays(30)),
                time("change.freshness", minutes(1), minutes(60)),
                number("lockout.threshold", 3, 100),
                time("lockout.first", Duration.ofSeconds(5), Duration.ofHours(5)),
                number("lockout.locksPerStep", 1, 100),
                number("lockout.growth", 1, 10),
                time("lockout.longest", Duration.ofSeconds(5), Duration.ofHours(24)),
                time("recovery.period", Duration.ZERO, Duration.ofDays(3)),
                time("recovery.warning", Duration.ZERO, Duration.ofDays(3)),
                time("recovery.window", Duration.ofHours(1), Duration.ofDays(3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void setting_beyondItsBounds_isRefusedByName(String path, Object least, Object most, Object below, Object above)
            throws Throwable {
        PolicySetting setting = PolicySettings.named(path);

        PolicyCopyTest.assertChangesAlone(setting, least);
        PolicyCopyTest.assertChangesAlone(setting, most);
        for (Object beyond : List.of(below, above)) {
            assertThatThrownBy(() -> setting.copy(beyond))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(path);
        }
    }

    @Test
    void settings_areAllTested() {
        assertThat(settings().map(one -> (String) one.get()[0]))
                .containsExactlyInAnyOrderElementsOf(PolicySettings.all().stream()
                        .filter(PolicySetting::isNumber)
                        .map(PolicySetting::path)
                        .toList());
    }

    @Test
    void number_aboveAnotherThatBoundsIt_isRefusedByBothNames() {
        MethodPolicy methods = MethodPolicy.standard();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> methods.accessPasses(passes -> passes.longest(minutes(30))))
                .withMessageContaining("methods.accessPasses.life")
                .withMessageContaining("methods.accessPasses.longest");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        methods.questions(questions -> questions.register(4).reset(5)))
                .withMessageContaining("methods.questions.reset")
                .withMessageContaining("methods.questions.register");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordPolicy.standard().minimumLengthWithSecondFactor(16))
                .withMessageContaining("password.minimumLengthWithSecondFactor")
                .withMessageContaining("password.minimumLength,");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecoveryPolicy.careful().period(Duration.ofHours(2)))
                .withMessageContaining("recovery.warning")
                .withMessageContaining("recovery.period");
    }

    @Test
    void digitsAndPeriod_thatNoAppKnows_areRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MethodPolicy.standard().authenticator(app -> app.digits(7)))
                .withMessageContaining("methods.authenticator.digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MethodPolicy.standard().authenticator(app -> app.period(Duration.ofSeconds(45))))
                .withMessageContaining("methods.authenticator.period");
    }

    @Test
    void methods_twiceTheSameOrNoneThatComesFirst_areRefusedByName() {
        MethodRule mail = new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE);
        MethodRule text = new MethodRule(MethodKind.SMS_CODE, Use.WITH_ANOTHER);
        for (List<MethodRule> wrong : List.of(List.of(mail, mail), List.of(text), List.<MethodRule>of())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ResetPolicy.standard().methods(wrong))
                    .withMessageContaining("reset.methods");
        }
    }

    @Test
    void kindsTwiceAndOddCallingCodes_areRefusedByName() {
        RegistrationPolicy registration = RegistrationPolicy.standard();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registration.kinds(List.of(MethodKind.SMS_CODE, MethodKind.SMS_CODE)))
                .withMessageContaining("registration.kinds");
        for (String odd : List.of("", "0", "+31", "1234", "x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> registration.callingCodes(Set.of(odd)))
                    .withMessageContaining("registration.callingCodes");
        }
    }
}
