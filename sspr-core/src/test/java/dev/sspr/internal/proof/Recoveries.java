package dev.sspr.internal.proof;

import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.verify.Methods;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.recovery.RecoveryPolicy;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Waiting periods of alice's under ids that a test chooses, on nodes whose keys it may rotate. */
final class Recoveries {
    static final FlowId FLOW = new FlowId(new Digest(0, 1_589_103));
    /** Found by trying: under the first key of this world, both flows have the same 40 bits. */
    static final FlowId TWIN = new FlowId(new Digest(0, 3_124_228));

    static final FlowId OTHER = new FlowId(new Digest(0, 1));

    final World world = new World().withAlice();

    Desk node() {
        Plugs plugs = world.plugs();
        Rules rules = new Rules(world.policy, world.limits, Purpose.RECOVERY);
        return new Desk(
                plugs, rules, AccountRecovery.intent(RecoveryPolicy.careful(), user -> {}), new Methods(List.of()));
    }

    /** From now on nodes make everything under another key and accept the last one. */
    Recoveries rotated() {
        world.olderKey = Optional.of(new KeyRing.Raw((byte) world.keyId++, world.master.clone()));
        world.master = world.master.clone();
        world.master[5] ^= 1;
        return this;
    }

    static Waiting waits(Desk desk, FlowId flow) {
        Ticket ticket = new Ticket(flow.digest(), desk.now().plus(desk.life()), Locale.ENGLISH, 0, desk.now());
        Subject alice = new Subject(World.ALICE_ID, Generation.of(1), 0, Set.of(), Subject.Reality.REAL);
        Waiting waiting = Waiting.begun(ticket, alice, desk.intent.waits().orElseThrow(), desk.now());
        desk.runner.begin(flow, desk.owner(World.ALICE_ID), Step.to(waiting, true));
        return waiting;
    }
}
