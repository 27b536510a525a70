package dev.sspr.internal.verify;

import static dev.sspr.fixture.VerifierFixture.ANNA;
import static dev.sspr.fixture.VerifierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.policy.MethodPolicy.AuthenticatorRules;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.kit.Hostile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AppCodesCheckedTest extends AppCodesFixture {
    @Nested
    class Windows {
        @ParameterizedTest(name = "{0} accepted steps, code {1} steps away")
        @Tag("R-TOTP-3")
        @Tag("V-REUSE-8")
        @CsvSource({
            "1,-3,false", "1,-2,false", "1,-1,false", "1,0,true", "1,1,false", "1,2,false", "1,3,false",
            "2,-3,false", "2,-2,false", "2,-1,true", "2,0,true", "2,1,false", "2,2,false", "2,3,false",
            "3,-3,false", "3,-2,false", "3,-1,true", "3,0,true", "3,1,true", "3,2,false", "3,3,false"
        })
        void code_awayFromNow_countsInTheWindowOnly(int accepted, int away, boolean right) {
            Credential app = enrolled(NOW);
            Instant now = NOW.plus(STEP.multipliedBy(100));

            CredentialVerifier.Verification verified =
                    check(apps(accepted), List.of(app), shown(offer, now.plus(STEP.multipliedBy(away))), now);

            assertThat(verified instanceof CredentialVerifier.Verification.Passed)
                    .isEqualTo(right);
        }

        @Test
        @Tag("R-TOTP-4")
        @Tag("V-REPLAY-2")
        @Tag("V-REPLAY-3")
        void step_atOrBeforeTheLast_neverCountsAgain() {
            Credential app = enrolled(NOW);
            Instant now = NOW.plus(STEP.multipliedBy(10));
            CredentialVerifier.Verification.Passed first =
                    (CredentialVerifier.Verification.Passed) check(apps(3), List.of(app), shown(offer, now), now);
            List<Credential> next = List.of(first.next().orElseThrow());

            assertThat(check(apps(3), next, shown(offer, now), now)).isEqualTo(wrong());
            assertThat(check(apps(3), next, shown(offer, now), now.plus(STEP))).isEqualTo(wrong());
            assertThat(check(apps(3), next, shown(offer, now.minus(STEP)), now)).isEqualTo(wrong());
            assertThat(check(apps(3), next, shown(offer, now.plus(STEP)), now))
                    .isInstanceOf(CredentialVerifier.Verification.Passed.class);
        }

        @Test
        @Tag("R-TOTP-7")
        void clock_setBack_opensNoOldStep() {
            Credential app = enrolled(NOW);
            Instant earlier = NOW.minus(Duration.ofDays(1));

            assertThat(check(apps, List.of(app), shown(offer, earlier), earlier))
                    .isEqualTo(wrong());
            assertThat(check(apps, List.of(app), shown(offer, Instant.EPOCH.minusSeconds(5)), Instant.EPOCH))
                    .isEqualTo(wrong());
        }
    }

    @Nested
    class Checking {
        @Test
        void code_ofAnyApp_namesIt() {
            Enrolment second = VerifierFixture.enrolment(ANNA);
            CredentialVerifier.EnrolmentOffer tablet = apps.offer(second);
            Credential two = ((CredentialVerifier.EnrolmentResult.Enrolled)
                            apps.confirm(second, tablet.verifierState(), shown(tablet, NOW), NOW))
                    .credential();
            List<Credential> held = List.of(enrolled(NOW), two);
            Instant now = NOW.plus(STEP);

            assertThat(((CredentialVerifier.Verification.Passed) check(apps, held, shown(offer, now), now))
                            .credentialId())
                    .isEqualTo(enrolment.id().hex());
            assertThat(((CredentialVerifier.Verification.Passed) check(apps, held, shown(tablet, now), now))
                            .credentialId())
                    .isEqualTo(second.id().hex());
        }

        @Test
        void code_withoutAnApp_isWrong() {
            assertThat(check(apps, List.of(), shown(offer, NOW), NOW)).isEqualTo(wrong());
        }

        @Test
        @Tag("R-TOK-9")
        void challenge_overTime_isUnusable() {
            Credential app = enrolled(NOW);
            Challenge challenge = VerifierFixture.challenge(MethodKind.APP_CODE, NOW);
            Instant end = challenge.expiresAt();

            assertThat(apps.check(challenge, VerifierState.EMPTY, List.of(app), shown(offer, end), end))
                    .isEqualTo(new CredentialVerifier.Verification.Failed(MfaVerifier.Result.UNUSABLE));
        }

        static List<String> malformed() {
            return Hostile.codes();
        }

        @ParameterizedTest
        @Tag("R-OTP-6")
        @Tag("V-TYPE-8")
        @MethodSource("malformed")
        void text_thatIsNoCode_isWrong(String text) {
            Credential app = enrolled(NOW);

            assertThat(check(apps, List.of(app), VerifierFixture.typed(text), NOW.plus(STEP)))
                    .isEqualTo(wrong());
            assertThat(apps.confirm(enrolment, offer.verifierState(), VerifierFixture.typed(text), NOW))
                    .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
        }

        @Test
        @Tag("R-OTP-6")
        void code_withSpacesOrOfAnotherKind_countsAsItIsTyped() {
            Credential app = enrolled(NOW);
            Instant now = NOW.plus(STEP);
            String code = shown(offer, now).secret().exposeTo(String::new);
            String spaced = " " + code.substring(0, 3) + " - " + code.substring(3) + " ";

            assertThat(check(apps, List.of(app), VerifierFixture.typed(spaced), now))
                    .isInstanceOf(CredentialVerifier.Verification.Passed.class);
            for (Response other : List.of(
                    new Response.Link(Secret.of(code)),
                    new Response.Answers(List.of(Secret.of(code))),
                    new Response.PublicKey(Secret.of(code)),
                    new Response.Poll())) {
                assertThat(check(apps, List.of(app), other, now)).isEqualTo(wrong());
            }
            assertThat(check(apps, List.of(app), VerifierFixture.typed(code.repeat(2000)), now))
                    .isEqualTo(wrong());
        }

        @Test
        @Tag("R-LOG-1")
        void nothingPrinted_holdsTheSeed() {
            String seed = uri(offer).replaceAll(".*secret=([A-Z2-7]+).*", "$1");

            assertThat(offer + " " + enrolled(NOW)).doesNotContain(seed);
        }

        @Test
        void credential_ofALaterForm_isRefusedByItsId() {
            Credential later = Credential.of("later", new byte[] {9, 1, 2});

            assertThatIllegalStateException()
                    .isThrownBy(() -> check(apps, List.of(later), VerifierFixture.typed("123456"), NOW))
                    .withMessageContaining("later");
        }
    }

    @Test
    @Tag("F2-P6")
    @DisplayName("F2-P6: by default an app may be one step behind or ahead, and its drift is remembered")
    void standardRules_acceptOneStepBeforeAndOneAfter() {
        AppCodes standard = new AppCodes(AuthenticatorRules.standard(), VerifierFixture.MINT);
        Credential app = enrolled(NOW);
        Instant at = NOW.plusSeconds(300);

        assertThat(check(standard, List.of(app), shown(offer, at.plusSeconds(60)), at))
                .isEqualTo(wrong());
        assertThat(check(standard, List.of(app), shown(offer, at.minusSeconds(30)), at))
                .isNotEqualTo(wrong());
        Credential ahead = ((CredentialVerifier.Verification.Passed)
                        check(standard, List.of(app), shown(offer, at.plusSeconds(30)), at))
                .next()
                .orElseThrow();
        Instant later = at.plusSeconds(300);
        assertThat(check(standard, List.of(ahead), shown(offer, later.plusSeconds(60)), later))
                .isNotEqualTo(wrong());
    }
}
