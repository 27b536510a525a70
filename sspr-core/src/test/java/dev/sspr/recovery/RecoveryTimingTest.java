package dev.sspr.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.Recoveries;
import dev.sspr.fixture.VirtualWorkers;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.verification.VerificationFlow;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller sees of a recovery at any moment is the same for every name, also while notices are late. */
@Tag("F2-S5")
@Tag("R-ENUM-2")
class RecoveryTimingTest {
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");
    private static final int LATE = 600;

    private static Map<String, List<Object>> trace(String name, int lookUpMillis, boolean pools) {
        Recoveries recoveries = new Recoveries();
        recoveries.fixture.publicationDelay = Duration.ofMillis(300);
        VirtualWorkers workers = new VirtualWorkers(
                recoveries.fixture.clock, Duration.ofMillis(lookUpMillis), Duration.ofMillis(60), pools);
        recoveries.fixture.workersPlug = Optional.of(workers);
        recoveries.fixture.notifier.answerWith(message -> new Notifier.Delivery.TryLater(Duration.ofSeconds(30)));
        VerificationFlow recovery = new VerificationFlow(recoveries.node(), Optional.empty());
        Instant begun = recoveries.fixture.clock.instant();
        StartResult.Started started = (StartResult.Started) recovery.start(name, FlowContext.of(Locale.ENGLISH));
        Map<String, List<Object>> trace = new LinkedHashMap<>();
        for (int millis : new int[] {0, 1, 2, 5, 9, 100, 299, 300, 301, 500, 900}) {
            recoveries.fixture.clock.set(begun.plusMillis(millis));
            workers.run();
            trace.put(millis + " ms", seen(recovery, started.handle()));
        }
        for (int seconds = 30; seconds <= 3 * LATE; seconds += 30) {
            recoveries.fixture.clock.set(begun.plusSeconds(seconds));
            if (seconds == LATE) {
                recoveries.fixture.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
            }
            recovery.sweep();
            workers.run();
            trace.put(seconds + " s", seen(recovery, started.handle()));
        }
        trace.put("start", List.of(started.expiresAt()));
        return trace;
    }

    private static List<Object> seen(VerificationFlow recovery, FlowHandle handle) {
        return List.of(
                recovery.status(handle),
                recovery.dueAt(handle),
                recovery.resume(handle),
                recovery.open(handle.secret(), Optional.of(handle)),
                recovery.prompt(handle),
                recovery.choose(handle, MethodKind.EMAIL_CODE),
                recovery.resend(handle),
                recovery.answer(handle, WRONG));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("F2-S5: late notices move no date that a caller sees")
    void caller_atEachMoment_seesThePlannedDates(boolean pools) {
        Map<String, List<Object>> known = trace("alice", 9, pools);

        assertThat(trace("nobody", 2, pools)).isEqualTo(known);
        assertThat(known.get("0 ms").get(1)).isEqualTo(known.get("1800 s").get(1));
        Instant end = (Instant) known.get("start").get(0);
        assertThat(known.get("1800 s").get(1))
                .isEqualTo(Optional.of(end.minus(RecoveryPolicy.careful().window())));
    }
}
