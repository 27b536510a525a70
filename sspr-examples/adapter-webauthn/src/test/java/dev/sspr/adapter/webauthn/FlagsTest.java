package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static dev.sspr.adapter.webauthn.SoftAuthenticator.BE;
import static dev.sspr.adapter.webauthn.SoftAuthenticator.BS;
import static dev.sspr.adapter.webauthn.SoftAuthenticator.UP;
import static dev.sspr.adapter.webauthn.SoftAuthenticator.UV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Asked;
import dev.sspr.adapter.webauthn.Scene.Offered;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every combination of user present, user verified, backup eligible and backed up. */
final class FlagsTest {
    private final Scene scene = new Scene();

    private static List<Integer> combinations() {
        List<Integer> all = new ArrayList<>();
        for (int up : new int[] {0, UP}) {
            for (int uv : new int[] {0, UV}) {
                IntStream.of(0, BE, BS, BE | BS).forEach(backup -> all.add(up | uv | backup));
            }
        }
        return all;
    }

    private static boolean good(int flags) {
        return (flags & UP) != 0 && (flags & UV) != 0 && ((flags & BS) == 0 || (flags & BE) != 0);
    }

    @ParameterizedTest
    @Tag("R-WA-3")
    @Tag("R-WA-4")
    @MethodSource("combinations")
    void confirm_flags_areMadeOnlyIfPresentVerifiedAndConsistent(int flags) {
        Offered offered = scene.offered(ANNA);

        CredentialVerifier.EnrolmentResult enrolled = offered.confirm(
                SoftAuthenticator.es256().flags(flags).create(offered.options()).answer());

        assertThat(enrolled instanceof CredentialVerifier.EnrolmentResult.Enrolled)
                .isEqualTo(good(flags));
    }

    @ParameterizedTest
    @Tag("R-WA-3")
    @Tag("R-WA-4")
    @MethodSource("combinations")
    void check_flags_passOnlyIfPresentVerifiedConsistentAndEligibleAsAtEnrolment(int flags) {
        for (int enrolledWith : new int[] {UP | UV, UP | UV | BE, UP | UV | BE | BS}) {
            SoftAuthenticator one = SoftAuthenticator.es256().flags(enrolledWith);
            Asked asked = scene.asked(ANNA, scene.enrolled(ANNA, one));

            CredentialVerifier.Verification verified =
                    asked.check(one.get(asked.options()).flags(flags).answer());

            assertThat(verified instanceof CredentialVerifier.Verification.Passed)
                    .as("enrolled with %x", enrolledWith)
                    .isEqualTo(good(flags) && (flags & BE) == (enrolledWith & BE));
        }
    }

    @ParameterizedTest
    @Tag("R-WA-4")
    @ValueSource(ints = {UP | UV | BE, UP | UV | BE | BS})
    void check_backupStateChanges_passesAndEligibilityStaysOnRecord(int flags) {
        SoftAuthenticator one = SoftAuthenticator.es256().flags(UP | UV | BE);
        Asked asked = scene.asked(ANNA, scene.enrolled(ANNA, one));
        CredentialVerifier.Verification first =
                asked.check(one.get(asked.options()).flags(flags).answer());
        Credential next =
                ((CredentialVerifier.Verification.Passed) first).next().orElseThrow();

        Asked again = scene.asked(ANNA, next);

        assertThat(again.check(one.get(again.options()).flags(UP | UV).answer()))
                .isNotInstanceOf(CredentialVerifier.Verification.Passed.class);
        assertThat(again.check(one.get(again.options()).flags(UP | UV | BE).answer()))
                .isInstanceOf(CredentialVerifier.Verification.Passed.class);
    }
}
