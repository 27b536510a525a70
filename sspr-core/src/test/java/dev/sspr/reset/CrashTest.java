package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.FaultInjection;
import dev.sspr.fixture.InjectedFaults.Fate;
import dev.sspr.spi.Account;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process ends before or after every single call to the host; what was in the heap is gone. */
@Tag("R-RACE-4")
@Tag("R-RACE-3")
public class CrashTest {
    private static final Duration SOON = Duration.ofSeconds(61);

    private static int callsOfAWholeReset() {
        return FaultInjection.callsOf(Purpose.RESET, Account.Privilege.ORDINARY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"CRASH_BEFORE", "CRASH_AFTER"})
    void crash_atEveryCall_losesNothingAndTheOwnerFinishes(Fate fate) {
        int calls = callsOfAWholeReset();
        for (int at = 0; at < calls; at++) {
            new FaultInjection(Map.of(at, fate)).assertSound(SOON);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fate.class)
    void crashOrFault_ofAResetWithTwoProofs_losesNothingAndTheOwnerFinishes(Fate fate) {
        int calls = FaultInjection.callsOf(Purpose.RESET, Account.Privilege.PRIVILEGED);
        for (int at = 0; at < calls; at++) {
            new FaultInjection(Account.Privilege.PRIVILEGED, Map.of(at, fate)).assertSound(SOON);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"CRASH_BEFORE", "CRASH_AFTER"})
    void crash_andAnotherDuringTheRecovery_losesNothingAndTheOwnerFinishes(Fate fate) {
        int calls = callsOfAWholeReset();
        for (int at = 0; at < calls; at++) {
            for (int later : new int[] {1, 2, 3, 5, 8, 13, 21}) {
                new FaultInjection(Map.of(at, Fate.CRASH_AFTER, at + later, fate)).assertSound(SOON);
            }
        }
    }

    /** Longer than the flow lives, than it is remembered, than a weekend. */
    @ParameterizedTest
    @EnumSource(Outage.class)
    void crash_andALongOutage_losesNothingThatAWriteBrings(Outage outage) {
        int calls = callsOfAWholeReset();
        for (int at = 0; at < calls; at++) {
            FaultInjection injection = new FaultInjection(Map.of(at, Fate.CRASH_AFTER));
            assertThat(injection.survives(outage.length))
                    .as("owner finished, " + injection.seen)
                    .isTrue();
            injection.settle();
            injection.assertNothingLost();
            injection.assertNothingUsable();
        }
    }

    /** The owner does not come back: what a write brings must come by itself. */
    @ParameterizedTest
    @EnumSource(Outage.class)
    void crash_afterWhichTheOwnerStaysAway_losesNothingThatAWriteBrings(Outage outage) {
        int calls = callsOfAWholeReset();
        int wrote = 0;
        for (int at = 0; at < calls; at++) {
            FaultInjection injection = new FaultInjection(Map.of(at, Fate.CRASH_AFTER));
            injection.ownerStaysAwayAfterACrash(outage.length);
            if (injection.written() > 0) {
                wrote++;
                injection.assertNothingLost();
                injection.assertNothingUsable();
            }
        }
        assertThat(wrote).as("crashes after the write").isGreaterThan(5);
    }

    /** How long a node is down. */
    public enum Outage {
        SHORT(SOON),
        BEYOND_THE_FLOW(Duration.ofMinutes(20)),
        BEYOND_ITS_MEMORY(Duration.ofHours(2)),
        A_NIGHT(Duration.ofHours(14)),
        A_WEEKEND(Duration.ofHours(47));

        private final Duration length;

        Outage(Duration length) {
            this.length = length;
        }

        public Duration length() {
            return length;
        }
    }
}
