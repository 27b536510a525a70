package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that opens security info can be enrolled with, whatever its characters. */
class AccountNameTest {
    private final RegistrationFixture fixture = new RegistrationFixture();

    private FlowHandle begun(String name) {
        SignInEvidence signIn = new SignInEvidence(
                RegistrationFixture.ALICE,
                name,
                fixture.now,
                Set.of(),
                RegistrationFixture.START.minus(Duration.ofDays(1)));
        return ((BeginResult.Started) fixture.registration.begin(signIn, FlowContext.of(Locale.ENGLISH))).handle();
    }

    @ParameterizedTest(name = "{index}: shown as {1}")
    @CsvSource({
        "'ali\u200creza', alireza",
        "'EXAMPLE:alice', EXAMPLE%20alice",
        "'alice\u0000', alice",
        "'alice\u202eecila', aliceecila",
        "'alice\ud800', alice",
        "'alice\u2028', alice",
        "'\u200c\u200d', u-alice",
        "':', u-alice",
        "'alice', alice"
    })
    @Tag("F2-S13")
    @DisplayName("F2-S13: an app is enrolled for every name that begin takes")
    void app_forAnyName_isEnrolled(String name, String shown) {
        EnrolResult result = fixture.registration.enrol(begun(name), MethodKind.APP_CODE);

        assertThat(result).isInstanceOf(EnrolResult.Show.class);
        Prompt.OtpAuth prompt =
                (Prompt.OtpAuth) ((EnrolResult.Show) result).prompt().orElseThrow();
        assertThat(prompt.uri().<String>exposeTo(String::new)).contains(":" + shown + "?secret=");
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource({"'ali\u200creza'", "'a:b'"})
    @Tag("F2-S13")
    @DisplayName("F2-S13: recovery codes are enrolled for every name that begin takes")
    void codes_forAnyName_areEnrolled(String name) {
        assertThat(fixture.registration.enrol(begun(name), MethodKind.RECOVERY_CODE))
                .isInstanceOf(EnrolResult.Show.class);
    }
}
