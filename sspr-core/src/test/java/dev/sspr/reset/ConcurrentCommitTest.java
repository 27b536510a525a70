package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.WatchedUsers;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Notice;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one flow: whoever is overtaken changes nothing of what the other has begun. */
@Tag("R-RACE-3")
class ConcurrentCommitTest {
    private final ResetFixture fixture = new ResetFixture();
    private final WatchedUsers users = new WatchedUsers(fixture.users);
    private Runnable onRevoke = () -> {};

    private ResetFlow node(boolean watched) {
        fixture.usersPlug = watched ? users : fixture.users;
        fixture.sessionsPlug = (user, before) -> {
            onRevoke.run();
            return fixture.sessions.revokeAll(user, before);
        };
        return fixture.reset();
    }

    private FlowHandle proven(ResetFlow reset) {
        fixture.with("alice", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, ResetFixture.MAIL, ResetFixture.PHONE);
        FlowHandle handle = fixture.started(reset, "alice");
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
        return handle;
    }

    private void settle(ResetFlow reset) {
        for (int i = 0; i < 10; i++) {
            fixture.executor.runAll();
            fixture.clock.advance(Duration.ofSeconds(31));
            reset.sweep();
        }
    }

    private boolean phoneTold() {
        return fixture.notifier
                .lastTo(ResetFixture.PHONE)
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
        ResetFlow winner = node(false);
        ResetFlow loser = node(true);
        FlowHandle handle = proven(winner);
        onRevoke = () -> {
            written.countDown();
            await(lost);
            if (crash) {
                throw new AssertionError("this node is killed");
            }
        };
        Thread other = new Thread(() -> winner.complete(handle, ResetFixture.NEW));
        other.setUncaughtExceptionHandler((thread, killed) -> lost.countDown());
        users.beforeLoad = () -> {
            users.beforeLoad = () -> {};
            other.start();
            await(written);
        };
        CompleteResult result = loser.complete(handle, ResetFixture.NEW);
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

        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.NEW)).isEqualTo(SignIn.SIGNED_IN);
        assertThat(phoneTold()).as("the owner is told").isTrue();
    }

    @Test
    @Tag("P12")
    void complete_onTwoNodesAndTheWinnerDies_sessionsStillEnd() throws InterruptedException {
        lose(true);

        assertThat(fixture.audit.events()).extracting(AuditEvent::type).contains(AuditType.SESSIONS_REVOKED);
        assertThat(phoneTold()).as("the owner is told").isTrue();
    }

    @Test
    void sweep_thatLookedAtAnEarlierAttempt_leavesTheRunningOneAlone() throws InterruptedException {
        ResetFlow reset = node(true);
        FlowHandle handle = proven(reset);
        users.beforeWrite = () -> {
            throw new BackendUnavailableException("down");
        };
        assertThatThrownBy(() -> reset.complete(handle, ResetFixture.NEW)).isInstanceOf(UnavailableException.class);
        fixture.clock.advance(Duration.ofSeconds(61));
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

        assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        sweeper.join(20_000);
        fixture.executor.runAll();
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
        assertThat(phoneTold()).as("the owner is told").isTrue();
    }
}
