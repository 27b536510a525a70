package dev.sspr.internal.verify;

import static dev.sspr.fixture.VerifierFixture.ANNA;
import static dev.sspr.fixture.VerifierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.internal.verify.AccessPasses.Issued;
import dev.sspr.policy.MethodPolicy.AccessPassRules;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPassesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final QuickHash hash = new QuickHash();
    private final AccessPasses passes = new AccessPasses(AccessPassRules.standard(), hash, VerifierFixture.MINT);

    private static String text(Issued issued) {
        return issued.pass().exposeTo(String::new);
    }

    private CredentialVerifier.Verification check(List<Credential> held, String typed, Instant now) {
        return passes.check(
                VerifierFixture.challenge(MethodKind.ACCESS_PASS, now),
                VerifierState.EMPTY,
                held,
                VerifierFixture.typed(typed),
                now);
    }

    private static CredentialVerifier.Verification wrong() {
        return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);
    }

    @Test
    @Tag("TAP-02")
    void pass_hasTheLengthOfThePolicy() {
        assertThat(text(passes.issue(NOW, HOUR, AccessPassUse.ONCE)))
                .matches("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}");
        for (int length : new int[] {8, 48}) {
            AccessPasses any = new AccessPasses(
                    new AccessPassRules(length, HOUR, HOUR, AccessPassUse.ONCE), hash, VerifierFixture.MINT);
            Issued issued = any.issue(NOW, HOUR, AccessPassUse.ONCE);

            assertThat(text(issued).replace("-", "")).hasSize(length);
            assertThat(check(List.of(issued.credential()), text(issued), NOW))
                    .isInstanceOf(CredentialVerifier.Verification.Passed.class);
        }
    }

    @Test
    @Tag("TAP-03")
    void pass_forOnce_passesOnce() {
        Issued issued = passes.issue(NOW, HOUR, AccessPassUse.ONCE);
        CredentialVerifier.Verification.Passed passed =
                (CredentialVerifier.Verification.Passed) check(List.of(issued.credential()), text(issued), NOW);

        assertThat(check(List.of(passed.next().orElseThrow()), text(issued), NOW))
                .isEqualTo(wrong());
    }

    @Test
    @Tag("TAP-03")
    void pass_untilExpiry_passesAgain() {
        Issued issued = passes.issue(NOW, HOUR, AccessPassUse.UNTIL_EXPIRY);
        CredentialVerifier.Verification.Passed passed =
                (CredentialVerifier.Verification.Passed) check(List.of(issued.credential()), text(issued), NOW);

        assertThat(passed.next()).isEmpty();
    }

    @ParameterizedTest
    @Tag("TAP-01")
    @Tag("TAP-04")
    @CsvSource({"-1,false", "0,true", "3599999,true", "3600000,false", "86400000,false"})
    void pass_worksFromItsStartToItsEnd(long millis, boolean works) {
        Instant start = NOW.plus(Duration.ofDays(2));
        Issued issued = passes.issue(start, HOUR, AccessPassUse.UNTIL_EXPIRY);
        CredentialVerifier.Verification verified =
                check(List.of(issued.credential()), text(issued), start.plusMillis(millis));

        assertThat(verified instanceof CredentialVerifier.Verification.Passed).isEqualTo(works);
    }

    @ParameterizedTest
    @Tag("TAP-01")
    @ValueSource(strings = {"PT9M59.999S", "PT8H0.001S", "PT0S", "-PT1H", "P31D"})
    void life_beyondThePolicy_isRefused(Duration life) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> passes.issue(NOW, life, AccessPassUse.ONCE))
                .withMessageContaining("life of an access pass");
    }

    @Test
    void pass_inLowerCaseWithSpaces_passes() {
        Issued issued = passes.issue(NOW, HOUR, AccessPassUse.ONCE);
        String typed = text(issued).toLowerCase(Locale.ROOT).replace('-', ' ');

        assertThat(check(List.of(issued.credential()), typed, NOW))
                .isInstanceOf(CredentialVerifier.Verification.Passed.class);
        assertThat(check(List.of(issued.credential()), text(issued) + "A", NOW)).isEqualTo(wrong());
    }

    @Test
    @Tag("R-ENUM-4")
    void everyCheck_costsOneHash() {
        Issued issued = passes.issue(NOW, HOUR, AccessPassUse.ONCE);
        Credential used = ((CredentialVerifier.Verification.Passed)
                        check(List.of(issued.credential()), text(issued), NOW))
                .next()
                .orElseThrow();
        for (String typed : List.of(text(issued), "", "AAAA-AAAA-AAAA", "\0", "A".repeat(128))) {
            for (List<Credential> held : List.of(List.of(issued.credential()), List.of(used), List.<Credential>of())) {
                hash.forget();
                check(held, typed, NOW.plus(Duration.ofDays(1)));
                assertThat(hash.work()).isOne();
            }
        }
    }

    @Test
    void pass_isNotEnrolled() {
        Enrolment enrolment = VerifierFixture.enrolment(ANNA);
        Response any = VerifierFixture.typed("AAAA-AAAA-AAAA");
        CredentialVerifier.EnrolmentResult enrolled =
                passes.confirm(enrolment, passes.offer(enrolment).verifierState(), any, NOW);

        assertThat(((CredentialVerifier.EnrolmentResult.Rejected) enrolled).findings())
                .extracting(finding -> finding.code())
                .containsExactly("access-pass.not-enrolled");
    }

    @Test
    @Tag("R-LOG-1")
    void pass_isInNothingKeptOrPrinted() {
        Issued issued = passes.issue(NOW, HOUR, AccessPassUse.ONCE);
        String plain = text(issued).replace("-", "");

        assertThat(new String(issued.credential().data(), StandardCharsets.ISO_8859_1))
                .doesNotContain(plain);
        assertThat(issued.toString()).doesNotContain(plain).doesNotContain(text(issued));
    }
}
