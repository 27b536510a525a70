package dev.sspr.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.Sspr;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Notice.RecoveryStarted;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An owner objects to one recovery while a write of another may still land, which no objection can end. */
@Tag("R-FLOW-13")
class ObjectionInDoubtTest {
    private final NodeFixture host = new NodeFixture();
    private final Sspr sspr = host.node(
            SsprPolicy.standard(),
            builder -> builder.recovery(new RecoveryPolicy(
                    Duration.ofDays(2),
                    Duration.ofHours(12),
                    Duration.ofHours(24),
                    RecoveryPolicy.Approval.NOT_NEEDED)));
    private final AccountRecovery recovery = sspr.accountRecovery();

    private FlowHandle begun() {
        return ((StartResult.Started) recovery.start("alice", FlowContext.of(Locale.ENGLISH))).handle();
    }

    private void passes(Duration time) {
        host.later(time);
        sspr.sweep();
    }

    @Test
    void objectionToAnother_letsNoneBeCompletedThatDay() {
        FlowHandle inDoubt = begun();
        begun();
        Secret objection = ((RecoveryStarted)
                        host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content())
                .object();
        passes(Duration.ofHours(36));
        passes(Duration.ofHours(12));
        host.users.faults().beforeEachCall(operation -> {
            if (operation.equals("setPassword")) {
                throw new BackendUnavailableException("down");
            }
        });
        assertThatThrownBy(() -> recovery.complete(inDoubt, NodeFixture.NEW)).isInstanceOf(UnavailableException.class);
        host.users.faults().beforeEachCall(operation -> {});

        assertThat(recovery.report(NodeFixture.token(objection))).isEqualTo(ReportResult.REPORTED);
        recovery.complete(inDoubt, NodeFixture.NEW);
        passes(Duration.ofSeconds(61));
        recovery.complete(inDoubt, NodeFixture.NEW);

        assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
    }
}
