package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.verify.Methods;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.recovery.RecoveryPolicy;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which waiting period a reference names. */
@Tag("R-FLOW-13")
class ApprovingTest {
    private static final UserId CLERK = new UserId("desk-1");
    private static final RecoveryPolicy POLICY = RecoveryPolicy.careful();
    private static final FlowId FLOW = new FlowId(new Digest(0, 1_589_103));
    /** Found by trying: under the key of this world, both flows have the same 40 bits. */
    private static final FlowId TWIN = new FlowId(new Digest(0, 3_124_228));

    private static final FlowId OTHER = new FlowId(new Digest(0, 1));

    private final World world = new World().withAlice();

    private Desk node() {
        Plugs plugs = world.plugs();
        Rules rules = new Rules(world.policy, world.limits, Purpose.RECOVERY);
        return new Desk(plugs, rules, AccountRecovery.intent(POLICY, user -> {}), new Methods(List.of()));
    }

    private Waiting waits(Desk desk, FlowId flow) {
        Wait wait = desk.intent.waits().orElseThrow();
        Ticket ticket = new Ticket(flow.digest(), desk.now().plus(desk.life()), Locale.ENGLISH, 0, desk.now());
        Subject alice = new Subject(World.ALICE_ID, Generation.of(1), 0, Set.of(), Subject.Reality.REAL);
        Waiting waiting = Waiting.begun(ticket, alice, wait, desk.now());
        desk.runner.begin(flow, desk.owner(World.ALICE_ID), Step.to(waiting, true));
        return waiting;
    }

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
        Desk desk = node();
        waits(desk, FLOW);
        Waiting other = waits(desk, OTHER);

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
        Desk desk = node();
        Waiting one = waits(desk, FLOW);
        Waiting twin = waits(desk, TWIN);
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
        Desk before = node();
        waits(before, FLOW);
        String readOut = new Approving(before).reference(FLOW);
        world.olderKey = Optional.of(new KeyRing.Raw((byte) 1, world.master.clone()));
        world.master = world.master.clone();
        world.master[5] ^= 1;
        world.keyId = 2;
        Desk after = node();

        assertThat(approve(after, readOut)).isTrue();
        assertThat(approve(after, new Approving(after).reference(FLOW))).isTrue();
        assertThat(approved()).hasSize(1);
    }

    @Test
    void one_whosePeriodIsOver_isApprovedAlready() {
        Desk desk = node();
        Waiting waiting = waits(desk, FLOW);
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
        Desk desk = node();
        Waiting waiting = waits(desk, FLOW);
        world.clock.advance(Duration.between(desk.now(), waiting.ticket().deadline()));

        assertThat(approve(desk, new Approving(desk).reference(FLOW))).isFalse();
        assertThat(state(desk, FLOW)).isEqualTo(waiting);
    }

    @Test
    void one_thatHasEnded_isNot() {
        Desk desk = node();
        waits(desk, FLOW);
        desk.runner.apply(
                desk.runner.load(FLOW).orElseThrow(), state -> state.end(Ended.Why.REPORTED, desk.rules, desk.now()));

        assertThat(approve(desk, new Approving(desk).reference(FLOW))).isFalse();
    }
}
