package dev.sspr.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.FaultInjection;
import dev.sspr.fixture.InjectedFaults.Fate;
import dev.sspr.reset.CrashTest;
import dev.sspr.spi.Account;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every single call of an unlock to the host crashes, fails, loses its answer, answers null, or throws. */
@Tag("R-RACE-4")
@Tag("R-RACE-3")
@Tag("R-LOG-4")
class UnlockFaultInjectionTest {
    private static final Duration SOON = Duration.ofSeconds(61);

    private static FaultInjection ordeal(Map<Integer, Fate> fates) {
        return new FaultInjection(Purpose.UNLOCK, Account.Privilege.ORDINARY, fates);
    }

    private static int calls() {
        return FaultInjection.callsOf(Purpose.UNLOCK, Account.Privilege.ORDINARY);
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void trouble_atEveryCall_losesNothingAndTheOwnerFinishes(Fate fate) {
        int calls = calls();
        assertThat(calls).isGreaterThan(20);
        for (int at = 0; at < calls; at++) {
            ordeal(Map.of(at, fate)).assertSound(SOON);
        }
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void trouble_ofAnUnlockWithTwoProofs_losesNothingAndTheOwnerFinishes(Fate fate) {
        int calls = FaultInjection.callsOf(Purpose.UNLOCK, Account.Privilege.PRIVILEGED);
        for (int at = 0; at < calls; at++) {
            new FaultInjection(Purpose.UNLOCK, Account.Privilege.PRIVILEGED, Map.of(at, fate)).assertSound(SOON);
        }
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void trouble_duringTheRecoveryFromACrash_losesNothingAndTheOwnerFinishes(Fate fate) {
        int calls = calls();
        for (int at = 0; at < calls; at++) {
            for (int later : new int[] {1, 2, 3, 5, 8, 13, 21}) {
                ordeal(Map.of(at, Fate.CRASH_AFTER, at + later, fate)).assertSound(SOON);
            }
        }
    }

    /** The owner does not come back: what an unlock brings must come by itself, also after a night. */
    @ParameterizedTest
    @EnumSource(CrashTest.Outage.class)
    void crash_afterWhichTheOwnerStaysAway_losesNothing(CrashTest.Outage outage) {
        int calls = calls();
        int lifted = 0;
        for (int at = 0; at < calls; at++) {
            FaultInjection injection = ordeal(Map.of(at, Fate.CRASH_AFTER));
            injection.ownerStaysAwayAfterACrash(outage.length());
            if (injection.written() > 0) {
                lifted++;
                injection.assertNothingLost();
                injection.assertNothingUsable();
            }
        }
        assertThat(lifted).as("crashes after the lock was lifted").isGreaterThan(5);
    }
}
