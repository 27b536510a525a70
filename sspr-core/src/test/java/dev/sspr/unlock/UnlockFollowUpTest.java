package dev.sspr.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.flow.UnlockResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.unlock.UnlockFlow;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows an unlock, and what is found out where one got no answer. */
class UnlockFollowUpTest {
    private final AtomicInteger failures = new AtomicInteger();
    private final ResetFixture fixture = new ResetFixture().withLockedAlice().through(call -> {
        if (call.is("Clearing.accept") && failures.getAndDecrement() > 0) {
            throw new IllegalStateException("the lockout store is down, as a tester asked");
        }
        return call.go();
    });
    private final UnlockFlow unlock = fixture.unlock();
    private final String session = fixture.sessions.open(ResetFixture.ALICE_ID, fixture.clock.instant());

    /** The notices with a link: those to addresses that carried no proof. */
    private List<Notice.AccountUnlocked> notices() {
        return fixture.notifier.messages().stream()
                .map(Message::content)
                .filter(Notice.AccountUnlocked.class::isInstance)
                .map(Notice.AccountUnlocked.class::cast)
                .filter(notice -> notice.notMe().isPresent())
                .toList();
    }

    private List<AuditEvent> events(AuditType type) {
        return fixture.audit.events().stream()
                .filter(event -> event.type() == type)
                .toList();
    }

    private void unlocked() {
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(unlock.complete(fixture.proven(unlock))).isInstanceOf(UnlockResult.Unlocked.class);
        fixture.executor.runAll();
    }

    private void sweeps(int times) {
        for (int i = 0; i < times; i++) {
            fixture.clock.advance(Duration.ofMinutes(5));
            unlock.sweep();
            fixture.executor.runAll();
        }
    }

    @Test
    @Tag("R-NOT-7")
    @DisplayName("F2-G6: the notice goes to every destination, without a link where a proof went")
    void notice_goesToEveryDestination() {
        unlocked();

        assertThat(notices()).hasSize(1);
        assertThat(fixture.notifier.lastTo(ResetFixture.MAIL).orElseThrow().content())
                .isEqualTo(new Notice.AccountUnlocked(fixture.clock.instant(), Optional.empty()));
        assertThat(fixture.notifier.lastTo(ResetFixture.PHONE).orElseThrow().content())
                .isInstanceOf(Notice.AccountUnlocked.class);
        assertThat(fixture.sessions.accepts(session)).isTrue();
    }

