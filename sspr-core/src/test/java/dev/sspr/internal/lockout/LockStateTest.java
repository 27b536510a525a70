package dev.sspr.internal.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.policy.LockoutPolicy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LockStateTest {
    private static final Instant NOW = Instant.parse("2031-05-06T07:08:09Z");

    @Test
    @Tag("R-RATE-4")
    void rightPassword_thatComesBackDuringALock_doesNotLiftIt() {
        LockState locked = new LockState(9, 1, NOW.minusSeconds(61), 1, NOW.plusSeconds(1), List.of());

        assertThat(locked.right(NOW).next())
                .isEqualTo(new LockState(9, 0, NOW.minusSeconds(61), 1, NOW.plusSeconds(1), List.of()));
    }

    @Test
    void newCount_isKeptLikeAnyOther() {
        assertThat(new LockCodec().keepUntil(LockState.clean(NOW))).isAfter(NOW);
        assertThat(LockState.clean(NOW).holdsNothing()).isTrue();
    }

    @Test
    void clockThatGoesBack_settlesNothingAndKeepsTheLock() {
        LockState locked = new LockState(9, 1, NOW, 1, NOW.plusSeconds(60), List.of());

        assertThat(locked.charge(LockoutPolicy.standard(), NOW.minusSeconds(3600))
                        .next())
                .isEqualTo(locked);
    }
}
