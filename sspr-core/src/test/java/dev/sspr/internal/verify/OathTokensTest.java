package dev.sspr.internal.verify;

import static dev.sspr.fixture.VerifierFixture.ANNA;
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
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.kit.Hostile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** M-09: a token is imported, activated by a code, and counts each code once. */
@Tag("M-09")
class OathTokensTest {
    private static final byte[] SEED = VerifierFixture.MINT.bytes(20);
    private static final OathCode CODES = OathCode.of(OathToken.Hash.SHA1, SEED, 6);
    private static final long FIRST = 40;

    private final OathTokens tokens = new OathTokens(TokenRules.standard());

    private static Credential imported(Factor factor) {
        return OathTokens.imported(VerifierFixture.id(), token(factor)).credential();
    }

    private static OathToken token(Factor factor) {
        return new OathToken(
                "AB-1234567", "Acme", "C200", Secret.of(Base32.encode(SEED)), OathToken.Hash.SHA1, 6, factor);
    }

    private static Response code(long counter) {
        return VerifierFixture.typed(CODES.at(counter));
    }

    private static Response codes(long first, long second) {
        return VerifierFixture.typed(new String(CODES.at(first)) + " " + new String(CODES.at(second)));
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60);
    }

    private CredentialVerifier.Verification check(Credential held, Response response, Instant now) {
        return check(List.of(held), response, now);
    }

    private CredentialVerifier.Verification check(List<Credential> held, Response response, Instant now) {
        return tokens.check(
                VerifierFixture.challenge(MethodKind.OATH_TOKEN, now), VerifierState.EMPTY, held, response, now);
    }

    private Credential passed(Credential held, Response response, Instant now) {
        return ((CredentialVerifier.Verification.Passed) check(held, response, now))
                .next()
                .orElseThrow();
    }

    private CredentialVerifier.EnrolmentResult confirm(Credential given, Response response) {
        Enrolment enrolment = VerifierFixture.activating(given);
        return tokens.confirm(enrolment, tokens.offer(enrolment).verifierState(), response, NOW);
    }

    private static CredentialVerifier.Verification wrong() {
        return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);
    }

    @Nested
    class Activating {
        private final Credential given = imported(new Factor.Presses(FIRST));

        @Test
        void code_ofTheToken_activatesItUnderItsId() {
            CredentialVerifier.EnrolmentResult.Enrolled made =
                    (CredentialVerifier.EnrolmentResult.Enrolled) confirm(given, code(FIRST));

            assertThat(made.credential().id()).isEqualTo(given.id());
            assertThat(made.label()).isEqualTo("Token AB-1234567");
            assertThat(made.claim()).isPresent();
        }

        @Test
        @Tag("R-TOTP-6")
        void codeThatActivated_isBurnt() {
            Credential active =
                    ((CredentialVerifier.EnrolmentResult.Enrolled) confirm(given, code(FIRST + 1))).credential();

            assertThat(check(active, code(FIRST + 1), NOW)).isEqualTo(wrong());
            assertThat(check(active, code(FIRST), NOW)).isEqualTo(wrong());
            assertThat(check(active, code(FIRST + 2), NOW)).isInstanceOf(CredentialVerifier.Verification.Passed.class);
        }

        @Test
        void codeOfTime_activates() {
            Credential timed = imported(new Factor.Time(Duration.ofSeconds(60)));

            assertThat(confirm(timed, code(step(NOW)))).isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
            assertThat(confirm(timed, code(step(NOW) + 2))).isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
        }

        @Test
        void otherCode_isWrong() {
            assertThat(confirm(given, code(FIRST - 1))).isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
            assertThat(confirm(given, code(FIRST + 5))).isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
        }

        @Test
        @Tag("R-REG-6")
        void memo_ofAnotherEnrolment_isWrong() {
            Enrolment other = VerifierFixture.activating(given);

            assertThat(tokens.confirm(
                            VerifierFixture.activating(given),
                            tokens.offer(other).verifierState(),
                            code(FIRST),
                            NOW))
                    .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
        }

        @Test
        void token_thatNobodyImported_cannotBeEnrolled() {
            Enrolment enrolment = VerifierFixture.enrolment(ANNA);
            CredentialVerifier.EnrolmentResult enrolled =
                    tokens.confirm(enrolment, tokens.offer(enrolment).verifierState(), code(0), NOW);

            assertThat(((CredentialVerifier.EnrolmentResult.Rejected) enrolled).findings())
                    .extracting(finding -> finding.code())
                    .containsExactly("oath-token.not-imported");
        }

        @Test
        void claims_areEqualForOneSeedOnly() {
            CredentialVerifier.EnrolmentResult.Enrolled one =
                    OathTokens.imported(VerifierFixture.id(), token(new Factor.Presses(0)));
            CredentialVerifier.EnrolmentResult.Enrolled same =
                    (CredentialVerifier.EnrolmentResult.Enrolled) confirm(given, code(FIRST));
            OathToken another = new OathToken(
                    "AB-1234567",
                    "",
                    "",
                    Secret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
                    OathToken.Hash.SHA1,
                    6,
                    new Factor.Presses(0));

            assertThat(one.claim()).isEqualTo(same.claim());
            assertThat(OathTokens.imported(VerifierFixture.id(), another).claim())
                    .isNotEqualTo(one.claim());
        }

        @ParameterizedTest
        @CsvSource({"'a\tb\u202Ec',Token abc", "'***',Token", "'(12) 34',Token 1234"})
        void serial_withOtherCharacters_makesASafeLabel(String serial, String label) {
            OathToken odd = new OathToken(
                    serial, "", "", Secret.of(Base32.encode(SEED)), OathToken.Hash.SHA1, 6, new Factor.Presses(0));

            assertThat(OathTokens.imported(VerifierFixture.id(), odd).label()).isEqualTo(label);
        }

        @Test
        void serial_ofLongCharacters_makesAShortLabel() {
            OathToken odd = new OathToken(
                    "\uD83D\uDE00".repeat(10) + "\uD835\uDC00".repeat(20),
                    "",
                    "",
                    Secret.of(Base32.encode(SEED)),
                    OathToken.Hash.SHA1,
                    6,
                    new Factor.Presses(0));

            assertThat(OathTokens.imported(VerifierFixture.id(), odd).label()).hasSizeLessThanOrEqualTo(64);
        }
    }

    @Nested
    class Presses {
        private final Credential token = imported(new Factor.Presses(FIRST));

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 2, 3, 4})
        void code_withinTheLookAhead_passesOnce(long ahead) {
            Credential next = passed(token, code(FIRST + ahead), NOW);

            for (long used = FIRST - 1; used <= FIRST + ahead; used++) {
                assertThat(check(next, code(used), NOW)).isEqualTo(wrong());
            }
            assertThat(check(next, code(FIRST + ahead + 1), NOW))
                    .isInstanceOf(CredentialVerifier.Verification.Passed.class);
        }

        @ParameterizedTest
        @ValueSource(longs = {-2, -1, 5, 6, 99, 100})
        void code_beyondTheLookAhead_isWrong(long ahead) {
            assertThat(check(token, code(FIRST + ahead), NOW)).isEqualTo(wrong());
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 4, 5, 50, 98})
        void twoCodesInARow_bringTheTokenBack(long ahead) {
            Credential next = passed(token, codes(FIRST + ahead, FIRST + ahead + 1), NOW);

            assertThat(check(next, codes(FIRST + ahead, FIRST + ahead + 1), NOW))
                    .isEqualTo(wrong());
            assertThat(check(next, code(FIRST + ahead + 1), NOW)).isEqualTo(wrong());
            assertThat(check(next, code(FIRST + ahead + 2), NOW))
                    .isInstanceOf(CredentialVerifier.Verification.Passed.class);
        }

        @ParameterizedTest
        @CsvSource({"-2,-1", "-1,0", "99,100", "200,201", "10,10", "10,12", "11,10", "0,0"})
        void twoOtherCodes_areWrong(long first, long second) {
            assertThat(check(token, codes(FIRST + first, FIRST + second), NOW)).isEqualTo(wrong());
        }

        @Test
        void tokenInTheFuture_isNotFollowedByTime() {
            assertThat(check(token, code(step(NOW)), NOW)).isEqualTo(wrong());
        }
    }

    @Nested
    class Time {
        private final Credential token = imported(new Factor.Time(Duration.ofSeconds(60)));

        @ParameterizedTest
        @Tag("R-TOTP-3")
        @CsvSource({"-3,false", "-2,false", "-1,true", "0,true", "1,true", "2,false", "3,false"})
        void code_awayFromNow_countsInTheWindowOnly(long away, boolean right) {
            assertThat(check(token, code(step(NOW) + away), NOW) instanceof CredentialVerifier.Verification.Passed)
                    .isEqualTo(right);
        }

        @Test
        @Tag("R-TOTP-4")
        void codeOfAStep_passesOnce() {
            Credential next = passed(token, code(step(NOW) + 1), NOW);

            assertThat(check(next, code(step(NOW) + 1), NOW)).isEqualTo(wrong());
            assertThat(check(next, code(step(NOW)), NOW)).isEqualTo(wrong());
            assertThat(check(next, code(step(NOW) + 2), NOW.plusSeconds(60)))
                    .isInstanceOf(CredentialVerifier.Verification.Passed.class);
        }

        @Test
        void twoCodesInARow_areNoCode() {
            assertThat(check(token, codes(step(NOW), step(NOW) + 1), NOW)).isEqualTo(wrong());
        }
    }

    @Nested
    class Otherwise {
        private final List<Credential> held =
                List.of(imported(new Factor.Time(Duration.ofSeconds(30))), imported(new Factor.Presses(FIRST)));

        static List<String> malformed() {
            return Hostile.codes();
        }

        @ParameterizedTest
        @Tag("R-OTP-6")
        @MethodSource("malformed")
        void text_thatIsNoCode_isWrong(String text) {
            assertThat(check(held, VerifierFixture.typed(text), NOW)).isEqualTo(wrong());
        }

        @Test
        void code_ofEitherToken_namesIt() {
            CredentialVerifier.Verification verified = check(held, code(FIRST), NOW);

            assertThat(((CredentialVerifier.Verification.Passed) verified).credentialId())
                    .isEqualTo(held.get(1).id());
        }

        @Test
        void code_withoutAToken_isWrong() {
            assertThat(check(List.of(), code(0), NOW)).isEqualTo(wrong());
        }
    }
}