    @Test
    @Tag("UNL-05")
    void audit_saysUnlocked_withEntrasName() {
        unlocked();

        assertThat(events(AuditType.PASSWORD_SET)).isEmpty();
        assertThat(events(AuditType.ACCOUNT_UNLOCKED)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
            assertThat(event.purpose()).isEqualTo(Purpose.UNLOCK);
            assertThat(event.user()).contains(ResetFixture.ALICE_ID);
            assertThat(event.attributes()).containsEntry("entra.activity", "Unlock user account (self-service)");
        });
        assertThat(fixture.audit.events()).allMatch(event -> event.purpose() == Purpose.UNLOCK);
    }

    @Test
    @Tag("UNL-05")
    void audit_ofAnAccountThatWasNotLocked_isAFailure() {
        fixture.users.setStatus(ResetFixture.ALICE_ID, AccountStatus.ACTIVE);
        unlock.complete(fixture.proven(unlock));

        assertThat(events(AuditType.ACCOUNT_UNLOCKED)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.FAILURE);
            assertThat(event.attributes()).containsEntry("reason", "account.not-locked");
        });
    }

    @Test
    void smartLockout_thatCouldNotBeCleared_isClearedLater() {
        failures.set(2);
        unlocked();
        assertThat(fixture.cleared).isEmpty();
        assertThat(events(AuditType.COMPLETED)).isEmpty();

        sweeps(3);

        assertThat(fixture.cleared).containsExactly(ResetFixture.ALICE_ID);
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
            ResetFlow reset = fixture.reset();
            FlowHandle handle = fixture.proven(unlock);

            assertThat(unlock.report(fixture.cancelTo(ResetFixture.MAIL))).isEqualTo(ReportResult.REPORTED);
            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.ENDED);
            assertThat(fixture.sessions.accepts(session)).isTrue();
            fixture.clock.advance(Duration.ofMinutes(5));
            FlowHandle next = fixture.started(reset, "alice");
            assertThat(reset.answer(next, fixture.codeTo(ResetFixture.MAIL)))
                    .isInstanceOf(AnswerResult.MoreNeeded.class);
        }

        @Test
        void after_endsSessionsAndOtherFlows_andLeavesThePassword() {
            ResetFlow reset = fixture.reset();
            unlocked();
            fixture.clock.advance(Duration.ofMinutes(2));
            String thiefs = fixture.sessions.open(ResetFixture.ALICE_ID, fixture.clock.instant());
            FlowHandle beside = fixture.proven(reset);
            fixture.clock.advance(Duration.ofSeconds(1));
            Secret notMe = ResetFixture.token(notices().get(0).notMe().orElseThrow());

            assertThat(unlock.report(notMe)).isEqualTo(ReportResult.SECURED);
            assertThat(fixture.sessions.accepts(thiefs)).isFalse();
            assertThat(fixture.sessions.accepts(session)).isFalse();
            assertThat(reset.status(beside)).isEqualTo(FlowStatus.UNKNOWN);
            assertThat(fixture.status()).isEqualTo(AccountStatus.ACTIVE);
            assertThat(events(AuditType.REPORTED)).hasSize(1);
        }
    }

    @Nested
    @Tag("R-RACE-4")
    class AnAttemptWithoutAnswer {
        private final FlowHandle handle = fixture.proven(unlock);

        private void once(Runnable trouble) {
            fixture.users.faults().beforeEachCall(operation -> {
                if ("unlock".equals(operation)) {
                    fixture.users.faults().beforeEachCall(other -> {});
                    trouble.run();
                }
            });
            assertThatThrownBy(() -> unlock.complete(handle))
                    .isInstanceOf(UnavailableException.class)
                    .hasNoCause();
        }

        @Test
        void thatLiftedTheLock_isUnlockedAndFollowedUp() {
            once(() -> fixture.users.faults().loseNextAnswers(1));

            assertThat(fixture.status()).isEqualTo(AccountStatus.ACTIVE);
            assertThat(unlock.complete(handle)).isInstanceOf(UnlockResult.Unlocked.class);
            sweeps(2);
            assertThat(notices()).hasSize(1);
            assertThat(fixture.cleared).isNotEmpty();
        }

        @Test
        void thatLiftedTheLock_isFollowedUpWithoutItsOwner() {
            once(() -> fixture.users.faults().loseNextAnswers(1));
            sweeps(3);

            assertThat(notices()).hasSize(1);
            assertThat(fixture.cleared).isNotEmpty();
            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.DONE);
        }

        @Test
        void thatDidNothing_canBeMadeAgainAtOnce() {
            once(() -> fixture.users.faults().failNext(1));

            assertThat(fixture.status()).isEqualTo(AccountStatus.LOCKED);
            assertThat(unlock.complete(handle)).isInstanceOf(UnlockResult.Unlocked.class);
            fixture.executor.runAll();
            assertThat(notices()).hasSize(1);
        }

        @Test
        void thatDidNothing_isForgottenWhenTheLeaseIsOver() {
            once(() -> fixture.users.faults().failNext(1));
            sweeps(1);

            assertThat(notices()).isEmpty();
            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.PROVEN);
            assertThat(unlock.complete(handle)).isInstanceOf(UnlockResult.Unlocked.class);
        }

        /** The late one lands between the look and the next attempt. */
        @Test
        void thatLandsDuringTheNext_isUnlocked() {
            once(() -> fixture.users.faults().failNext(1));
            fixture.users.faults().beforeEachCall(operation -> {
                if ("unlock".equals(operation)) {
                    fixture.users.setStatus(ResetFixture.ALICE_ID, AccountStatus.ACTIVE);
                }
            });

            assertThat(unlock.complete(handle)).isInstanceOf(UnlockResult.Unlocked.class);
            fixture.executor.runAll();
            assertThat(notices()).hasSize(1);
        }
    }
}
