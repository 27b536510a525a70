package dev.sspr.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.Sspr;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.lockout.LockState;
import dev.sspr.lockout.SmartLockout.Location;
import dev.sspr.policy.LockoutPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SmartLockoutTest {
    private final NodeFixture host = new NodeFixture();
    private final Sspr sspr = host.node();
    private final SmartLockout lockout = sspr.smartLockout();

    private GuardResult tries(SmartLockout at, Location location, Secret password) {
        return at.guard(
                NodeFixture.ALICE, location, password, prepared -> host.users.check(NodeFixture.ALICE, password));
    }

    private GuardResult tries(Location location, String password) {
        return tries(lockout, location, Secret.of(password));
    }

    private boolean right(Location location) {
        return tries(lockout, location, NodeFixture.OLD).equals(new GuardResult.Checked(PasswordVerifier.Result.RIGHT));
    }

    private void wrong(int count) {
        for (int i = 0; i < count; i++) {
            tries(Location.UNFAMILIAR, "wrong " + i);
        }
    }

    private Duration lock() {
        return lockout.status(NodeFixture.ALICE)
                .get(Location.UNFAMILIAR)
                .lockedUntil()
                .map(until -> Duration.between(host.now.get(), until))
                .orElse(Duration.ZERO);
    }

    @Test
    @Tag("SL-01")
    void nineWrong_thenRight_signsIn() {
        wrong(9);

        assertThat(right(Location.UNFAMILIAR)).isTrue();
        assertThat(lockout.status(NodeFixture.ALICE).get(Location.UNFAMILIAR).wrong())
                .isZero();
    }

    @Test
    @Tag("SL-02")
    @Tag("LCK-02")
    void tenWrong_lockForAMinute() {
        wrong(10);

        assertThat(lock()).isEqualTo(Duration.ofMinutes(1));
        assertThat(host.noted(AuditType.ACCOUNT_LOCKED)).isEqualTo(1);
    }

    @Test
    @Tag("SL-03")
    void sameWrong_fiftyTimes_countsOnce() {
        for (int i = 0; i < 50; i++) {
            tries(Location.UNFAMILIAR, "the same");
        }

        assertThat(lockout.status(NodeFixture.ALICE).get(Location.UNFAMILIAR))
                .isEqualTo(new SmartLockout.Status(Optional.empty(), 1, 0));
    }

    @Test
    @Tag("SL-05")
    void fourWrong_inTurn_countEachTime() {
        for (int i = 0; i < 10; i++) {
            assertThat(lock()).as("before try %d", i).isZero();
            tries(Location.UNFAMILIAR, List.of("A", "B", "C", "D").get(i % 4));
        }

        assertThat(lock()).isPositive();
    }

    @Test
    @Tag("SL-07")
    @Tag("R-RATE-4")
    void rightPassword_duringALock_isNotLookedAt() {
        wrong(10);
        AtomicInteger looks = new AtomicInteger();

        GuardResult guardResult = lockout.guard(NodeFixture.ALICE, Location.UNFAMILIAR, NodeFixture.OLD, prepared -> {
            looks.incrementAndGet();
            return PasswordVerifier.Result.RIGHT;
        });

        assertThat(guardResult).isInstanceOf(GuardResult.Locked.class);
        assertThat(looks).hasValue(0);
    }

    @Test
    @Tag("SL-08")
    void sameWrong_whereRepeatsCount_locks() {
        SsprPolicy counted = SsprPolicy.standard().lockout(lockout -> lockout.repeats(LockoutPolicy.Repeats.COUNTED));
        SmartLockout other = host.node(counted, builder -> builder).smartLockout();
        for (int i = 0; i < 10; i++) {
            tries(other, Location.UNFAMILIAR, Secret.of("the same"));
        }

        assertThat(lock()).isPositive();
    }

    @Test
    @Tag("SL-10")
    @Tag("LCK-09")
    @Tag("R-RATE-12")
    @Tag("V-LOCK-3")
    void attacker_allDayFromElsewhere_neverLocksTheOwnersPlace() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            tries(Location.UNFAMILIAR, "guess " + minute);
            host.later(Duration.ofMinutes(1));
            if (minute % 60 == 0) {
                assertThat(right(Location.FAMILIAR)).as("minute %d", minute).isTrue();
            }
        }

        assertThat(lockout.status(NodeFixture.ALICE).get(Location.UNFAMILIAR).locks())
                .isPositive();
    }

    @Test
    @Tag("SL-11")
    @Tag("SL-13")
    @Tag("LCK-11")
    void cleared_opensAtOnce_andIsNoted() {
        wrong(10);

        lockout.clear(NodeFixture.ALICE);
        lockout.clear(NodeFixture.ALICE);

        assertThat(right(Location.UNFAMILIAR)).isTrue();
        assertThat(host.noted(AuditType.LOCKOUT_CLEARED)).isEqualTo(1);
    }

    @Test
    @Tag("SL-14")
    void threeWrong_underTheGovernmentsThreshold_lock() {
        SmartLockout other = host.node(SsprPolicy.standard().lockout(LockoutPolicy.government()), builder -> builder)
                .smartLockout();
        for (int i = 0; i < 3; i++) {
            tries(other, Location.UNFAMILIAR, Secret.of("wrong " + i));
        }

        assertThat(lock()).isPositive();
    }

    @Test
    @Tag("SL-15")
    @Tag("LCK-03")
    @Tag("LCK-05")
    void locks_growEveryTen_andNeverBeyondFiveHours() {
        List<Duration> lengths = new ArrayList<>();
        wrong(10);
        lengths.add(lock());
        for (int i = 0; i < 120; i++) {
            host.later(lock());
            tries(Location.UNFAMILIAR, "another wrong " + i);
            lengths.add(lock());
        }

        assertThat(lengths.subList(0, 10)).containsOnly(Duration.ofMinutes(1));
        assertThat(lengths.get(10)).isEqualTo(Duration.ofMinutes(2));
        assertThat(lengths.get(20)).isEqualTo(Duration.ofMinutes(4));
        assertThat(lengths).isSorted().last().isEqualTo(Duration.ofHours(5));
    }

    /** The choice that is documented nowhere: a repeat keeps its place in the window, so the oldest of three goes first. */
    @Test
    @Tag("SL-17")
    void repeat_doesNotRefreshItsPlace() {
        for (String wrong : List.of("A", "B", "C", "A", "D", "A")) {
            tries(Location.UNFAMILIAR, wrong);
        }

        assertThat(lockout.status(NodeFixture.ALICE).get(Location.UNFAMILIAR).wrong())
                .isEqualTo(5);
    }

    @Test
    void nobodysName_locksLikeEveryOther() {
        LoginName nobody = new LoginName("nobody");
        GuardResult last = new GuardResult.Checked(PasswordVerifier.Result.RIGHT);
        for (int i = 0; i < 11; i++) {
            last = lockout.guard(
                    nobody, Location.UNFAMILIAR, Secret.of("wrong " + i), prepared -> PasswordVerifier.Result.WRONG);
        }

        assertThat(last).isInstanceOf(GuardResult.Locked.class);
    }

    @Test
    @Tag("R-RATE-4")
    @Tag("V-RACE-2")
    void sixtyFourAtOnce_areLookedAtTenTimesAtMost() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(64);
        List<Future<GuardResult>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Secret guess = Secret.of("guess " + i);
            Callable<GuardResult> call = () -> {
                go.await();
                return lockout.guard(NodeFixture.ALICE, Location.UNFAMILIAR, guess, prepared -> {
                    looks.incrementAndGet();
                    return PasswordVerifier.Result.WRONG;
                });
            };
            all.add(pool.submit(call));
        }
        go.countDown();
        for (Future<GuardResult> one : all) {
            one.get();
        }
        pool.shutdown();

        assertThat(looks.get()).isBetween(1, 10);
    }

    @Test
    void crash_betweenPayingAndSettling_countsAsWrong() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(
                            () -> lockout.guard(NodeFixture.ALICE, Location.UNFAMILIAR, NodeFixture.OLD, prepared -> {
                                throw new Crash();
                            }))
                    .isInstanceOf(Crash.class);
        }
        assertThat(right(Location.UNFAMILIAR)).isFalse();

        host.later(LockState.LOST);

        assertThat(right(Location.UNFAMILIAR)).isFalse();
        assertThat(lock()).isPositive();
    }

    @Test
    void check_thatThrows_countsAsUnmade() {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(
                            () -> lockout.guard(NodeFixture.ALICE, Location.UNFAMILIAR, NodeFixture.OLD, prepared -> {
                                throw new UnavailableException("user-store");
                            }))
                    .isInstanceOf(UnavailableException.class);
        }

        assertThat(right(Location.UNFAMILIAR)).isTrue();
    }

    @Test
    @Tag("LCK-13")
    void cleared_whileAPasswordIsLookedAt_andSweptAtOnce_stillAnswers() {
        GuardResult guardResult = lockout.guard(NodeFixture.ALICE, Location.UNFAMILIAR, NodeFixture.OLD, prepared -> {
            lockout.clear(NodeFixture.ALICE);
            sspr.sweep();
            return PasswordVerifier.Result.RIGHT;
        });

        assertThat(guardResult).isEqualTo(new GuardResult.Checked(PasswordVerifier.Result.RIGHT));
    }

    @Test
    void lock_outlivesARestart_andHidesInTheStore() {
        wrong(10);
        assertThat(tries(host.node().smartLockout(), Location.UNFAMILIAR, NodeFixture.OLD))
                .isInstanceOf(GuardResult.Locked.class);
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }
}
