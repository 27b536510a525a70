package dev.sspr.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ChangeFaultInjection;
import dev.sspr.fixture.InjectedFaults.Fate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every single call of a change and of a recovery to the host crashes, fails, loses its answer, answers null, or throws. */
@Tag("R-RACE-3")
@Tag("R-RACE-4")
@Tag("R-LOG-4")
class ChangeFaultInjectionTest {
    private static final Duration SOON = Duration.ofSeconds(61);
    private static final Duration A_NIGHT = Duration.ofHours(14);

    private static int calls(ChangeFaultInjection.Deed deed) {
        int calls = ChangeFaultInjection.callsOf(deed);
        assertThat(calls).isGreaterThan(20);
        return calls;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "CHANGE, CRASH_BEFORE", "CHANGE, CRASH_AFTER", "CHANGE, FAIL", "CHANGE, LOSE_ANSWER", "CHANGE, ANSWER_NULL",
        "CHANGE, THROW", "RECOVERY, CRASH_BEFORE", "RECOVERY, CRASH_AFTER", "RECOVERY, FAIL", "RECOVERY, LOSE_ANSWER",
        "RECOVERY, ANSWER_NULL", "RECOVERY, THROW"
    })
    void trouble_atEveryCall_losesNothingAndTheOwnerFinishes(ChangeFaultInjection.Deed deed, Fate fate) {
        int calls = calls(deed);
        for (int at = 0; at < calls; at++) {
            new ChangeFaultInjection(deed, Map.of(at, fate)).assertSound(SOON);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void crash_andTroubleDuringTheRecoveryFromIt_losesNothingAndTheOwnerFinishes(ChangeFaultInjection.Deed deed) {
        int calls = calls(deed);
        for (int at = 0; at < calls; at++) {
            for (int later : new int[] {1, 2, 3, 5, 8, 13}) {
                for (Fate fate : Fate.values()) {
                    new ChangeFaultInjection(deed, Map.of(at, Fate.CRASH_AFTER, at + later, fate)).assertSound(SOON);
                }
            }
        }
    }

    /** The owner does not come back: what a write brings must come by itself. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void crash_afterWhichTheOwnerStaysAway_losesNothingThatAWriteBrings(ChangeFaultInjection.Deed deed) {
        int calls = calls(deed);
        int wrote = 0;
        for (int at = 0; at < calls; at++) {
            for (Duration outage : new Duration[] {SOON, A_NIGHT}) {
                ChangeFaultInjection injection = new ChangeFaultInjection(deed, Map.of(at, Fate.CRASH_AFTER));
                wrote += injection.ownerStaysAway(outage);
            }
        }
        assertThat(wrote).as("crashes after the write").isGreaterThan(10);
    }
}
