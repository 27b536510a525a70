package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.internal.proof.Trouble.Fate;
import dev.sspr.spi.Privilege;
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
class UnlockOrdealTest {
    private static final Duration SOON = Duration.ofSeconds(61);

    private static Ordeal ordeal(Map<Integer, Fate> fates) {
        return new Ordeal(Purpose.UNLOCK, Privilege.ORDINARY, fates);
    }

    private static int calls() {
        return Ordeal.callsOf(Purpose.UNLOCK, Privilege.ORDINARY);
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
        int calls = Ordeal.callsOf(Purpose.UNLOCK, Privilege.PRIVILEGED);
        for (int at = 0; at < calls; at++) {
            new Ordeal(Purpose.UNLOCK, Privilege.PRIVILEGED, Map.of(at, fate)).assertSound(SOON);
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
            Ordeal ordeal = ordeal(Map.of(at, Fate.CRASH_AFTER));
            ordeal.ownerStaysAwayAfterACrash(outage.length());
            if (ordeal.written() > 0) {
                lifted++;
                ordeal.assertNothingLost();
                ordeal.assertNothingUsable();
            }
        }
        assertThat(lifted).as("crashes after the lock was lifted").isGreaterThan(5);
    }
}
