package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sspr.policy.SsprPolicy;
import dev.sspr.policy.UnlockPolicy;
import dev.sspr.spi.memory.InMemoryUserStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether an unlock is offered, and what it clears. */
@Tag("UNL-01")
class UnlockerSettingTest {
    private final InMemoryUserStore users = InMemoryUserStore.forTests();

    private SsprBuilder unlocking() {
        return SsprBuilderTest.builder().unlocker(users).executor(task -> {}).hostSweeps();
    }

    @Test
    void unlocker_given_isOffered() {
        try (Sspr sspr = unlocking().build()) {
            assertThat(sspr.accountUnlock()).isSameAs(sspr.accountUnlock());
            assertThat(sspr.sweep()).isZero();
        }
    }

    @Test
    void unlocker_missing_isNamed() {
        try (Sspr sspr =
                SsprBuilderTest.builder().executor(task -> {}).hostSweeps().build()) {
            assertThatIllegalStateException().isThrownBy(sspr::accountUnlock).withMessageContaining("unlocker");
        }
    }

    @Test
    void unlock_notOfferedByThePolicy_isNotThere() {
        SsprPolicy numbers = SsprPolicy.standard().unlock(unlock -> unlock.offered(UnlockPolicy.Offered.NOT_OFFERED));
        try (Sspr sspr = unlocking().policy(numbers).build()) {
            assertThatIllegalStateException().isThrownBy(sspr::accountUnlock).withMessageContaining("OFFERED");
        }
    }

    /** UNL-03, ruling 3. */
    @Test
    void smartLockout_isClearedUnlessThePolicyIsEntras() {
        assertThat(SsprPolicy.standard().unlock().smartLockout()).isEqualTo(UnlockPolicy.SmartLockout.CLEARED);
        assertThat(SsprPolicy.nist().unlock().smartLockout()).isEqualTo(UnlockPolicy.SmartLockout.CLEARED);
        assertThat(SsprPolicy.entra().unlock().smartLockout()).isEqualTo(UnlockPolicy.SmartLockout.KEPT);
    }

    @Test
    void unlocker_nullOrTwice_isRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> SsprBuilderTest.builder().unlocker(null));
        assertThatIllegalStateException().isThrownBy(() -> unlocking().unlocker(users));
    }
}
