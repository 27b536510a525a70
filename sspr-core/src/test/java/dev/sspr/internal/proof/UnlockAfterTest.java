package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.unlock.AccountUnlock;
import dev.sspr.unlock.UnlockResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows an unlock, and what is found out where one got no answer. */
class UnlockAfterTest {
    private final AtomicInteger failures = new AtomicInteger();
    private final World world = new World().withLockedAlice().through(call -> {
        if (call.is("Clearing.accept") && failures.getAndDecrement() > 0) {
            throw new IllegalStateException("the lockout store is down, as a tester asked");
        }
        return call.go();
    });
    private final AccountUnlock unlock = world.unlock();
    private final String session = world.sessions.open(World.ALICE_ID, world.clock.instant());

    private List<Notice.AccountUnlocked> notices() {
        return world.notifier.messages().stream()
                .map(Message::content)
                .filter(Notice.AccountUnlocked.class::isInstance)
                .map(Notice.AccountUnlocked.class::cast)
                .toList();
    }

    private List<AuditEvent> events(AuditType type) {
        return world.audit.events().stream()
                .filter(event -> event.type() == type)
                .toList();
    }

    private void unlocked() {
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(unlock.complete(world.proven(unlock))).isInstanceOf(UnlockResult.Unlocked.class);
        world.executor.runAll();
    }

    private void sweeps(int times) {
        for (int i = 0; i < times; i++) {
            world.clock.advance(Duration.ofMinutes(5));
            unlock.sweep();
            world.executor.runAll();
        }
    }

    @Test
    @Tag("R-NOT-7")
    void notice_goesToEveryDestinationButTheProven() {
        unlocked();

        assertThat(notices()).hasSize(1);
        assertThat(world.notifier.lastTo(World.PHONE).orElseThrow().content())
                .isInstanceOf(Notice.AccountUnlocked.class);
        assertThat(world.sessions.accepts(session)).isTrue();
    }

