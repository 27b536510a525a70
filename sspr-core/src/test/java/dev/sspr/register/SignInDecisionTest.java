package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.ResetReadiness;
import dev.sspr.internal.registration.SignInDecision;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host does after its own sign-in: REG-02, REG-03, REG-06, REG-09, POL-07, CAM-02, CAM-03, GATE-06 to GATE-09. */
class SignInDecisionTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final List<MethodKind> KINDS = List.of(MethodKind.APP_CODE, MethodKind.EMAIL_CODE);
    private static final RegistrationPolicy STANDARD = RegistrationPolicy.standard();

    private static final ResetReadiness READY = new ResetReadiness(Set.of(), Optional.empty(), Set.of());
    private static final ResetReadiness LACKING =
            new ResetReadiness(Set.of(ResetReadiness.Lack.FIRST_METHOD), Optional.empty(), Set.of());

    private static RegistrationStatus state(int held, int skips, Optional<Instant> reviewed) {
        return new RegistrationStatus(
                true, held > 0 ? READY : LACKING, held, KINDS, reviewed, skips, Optional.empty(), Optional.empty());
    }

    @ParameterizedTest(name = "{0} skips used: {1} left")
    @CsvSource({"0, 3", "1, 2", "2, 1"})
    @Tag("CAM-03")
    void missing_withSkipsLeft_mayBePutOff(int used, int left) {
        assertThat(SignInDecision.decide(state(0, used, Optional.empty()), STANDARD, NOW))
                .isEqualTo(new SignInAdvice.MaySnooze(2, KINDS, OptionalInt.of(left)));
    }

    @Test
    @Tag("CAM-03")
    void missing_withoutSkipsLeft_mustBeDone() {
        assertThat(SignInDecision.decide(state(1, 3, Optional.empty()), STANDARD, NOW))
                .isEqualTo(new SignInAdvice.MustRegister(1, KINDS, SignInAdvice.MustRegister.Why.NO_SNOOZES_LEFT));
    }

    @Test
    @Tag("REG-03")
    void missing_underEntra_mayBePutOffForEver() {
        assertThat(SignInDecision.decide(state(0, 200, Optional.empty()), RegistrationPolicy.entra(), NOW))
                .isEqualTo(new SignInAdvice.MaySnooze(1, KINDS, OptionalInt.empty()));
    }

    @ParameterizedTest(name = "reviewed {0} seconds less than 180 days ago: {1}")
    @CsvSource({"0, true", "1, false", "-1, true"})
    @Tag("POL-07")
    @Tag("REG-09")
    void complete_afterHalfAYear_isReconfirmed(long seconds, boolean asked) {
        Instant last = NOW.minus(Duration.ofDays(180)).plusSeconds(seconds);

        assertThat(SignInDecision.decide(state(2, 0, Optional.of(last)), STANDARD, NOW))
                .isEqualTo(asked ? new SignInAdvice.Reconfirm(last) : new SignInAdvice.Nothing());
    }

    @Test
    @Tag("CAM-02")
    void snoozed_isLeftAloneUntilThen() {
        RegistrationStatus snoozed = new RegistrationStatus(
                true, LACKING, 0, KINDS, Optional.empty(), 1, Optional.of(NOW.plusSeconds(1)), Optional.empty());

        assertThat(SignInDecision.decide(snoozed, STANDARD, NOW)).isEqualTo(new SignInAdvice.Nothing());
        assertThat(SignInDecision.decide(snoozed, STANDARD, NOW.plusSeconds(1)))
                .isInstanceOf(SignInAdvice.MaySnooze.class);
    }

    @Test
    @Tag("REG-02")
    void account_outOfScope_isNeverAsked() {
        RegistrationStatus off = new RegistrationStatus(
                false, LACKING, 0, KINDS, Optional.empty(), 0, Optional.empty(), Optional.of(NOW));

        assertThat(SignInDecision.decide(off, STANDARD, NOW)).isEqualTo(new SignInAdvice.Nothing());
    }

    @Test
    @Tag("V-STEP-12")
    void skipping_threeTimes_leavesNoSkip() {
        RegistrationFixture registrationFixture = new RegistrationFixture();
        for (int left = 3; left > 0; left--) {
            assertThat(registrationFixture.registration.adviceAfterSignIn(RegistrationFixture.ALICE))
                    .isInstanceOfSatisfying(
                            SignInAdvice.MaySnooze.class,
                            advice -> assertThat(advice.missing()).isEqualTo(2));
            registrationFixture.registration.snooze(RegistrationFixture.ALICE);
            registrationFixture.advance(Duration.ofDays(1));
        }

        assertThat(registrationFixture.registration.snooze(RegistrationFixture.ALICE))
                .isInstanceOf(SignInAdvice.MustRegister.class);
    }

    @Test
    @Tag("GATE-07")
    @Tag("GATE-08")
    @Tag("GATE-09")
    void flags_enabledRegisteredAndCapable_areKeptApart() {
        RegistrationFixture registrationFixture = new RegistrationFixture();
        assertThat(registrationFixture
                        .registration
                        .status(RegistrationFixture.ALICE)
                        .enabled())
                .isTrue();
        assertThat(registrationFixture
                        .registration
                        .status(RegistrationFixture.ALICE)
                        .registered())
                .isFalse();
        registrationFixture.withAddress(registrationFixture.opened(), MethodKind.EMAIL_CODE, "alice@example.net");
        assertThat(registrationFixture
                        .registration
                        .status(RegistrationFixture.ALICE)
                        .capable())
                .isTrue();
        registrationFixture.users.setStatus(RegistrationFixture.ALICE, AccountStatus.DISABLED);

        assertThat(registrationFixture
                        .registration
                        .status(RegistrationFixture.ALICE)
                        .registered())
                .isTrue();
        assertThat(registrationFixture
                        .registration
                        .status(RegistrationFixture.ALICE)
                        .capable())
                .isFalse();
    }
}
