package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.TestedFlow;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Workers;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While the queues of background work are full, or the library is closed, no flow begins for any name. */
class SaturationTest {
    private final ResetFixture fixture = new ResetFixture().withAlice();
    private Workers.Admission admission = Workers.Admission.OPEN;

    private TestedFlow flow(Purpose purpose) {
        fixture.purpose = purpose;
        fixture.workersPlug = Optional.of(new Workers() {
            @Override
            public void execute(Runnable task) {
                fixture.executor.execute(task);
            }

            @Override
            public Admission admission() {
                return admission;
            }
        });
        return fixture.flow();
    }

    private StartResult start(TestedFlow flow, String name) {
        return flow.start(name, FlowContext.of(Locale.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "UNLOCK"})
    @Tag("F2-R3")
    @Tag("R-ENUM-1")
    @DisplayName("F2-R3: a start is refused while the queues are full, the same for every name, and costs nothing")
    void start_whileTheQueuesAreFull_isRefusedForEveryName(Purpose purpose) {
        TestedFlow flow = flow(purpose);
        admission = Workers.Admission.FULL;
        Refused refused = new Refused(
                Refusal.BUSY, Optional.of(fixture.clock.instant().plus(Duration.ofSeconds(30))), Purpose.RESET);
        for (int i = 0; i < 3 * fixture.limits.startsPerName(); i++) {
            assertThat(start(flow, "alice")).isEqualTo(refused);
            assertThat(start(flow, "nobody")).isEqualTo(refused);
        }

        assertThat(refused.outcome().id()).isEqualTo("SSPR-R-018");
        assertThat(fixture.flows.size()).isZero();
        assertThat(fixture.audit.events())
                .extracting(AuditEvent::attributes)
                .allSatisfy(attributes -> assertThat(attributes).containsEntry("reason", "busy"));
        admission = Workers.Admission.OPEN;
        assertThat(start(flow, "alice")).isInstanceOf(StartResult.Started.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "UNLOCK"})
    @Tag("F2-R9")
    @DisplayName("F2-R9: a closed library begins no flow")
    void start_afterTheClose_isRefused(Purpose purpose) {
        TestedFlow flow = flow(purpose);
        admission = Workers.Admission.CLOSED;

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> start(flow, "alice"));
        assertThat(fixture.flows.size()).isZero();
    }
}
