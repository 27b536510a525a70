package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.internal.engine.Step;
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
class ApprovingTest {
    private static final UserId CLERK = new UserId("desk-1");
    private static final FlowId FLOW = Recoveries.FLOW;
    private static final FlowId TWIN = Recoveries.TWIN;
    private static final FlowId OTHER = Recoveries.OTHER;

    private final Recoveries recoveries = new Recoveries();
    private final World world = recoveries.world;

    private static boolean approve(Desk desk, String reference) {
        return new Approving(desk).approve(CLERK, World.ALICE_ID, reference);
    }

    private static ProofState state(Desk desk, FlowId flow) {
        return desk.runner.load(flow).orElseThrow().state();
    }

    private List<AuditEvent> approved() {
        return world.audit.events().stream()
                .filter(event -> event.type() == AuditType.RECOVERY_APPROVED)
                .toList();
    }

    @Test
    @Tag("R-LOG-3")
    void one_isApproved_andTheLogSaysWhichAndByWhom() {
        Desk desk = recoveries.node();
        Recoveries.waits(desk, FLOW);
        Waiting other = Recoveries.waits(desk, OTHER);

        assertThat(approve(desk, new Approving(desk).reference(FLOW))).isTrue();

        assertThat(state(desk, OTHER)).isEqualTo(other);
        assertThat(approved()).singleElement().satisfies(event -> {
            assertThat(event.flow()).contains(FLOW);
            assertThat(event.user()).contains(World.ALICE_ID);
            assertThat(event.attributes()).containsEntry("actor", CLERK.value());
        });
    }

    @Test
    void two_underOneReference_areNeitherApproved() {
        Desk desk = recoveries.node();
        Waiting one = Recoveries.waits(desk, FLOW);
        Waiting twin = Recoveries.waits(desk, TWIN);
        String reference = new Approving(desk).reference(FLOW);
        assertThat(new Approving(desk).reference(TWIN)).as("found for this key").isEqualTo(reference);

        assertThat(approve(desk, reference)).isFalse();

        assertThat(state(desk, FLOW)).isEqualTo(one);
        assertThat(state(desk, TWIN)).isEqualTo(twin);
        assertThat(approved()).isEmpty();
    }

    @Test
    @Tag("R-CFG-4")
    void key_rotatedMeanwhile_findsItUnderTheReferenceThatWasReadOut() {
        Desk before = recoveries.node();
        Recoveries.waits(before, FLOW);
        String readOut = new Approving(before).reference(FLOW);
        Desk after = recoveries.rotated().node();

        assertThat(approve(after, readOut)).isTrue();
        assertThat(approve(after, new Approving(after).reference(FLOW))).isTrue();
        assertThat(approved()).hasSize(1);
    }

    @Test
    void one_whosePeriodIsOver_isApprovedAlready() {
        Desk desk = recoveries.node();
        Waiting waiting = Recoveries.waits(desk, FLOW);
        desk.runner.apply(
                desk.runner.load(FLOW).orElseThrow(),
                state -> Step.to(
                        new Proven(waiting.ticket(), waiting.subject(), List.of(), Optional.empty(), Optional.empty()),
                        true));

        assertThat(approve(desk, new Approving(desk).reference(FLOW))).isTrue();
        assertThat(approved()).isEmpty();
    }

    @Test
    @Tag("R-TOK-9")
    void one_atItsDeadline_isNot() {
        Desk desk = recoveries.node();
        Waiting waiting = Recoveries.waits(desk, FLOW);
        world.clock.advance(Duration.between(desk.now(), waiting.ticket().deadline()));

        assertThat(approve(desk, new Approving(desk).reference(FLOW))).isFalse();
        assertThat(state(desk, FLOW)).isEqualTo(waiting);
    }

    @Test
    @Tag("R-TOK-9")
    void one_approvedBefore_isNotAtItsDeadline() {
        Desk desk = recoveries.node();
        Waiting waiting = Recoveries.waits(desk, FLOW);
        String reference = new Approving(desk).reference(FLOW);
        assertThat(approve(desk, reference)).isTrue();
        world.clock.advance(Duration.between(desk.now(), waiting.ticket().deadline()));

        assertThat(approve(desk, reference)).isFalse();
    }

    @Test
    void one_thatHasEnded_isNot() {
        Desk desk = recoveries.node();
        Recoveries.waits(desk, FLOW);
        desk.runner.apply(
                desk.runner.load(FLOW).orElseThrow(), state -> state.end(Ended.Why.REPORTED, desk.rules, desk.now()));

        assertThat(approve(desk, new Approving(desk).reference(FLOW))).isFalse();
    }
}
