package dev.sspr.internal.verify;

import static dev.sspr.fixture.VerifierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.internal.bytes.Base32;
import dev.sspr.oath.OathToken;
import dev.sspr.oath.OathToken.Factor;
import dev.sspr.policy.MethodPolicy.TokenRules;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices whose clocks run fast or slow. */
@Tag("F2-P6")
@Tag("R-TOTP-3")
@Tag("R-TOTP-7")
class DriftTest {
    private static final byte[] SEED = VerifierFixture.MINT.bytes(20);
    private static final OathCode CODES = OathCode.of(OathToken.Hash.SHA1, SEED, 6);

    private final OathTokens tokens = new OathTokens(TokenRules.standard());

    private static Credential imported(int period) {
        return OathTokens.imported(
                        VerifierFixture.id(),
                        new OathToken(
                                "AB-1",
                                "Acme",
                                "C200",
                                Secret.of(Base32.encode(SEED)),
                                OathToken.Hash.SHA1,
                                6,
                                new Factor.Time(Duration.ofSeconds(period))))
                .credential();
    }

    /** What a device with another time shows. */
    private static String shown(Instant now, long ahead, int period) {
        return new String(CODES.at(Math.floorDiv(now.getEpochSecond() + ahead, period)));
    }

    private CredentialVerifier.EnrolmentResult activate(Credential given, String typed, Instant now) {
        Enrolment enrolment = VerifierFixture.activating(given);
        VerifierState state = tokens.offer(enrolment).verifierState();
        return tokens.confirm(enrolment, state, VerifierFixture.typed(typed), now);
    }

    private Optional<Credential> check(Credential held, String typed, Instant now) {
        CredentialVerifier.Verification verified = tokens.check(
                VerifierFixture.challenge(MethodKind.OATH_TOKEN, now),
                VerifierState.EMPTY,
                List.of(held),
                VerifierFixture.typed(typed),
                now);
        return verified instanceof CredentialVerifier.Verification.Passed passed ? passed.next() : Optional.empty();
    }

    @ParameterizedTest
    @CsvSource({"90,60", "-90,60", "90,30", "-80,30", "120,60", "-120,60", "60,30", "-60,30", "0,30"})
    @DisplayName("F2-P6: two consecutive codes activate a token whose clock is off, and its next code passes")
    void token_thatIsOff_isActivatedByTwoCodes(long ahead, int period) {
        for (int second = 0; second < period; second++) {
            Credential given = imported(period);
            Instant at = NOW.plusSeconds(second);
            String two = shown(at, ahead - period, period) + " " + shown(at, ahead, period);
            CredentialVerifier.EnrolmentResult made = activate(given, two, at);
            assertThat(made).as("at second %d", second).isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);

            Credential active = ((CredentialVerifier.EnrolmentResult.Enrolled) made).credential();
            Instant later = at.plusSeconds(period);
            assertThat(check(active, shown(at, ahead, period), later))
                    .as("the code that activated")
                    .isEmpty();
            assertThat(check(active, shown(later, ahead, period), later))
                    .as("at second %d", second)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-9, -5, 5, 9, 100})
    @DisplayName("F2-P6: two codes of a token that is further off, or that are not consecutive, activate nothing")
    void token_thatIsTooFarOff_isNotActivated(long steps) {
        Credential given = imported(30);

        assertThat(activate(given, shown(NOW, 30 * steps - 30, 30) + shown(NOW, 30 * steps, 30), NOW))
                .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
        assertThat(activate(given, shown(NOW, 0, 30) + shown(NOW, -30, 30), NOW))
                .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
        assertThat(activate(given, shown(NOW, -60, 30) + shown(NOW, 0, 30), NOW))
                .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
    }

    @Test
    @DisplayName("F2-P6: every code of a phone that is 5 seconds ahead passes, typed at once or late")
    void phone_fiveSecondsAhead_alwaysPasses() {
        for (int second = 0; second < 30; second++) {
            for (int late : new int[] {0, 5, 20}) {
                Instant at = NOW.plusSeconds(second);
                Credential held = imported(30);
                for (int times = 0; times < 4; times++) {
                    Optional<Credential> next = check(held, shown(at, 5, 30), at.plusSeconds(late));
                    assertThat(next)
                            .as("second %d, %d late, time %d", second, late, times)
                            .isPresent();
                    held = next.get();
                    at = at.plusSeconds(97);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    @DisplayName("F2-P6: a slow drift is followed to two steps, and no further")
    void slowDrift_isFollowedWithinTwoSteps(int direction) {
        Credential held = imported(30);
        Random random = new Random(26);
        for (int day = 0; day <= 75; day++) {
            Instant at = NOW.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(30));
            Optional<Credential> next = check(held, shown(at, (long) direction * day, 30), at);
            assertThat(next).as("%d seconds off", direction * day).isPresent();
            held = next.get();
        }
        Instant far = NOW.plus(Duration.ofDays(200));
        assertThat(check(held, shown(far, 120L * direction, 30), far)).isEmpty();
        assertThat(check(held, shown(far, -60L * direction, 30), far))
                .as("three steps are accepted, and not five")
                .isEmpty();
    }

    @Test
    @DisplayName("F2-P6: three codes pass at any time, whatever the drift")
    void window_hasThreeCodes() {
        Credential held = imported(30);
        for (int drift = 0; drift < 3; drift++) {
            Instant at = NOW.plusSeconds(3000L * drift);
            int passing = 0;
            for (int step = -8; step <= 8; step++) {
                passing += check(held, shown(at, 30L * step, 30), at).isPresent() ? 1 : 0;
            }
            assertThat(passing).as("at drift %d", drift).isEqualTo(3);
            held = check(held, shown(at, 30L * (drift + 1), 30), at).orElseThrow();
        }
    }

    @Test
    @DisplayName("F2-P6: a device without drift is stored in form 1, and one with drift in form 2")
    void storedForm_changesOnlyWithADrift() {
        Credential held = imported(30);
        Credential even = check(held, shown(NOW, 0, 30), NOW).orElseThrow();
        Credential ahead = check(held, shown(NOW, 30, 30), NOW).orElseThrow();

        assertThat(held.data()[0]).isEqualTo((byte) 1);
        assertThat(even.data()[0]).isEqualTo((byte) 1);
        assertThat(ahead.data()[0]).isEqualTo((byte) 2);
        assertThat(check(ahead, shown(NOW.plusSeconds(60), 60, 30), NOW.plusSeconds(60)))
                .isPresent();
    }
}
