package dev.sspr.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.change.ChangeRequest.PasswordEvidence;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.ChangeStartResult.Asks;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The instants that a host states of a change: the same rule as for security info. */
class SignInClockTest extends ChangeFixture {
    private final PasswordChange entra =
            host.node(SsprPolicy.entra(), builder -> builder).passwordChange();

    private ChangeRequest at(Instant signedInAt) {
        return new ChangeRequest(
                NodeFixture.ALICE,
                ChangeRequest.Occasion.VOLUNTARY,
                PasswordEvidence.TYPED,
                signedInAt,
                Set.of(MethodKind.APP_CODE),
                SmartLockout.Location.FAMILIAR,
                Optional.empty());
    }

    private Asks asks(ChangeRequest request) {
        return ((ChangeStartResult.Started) begin(entra, request)).asks();
    }

    @ParameterizedTest(name = "a sign-in {0} milliseconds ago asks {1}")
    @CsvSource({
        "0, NOTHING_MORE",
        "599999, NOTHING_MORE",
        "600000, CURRENT_PASSWORD",
        "-2000, NOTHING_MORE",
        "-2001, CURRENT_PASSWORD",
        "-3000, CURRENT_PASSWORD",
        "-31536000000, CURRENT_PASSWORD"
    })
    @Tag("F2-S13")
    @Tag("F2-F9")
    @DisplayName("F2-S13: a sign-in in the future spares no current password")
    void signIn_ofAnAge_sparesTheCurrentPasswordOrNot(long millis, Asks asks) {
        assertThat(asks(at(host.now.get().minusMillis(millis)))).isEqualTo(asks);
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: an instant at either end of time is no evidence and no error")
    void signIn_atTheEndOfTime_isNoEvidence() {
        assertThat(asks(at(Instant.MAX))).isEqualTo(Asks.CURRENT_PASSWORD);
        assertThat(asks(at(Instant.MIN))).isEqualTo(Asks.CURRENT_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-05T05:06:07Z", "+1000000000-12-31T23:59:59.999999999Z"})
    @Tag("F2-S13")
    @DisplayName("F2-S13: a password set in the future is as young as one set now")
    void password_setInTheFuture_isAsYoungAsOneSetNow(Instant setAt) {
        Duration age = Duration.ofDays(1);
        PasswordChange aged = host.node(
                        SsprPolicy.standard().password(it -> it.reuse(reuse -> reuse.minimumAge(age))),
                        builder -> builder)
                .passwordChange();
        ChangeRequest request = new ChangeRequest(
                NodeFixture.ALICE,
                ChangeRequest.Occasion.VOLUNTARY,
                PasswordEvidence.TYPED,
                host.now.get(),
                Set.of(),
                SmartLockout.Location.FAMILIAR,
                Optional.of(setAt));

        Refused refused = (Refused) begin(aged, request);

        assertThat(refused.reason()).isEqualTo(Refusal.PASSWORD_TOO_YOUNG);
        assertThat(refused.retryAt()).contains(host.now.get().plus(age));
    }
}