    @Test
    @Tag("UNL-05")
    void audit_saysUnlocked_withEntrasName() {
        unlocked();

        assertThat(events(AuditType.PASSWORD_SET)).isEmpty();
        assertThat(events(AuditType.ACCOUNT_UNLOCKED)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
            assertThat(event.purpose()).isEqualTo(Purpose.UNLOCK);
            assertThat(event.user()).contains(World.ALICE_ID);
            assertThat(event.attributes()).containsEntry("entra.activity", "Unlock user account (self-service)");
        });
        assertThat(world.audit.events()).allMatch(event -> event.purpose() == Purpose.UNLOCK);
    }

    @Test
    @Tag("UNL-05")
    void audit_ofAnAccountThatWasNotLocked_isAFailure() {
        world.users.setStatus(World.ALICE_ID, AccountStatus.ACTIVE);
        unlock.complete(world.proven(unlock));

        assertThat(events(AuditType.ACCOUNT_UNLOCKED)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.FAILURE);
            assertThat(event.attributes()).containsEntry("reason", "account.not-locked");
        });
    }

    @Test
    void smartLockout_thatCouldNotBeCleared_isClearedLater() {
        failures.set(2);
        unlocked();
        assertThat(world.cleared).isEmpty();
        assertThat(events(AuditType.COMPLETED)).isEmpty();

        sweeps(3);

        assertThat(world.cleared).containsExactly(World.ALICE_ID);
        assertThat(notices()).hasSize(1);
        assertThat(events(AuditType.COMPLETED))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS));
    }

    @Test
    void smartLockout_thatIsNeverCleared_isToldToTheHost() {
        failures.set(99);
        unlocked();
        sweeps(8);

        assertThat(events(AuditType.COMPLETED))
                .singleElement()
                .satisfies(event -> assertThat(event.attributes()).containsEntry("reason", "locks-left"));
    }

    @Nested
    class ThisWasNotMe {
        @Test
        void before_endsItAndRaisesTheBarForBoth() {
            PasswordReset reset = world.reset();
            FlowHandle handle = world.proven(unlock);

            assertThat(unlock.report(world.cancelTo(World.MAIL))).isEqualTo(ReportResult.REPORTED);
            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.ENDED);
            assertThat(world.sessions.accepts(session)).isTrue();
            world.clock.advance(Duration.ofMinutes(5));
            FlowHandle next = world.started(reset, "alice");
            assertThat(reset.answer(next, world.codeTo(World.MAIL))).isInstanceOf(AnswerResult.MoreNeeded.class);
        }

        @Test
        void after_endsSessionsAndOtherFlows_andLeavesThePassword() {
            PasswordReset reset = world.reset();
            unlocked();
            world.clock.advance(Duration.ofMinutes(2));
            String thiefs = world.sessions.open(World.ALICE_ID, world.clock.instant());
            FlowHandle beside = world.proven(reset);
            world.clock.advance(Duration.ofSeconds(1));
            Secret notMe = World.token(notices().get(0).notMe().orElseThrow());

            assertThat(unlock.report(notMe)).isEqualTo(ReportResult.SECURED);
            assertThat(world.sessions.accepts(thiefs)).isFalse();
            assertThat(world.sessions.accepts(session)).isFalse();
            assertThat(reset.status(beside)).isEqualTo(FlowStatus.UNKNOWN);
            assertThat(world.status()).isEqualTo(AccountStatus.ACTIVE);
            assertThat(events(AuditType.REPORTED)).hasSize(1);
        }
    }

    @Nested
    @Tag("R-RACE-4")
    class AnAttemptWithoutAnswer {
        private final FlowHandle handle = world.proven(unlock);

        private void once(Runnable trouble) {
            world.users.faults().beforeEachCall(operation -> {
                if ("unlock".equals(operation)) {
                    world.users.faults().beforeEachCall(other -> {});
                    trouble.run();
                }
            });
            assertThatThrownBy(() -> unlock.complete(handle))
                    .isInstanceOf(UnavailableException.class)
                    .hasNoCause();
        }

        @Test
        void thatLiftedTheLock_isUnlockedAndFollowedUp() {
            once(() -> world.users.faults().loseNextAnswers(1));

            assertThat(world.status()).isEqualTo(AccountStatus.ACTIVE);
            assertThat(unlock.complete(handle)).isInstanceOf(UnlockResult.Unlocked.class);
            sweeps(2);
            assertThat(notices()).hasSize(1);
            assertThat(world.cleared).isNotEmpty();
        }

        @Test
        void thatLiftedTheLock_isFollowedUpWithoutItsOwner() {
            once(() -> world.users.faults().loseNextAnswers(1));
            sweeps(3);

            assertThat(notices()).hasSize(1);
            assertThat(world.cleared).isNotEmpty();
            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.DONE);
        }

        @Test
        void thatDidNothing_canBeMadeAgainAtOnce() {
            once(() -> world.users.faults().failNext(1));

            assertThat(world.status()).isEqualTo(AccountStatus.LOCKED);
            assertThat(unlock.complete(handle)).isInstanceOf(UnlockResult.Unlocked.class);
            world.executor.runAll();
            assertThat(notices()).hasSize(1);
        }

        @Test
        void thatDidNothing_isForgottenWhenTheLeaseIsOver() {
            once(() -> world.users.faults().failNext(1));
            sweeps(1);

            assertThat(notices()).isEmpty();
            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.PROVEN);
            assertThat(unlock.complete(handle)).isInstanceOf(UnlockResult.Unlocked.class);
        }

        /** The late one lands between the look and the next attempt. */
        @Test
        void thatLandsDuringTheNext_isUnlocked() {
            once(() -> world.users.faults().failNext(1));
            world.users.faults().beforeEachCall(operation -> {
                if ("unlock".equals(operation)) {
                    world.users.setStatus(World.ALICE_ID, AccountStatus.ACTIVE);
                }
            });

            assertThat(unlock.complete(handle)).isInstanceOf(UnlockResult.Unlocked.class);
            world.executor.runAll();
            assertThat(notices()).hasSize(1);
        }
    }
}
