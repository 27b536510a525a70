package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The instants that a host states of a sign-in: none of them counts if it lies in the future. */
class HostClockTest {
    private final RegistrationFixture fixture = new RegistrationFixture();

    private BeginResult begin(Instant signedInAt, Instant createdAt, MethodKind... methods) {
        SignInEvidence signIn =
                new SignInEvidence(RegistrationFixture.ALICE, "alice", signedInAt, Set.of(methods), createdAt);
        return fixture.registration.begin(signIn, FlowContext.of(Locale.ENGLISH));
    }

    @ParameterizedTest(name = "an account created {0} ms from now: {1}")
    @CsvSource({"0, true", "2000, true", "2001, false", "31536000000, false"})
    @Tag("F2-S13")
    @Tag("R-REG-2")
    @DisplayName("F2-S13: an account created in the future is not new")
    void account_createdInTheFuture_isNotNew(long millis, boolean opens) {
        BeginResult result = begin(fixture.now, fixture.now.plusMillis(millis));

        assertThat(result instanceof BeginResult.Started).isEqualTo(opens);
        if (!opens) {
            assertThat(result).isEqualTo(new BeginResult.AccessPassNeeded());
        }
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: an instant at either end of time is no evidence and no error")
    void instant_atTheEndOfTime_isNoEvidence() {
        Instant created = fixture.now.minus(Duration.ofDays(1));

        assertThat(begin(Instant.MAX, created)).isEqualTo(new BeginResult.SignInAgain(Set.of()));
        assertThat(begin(Instant.MIN, created)).isEqualTo(new BeginResult.SignInAgain(Set.of()));
        assertThat(begin(fixture.now, Instant.MAX)).isEqualTo(new BeginResult.AccessPassNeeded());
        assertThat(begin(fixture.now, Instant.MIN)).isEqualTo(new BeginResult.AccessPassNeeded());
    }
}
