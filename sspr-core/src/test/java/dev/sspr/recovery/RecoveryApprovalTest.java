package dev.sspr.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.Recoveries;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.verification.RecoveryApproval;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which waiting period a reference names. */
@Tag("R-FLOW-13")
class RecoveryApprovalTest {
    private static final UserId CLERK = new UserId("desk-1");
    private static final FlowId FLOW = Recoveries.FLOW;
    private static final FlowId TWIN = Recoveries.TWIN;
    private static final FlowId OTHER = Recoveries.OTHER;

    private final Recoveries recoveries = new Recoveries();
    private final ResetFixture fixture = recoveries.fixture;

    private static boolean approve(FlowServices services, String reference) {
        return new RecoveryApproval(services).approve(CLERK, ResetFixture.ALICE_ID, reference);
    }

    private static FlowState state(FlowServices services, FlowId flow) {
        return services.runner.load(flow).orElseThrow().state();
    }

    private List<AuditEvent> approved() {
        return fixture.audit.events().stream()
                .filter(event -> event.type() == AuditType.RECOVERY_APPROVED)
                .toList();
    }

    @Test
    @Tag("R-LOG-3")
    void one_isApproved_andTheLogSaysWhichAndByWhom() {
        FlowServices services = recoveries.node();
        Recoveries.waits(services, FLOW);
        Waiting other = Recoveries.waits(services, OTHER);

        assertThat(approve(services, new RecoveryApproval(services).reference(FLOW)))
                .isTrue();

        assertThat(state(services, OTHER)).isEqualTo(other);
        assertThat(approved()).singleElement().satisfies(event -> {
            assertThat(event.flow()).contains(FLOW);
            assertThat(event.user()).contains(ResetFixture.ALICE_ID);
            assertThat(event.attributes()).containsEntry("actor", CLERK.value());
        });
    }

    @Test
    void two_underOneReference_areNeitherApproved() {
        FlowServices services = recoveries.node();
        Waiting one = Recoveries.waits(services, FLOW);
        Waiting twin = Recoveries.waits(services, TWIN);
        String reference = new RecoveryApproval(services).reference(FLOW);
        assertThat(new RecoveryApproval(services).reference(TWIN))
                .as("found for this key")
                .isEqualTo(reference);

        assertThat(approve(services, reference)).isFalse();

        assertThat(state(services, FLOW)).isEqualTo(one);
        assertThat(state(services, TWIN)).isEqualTo(twin);
        assertThat(approved()).isEmpty();
    }

    @Test
    @Tag("R-CFG-4")
    void key_rotatedMeanwhile_findsItUnderTheReferenceThatWasReadOut() {
        FlowServices before = recoveries.node();
        Recoveries.waits(before, FLOW);
        String readOut = new RecoveryApproval(before).reference(FLOW);
        FlowServices after = recoveries.rotated().node();

        assertThat(approve(after, readOut)).isTrue();
        assertThat(approve(after, new RecoveryApproval(after).reference(FLOW))).isTrue();
        assertThat(approved()).hasSize(1);
    }

    @Test
    void one_whosePeriodIsOver_isApprovedAlready() {
        FlowServices services = recoveries.node();
        Waiting waiting = Recoveries.waits(services, FLOW);
        services.runner.apply(
                services.runner.load(FLOW).orElseThrow(),
                state -> Step.to(
                        new ProofsComplete(
                                waiting.header(), waiting.subject(), List.of(), Optional.empty(), Optional.empty()),
                        true));

        assertThat(approve(services, new RecoveryApproval(services).reference(FLOW)))
                .isTrue();
        assertThat(approved()).isEmpty();
    }

    @Test
    @Tag("R-TOK-9")
    void one_atItsDeadline_isNot() {
        FlowServices services = recoveries.node();
        Waiting waiting = Recoveries.waits(services, FLOW);
        fixture.clock.advance(Duration.between(services.now(), waiting.header().deadline()));

        assertThat(approve(services, new RecoveryApproval(services).reference(FLOW)))
                .isFalse();
        assertThat(state(services, FLOW)).isEqualTo(waiting);
    }

    @Test
    @Tag("R-TOK-9")
    void one_approvedBefore_isNotAtItsDeadline() {
        FlowServices services = recoveries.node();
        Waiting waiting = Recoveries.waits(services, FLOW);
        String reference = new RecoveryApproval(services).reference(FLOW);
        assertThat(approve(services, reference)).isTrue();
        fixture.clock.advance(Duration.between(services.now(), waiting.header().deadline()));

        assertThat(approve(services, reference)).isFalse();
    }

    @Test
    void one_thatHasEnded_isNot() {
        FlowServices services = recoveries.node();
        Recoveries.waits(services, FLOW);
        services.runner.apply(
                services.runner.load(FLOW).orElseThrow(),
                state -> state.end(FlowEnded.Why.REPORTED, services.guards, services.now()));

        assertThat(approve(services, new RecoveryApproval(services).reference(FLOW)))
                .isFalse();
    }
}
