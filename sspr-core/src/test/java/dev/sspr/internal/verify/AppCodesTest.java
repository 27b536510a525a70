package dev.sspr.internal.verify;

import static dev.sspr.fixture.VerifierFixture.ANNA;
import static dev.sspr.fixture.VerifierFixture.BERT;
import static dev.sspr.fixture.VerifierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.oath.OathToken;
import dev.sspr.policy.MethodPolicy.AuthenticatorRules;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppCodesTest extends AppCodesFixture {
    @Nested
    class Enrolling {
        @ParameterizedTest
        @Tag("R-TOTP-2")
        @EnumSource(OathToken.Hash.class)
        void code_ofTheNewSeed_enrolsWithEveryHash(OathToken.Hash hash) {
            for (int digits : new int[] {6, 8}) {
                for (int period : new int[] {30, 60}) {
                    AppCodes any = new AppCodes(
                            new AuthenticatorRules(hash, digits, Duration.ofSeconds(period), 2), VerifierFixture.MINT);
                    CredentialVerifier.EnrolmentOffer made = any.offer(enrolment);
                    CredentialVerifier.EnrolmentResult.Enrolled app = (CredentialVerifier.EnrolmentResult.Enrolled)
                            any.confirm(enrolment, made.verifierState(), shown(made, NOW), NOW);
                    Instant later = NOW.plusSeconds(period);

                    assertThat(app.credential().id()).isEqualTo(enrolment.id().hex());
                    assertThat(app.label()).isEqualTo("Authenticator app");
                    assertThat(app.claim()).isEmpty();
                    assertThat(check(apps, List.of(app.credential()), shown(made, later), later))
                            .isInstanceOf(CredentialVerifier.Verification.Passed.class);
                }
            }
        }

        @Test
        @Tag("R-TOTP-2")
        void seeds_areNeverTheSame() {
            Set<String> uris = new HashSet<>();
            for (int i = 0; i < 1000; i++) {
                uris.add(uri(apps.offer(enrolment)));
            }

            assertThat(uris).hasSize(1000);
        }

        @Test
        @Tag("R-TOTP-6")
        void codeThatConfirmed_isBurnt() {
            Credential app = enrolled(NOW);

            assertThat(check(apps, List.of(app), shown(offer, NOW), NOW)).isEqualTo(wrong());
            assertThat(check(apps, List.of(app), shown(offer, NOW.minus(STEP)), NOW))
                    .isEqualTo(wrong());
        }

        @Test
        @Tag("R-REG-6")
        void memo_ofAnotherEnrolmentOrAccount_isWrong() {
            Enrolment other = VerifierFixture.enrolment(ANNA);
            CredentialVerifier.EnrolmentOffer others = apps.offer(other);
            Enrolment bert = new Enrolment(
                    enrolment.id(),
                    BERT,
                    "bert",
                    "Example",
                    enrolment.locale(),
                    List.of(),
                    enrolment.given(),
                    enrolment.issuedAt(),
                    enrolment.expiresAt());

            assertThat(apps.confirm(enrolment, others.verifierState(), shown(others, NOW), NOW))
                    .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
            assertThat(apps.confirm(enrolment, offer.verifierState(), shown(others, NOW), NOW))
                    .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
            assertThat(apps.confirm(bert, offer.verifierState(), shown(offer, NOW), NOW))
                    .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
            assertThat(apps.confirm(enrolment, VerifierState.EMPTY, shown(offer, NOW), NOW))
                    .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
            assertThat(apps.confirm(enrolment, VerifierState.of(new byte[60]), shown(offer, NOW), NOW))
                    .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
        }

        @Test
        @Tag("R-TOTP-5")
        void enrolment_overTime_isOver() {
            Instant end = enrolment.expiresAt();
            Instant before = end.minusMillis(1);

            assertThat(apps.confirm(enrolment, offer.verifierState(), shown(offer, before), before))
                    .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
            assertThat(apps.confirm(enrolment, offer.verifierState(), shown(offer, end), end))
                    .isEqualTo(new CredentialVerifier.EnrolmentResult.Expired());
        }

        @Test
        @Tag("R-TOTP-9")
        void accountName_withColons_isShownWithHyphens() {
            Enrolment colons = new Enrolment(
                    enrolment.id(),
                    ANNA,
                    "urn:people:anna",
                    "Example",
                    enrolment.locale(),
                    List.of(),
                    enrolment.given(),
                    enrolment.issuedAt(),
                    enrolment.expiresAt());

            assertThat(uri(apps.offer(colons))).startsWith("otpauth://totp/Example:urn-people-anna?");
        }

        @Test
        @Tag("R-TOTP-9")
        void service_withAColon_isTheHostsMistake() {
            Enrolment colon = new Enrolment(
                    enrolment.id(),
                    ANNA,
                    "anna",
                    "Exam:ple",
                    enrolment.locale(),
                    List.of(),
                    enrolment.given(),
                    enrolment.issuedAt(),
                    enrolment.expiresAt());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> apps.offer(colon))
                    .withMessageContaining("Exam:ple");
        }
    }
}
