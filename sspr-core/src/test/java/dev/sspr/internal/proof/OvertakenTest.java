package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.UnavailableException;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one flow: whoever is overtaken changes nothing of what the other has begun. */
@Tag("R-RACE-3")
class OvertakenTest {
    private final World world = new World();
    private final WatchedUsers users = new WatchedUsers(world.users);
    private Runnable onRevoke = () -> {};

    private PasswordReset node(boolean watched) {
        world.usersPlug = watched ? users : world.users;
        world.sessionsPlug = (user, before) -> {
            onRevoke.run();
            return world.sessions.revokeAll(user, before);
        };
        return world.reset();
    }

    private FlowHandle proven(PasswordReset reset) {
        world.with("alice", AccountStatus.ACTIVE, Privilege.ORDINARY, World.MAIL, World.PHONE);
        FlowHandle handle = world.started(reset, "alice");
        assertThat(reset.answer(handle, world.codeTo(World.MAIL))).isEqualTo(new AnswerResult.Proven());
        return handle;
    }

    private void settle(PasswordReset reset) {
        for (int i = 0; i < 10; i++) {
            world.executor.runAll();
            world.clock.advance(Duration.ofSeconds(31));
            reset.sweep();
        }
    }

    private boolean phoneTold() {
        return world.notifier
                .lastTo(World.PHONE)
                .filter(message -> message.content() instanceof Notice.PasswordChanged)
                .isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS))
                    .as("the other side came")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The loser reads the flow before, and the account after, the winner's write. */
    private CompleteResult lose(boolean crash) throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch lost = new CountDownLatch(1);
        PasswordReset winner = node(false);
        PasswordReset loser = node(true);
        FlowHandle handle = proven(winner);
        onRevoke = () -> {
            written.countDown();
            await(lost);
            if (crash) {
                throw new AssertionError("this node is killed");
            }
        };
        Thread other = new Thread(() -> winner.complete(handle, World.NEW));
        other.setUncaughtExceptionHandler((thread, killed) -> lost.countDown());
        users.beforeLoad = () -> {
            users.beforeLoad = () -> {};
            other.start();
            await(written);
        };
        CompleteResult result = loser.complete(handle, World.NEW);
        onRevoke = crash ? () -> {} : onRevoke;
        lost.countDown();
        other.join(20_000);
        onRevoke = () -> {};
        settle(loser);
        assertThat(loser.status(handle)).isEqualTo(FlowStatus.DONE);
        return result;
    }

    @Test
    void complete_onTwoNodes_theLoserEndsNothing() throws InterruptedException {
        assertThat(lose(false)).isEqualTo(new CompleteResult.InProgress());

        assertThat(world.users.signsIn(World.ALICE, World.NEW)).isEqualTo(SignIn.SIGNED_IN);
        assertThat(phoneTold()).as("the owner is told").isTrue();
    }

    @Test
    @Tag("P12")
    void complete_onTwoNodesAndTheWinnerDies_sessionsStillEnd() throws InterruptedException {
        lose(true);

        assertThat(world.audit.events()).extracting(AuditEvent::type).contains(AuditType.SESSIONS_REVOKED);
        assertThat(phoneTold()).as("the owner is told").isTrue();
    }

    @Test
    void sweep_thatLookedAtAnEarlierAttempt_leavesTheRunningOneAlone() throws InterruptedException {
        PasswordReset reset = node(true);
        FlowHandle handle = proven(reset);
        users.beforeWrite = () -> {
            throw new BackendUnavailableException("down");
        };
        assertThatThrownBy(() -> reset.complete(handle, World.NEW)).isInstanceOf(UnavailableException.class);
        world.clock.advance(Duration.ofSeconds(61));
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch swept = new CountDownLatch(1);
        Thread sweeper = new Thread(() -> {
            reset.sweep();
            swept.countDown();
        });
        users.afterLoad = () -> {
            if (Thread.currentThread() == sweeper) {
                looked.countDown();
                await(writing);
            }
        };
        users.beforeWrite = () -> {
            writing.countDown();
            await(swept);
        };
        sweeper.start();
        await(looked);

        assertThat(reset.complete(handle, World.NEW)).isInstanceOf(CompleteResult.Done.class);
        sweeper.join(20_000);
        world.executor.runAll();
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
        assertThat(phoneTold()).as("the owner is told").isTrue();
    }
}
