package dev.sspr.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.Sspr;
import dev.sspr.SsprPolicy;
import dev.sspr.flow.UnavailableException;
import dev.sspr.host.Host;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordCheck;
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
    private final Host host = new Host();
    private final Sspr sspr = host.node();
    private final SmartLockout lockout = sspr.smartLockout();

    private Attempt tries(SmartLockout at, Place place, Secret password) {
        return at.guard(Host.ALICE, place, password, () -> host.users.check(Host.ALICE, password));
    }

    private Attempt tries(Place place, String password) {
        return tries(lockout, place, Secret.of(password));
    }

    private boolean right(Place place) {
        return tries(lockout, place, Host.OLD).equals(new Attempt.Checked(PasswordCheck.RIGHT));
    }

    private void wrong(int count) {
        for (int i = 0; i < count; i++) {
            tries(Place.UNFAMILIAR, "wrong " + i);
        }
    }

    private Duration lock() {
        return lockout.status(Host.ALICE)
                .get(Place.UNFAMILIAR)
                .lockedUntil()
                .map(until -> Duration.between(host.now.get(), until))
                .orElse(Duration.ZERO);
    }

    @Test
    @Tag("SL-01")
    void nineWrong_thenRight_signsIn() {
        wrong(9);

        assertThat(right(Place.UNFAMILIAR)).isTrue();
        assertThat(lockout.status(Host.ALICE).get(Place.UNFAMILIAR).wrong()).isZero();
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
            tries(Place.UNFAMILIAR, "the same");
        }

        assertThat(lockout.status(Host.ALICE).get(Place.UNFAMILIAR))
                .isEqualTo(new LockoutStatus(Optional.empty(), 1, 0));
    }

    @Test
    @Tag("SL-05")
    void fourWrong_inTurn_countEachTime() {
        for (int i = 0; i < 10; i++) {
            assertThat(lock()).as("before try %d", i).isZero();
            tries(Place.UNFAMILIAR, List.of("A", "B", "C", "D").get(i % 4));
        }

        assertThat(lock()).isPositive();
    }

    @Test
    @Tag("SL-07")
    @Tag("R-RATE-4")
    void rightPassword_duringALock_isNotLookedAt() {
        wrong(10);
        AtomicInteger looks = new AtomicInteger();

        Attempt attempt = lockout.guard(Host.ALICE, Place.UNFAMILIAR, Host.OLD, () -> {
            looks.incrementAndGet();
            return PasswordCheck.RIGHT;
        });

        assertThat(attempt).isInstanceOf(Attempt.Locked.class);
        assertThat(looks).hasValue(0);
    }

    @Test
    @Tag("SL-08")
    void sameWrong_whereRepeatsCount_locks() {
        LockoutPolicy counted = new LockoutPolicy(
                10, Duration.ofSeconds(60), 10, 2, Duration.ofHours(5), LockoutPolicy.Repeats.COUNTED);
        SmartLockout other = host.node(SsprPolicy.standard().with(counted), builder -> builder)
                .smartLockout();
        for (int i = 0; i < 10; i++) {
            tries(other, Place.UNFAMILIAR, Secret.of("the same"));
        }

        assertThat(lock()).isPositive();
    }

    @Test
    @Tag("SL-10")
    @Tag("LCK-09")
    @Tag("R-RATE-12")
    void attacker_allDayFromElsewhere_neverLocksTheOwnersPlace() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            tries(Place.UNFAMILIAR, "guess " + minute);
            host.later(Duration.ofMinutes(1));
            if (minute % 60 == 0) {
                assertThat(right(Place.FAMILIAR)).as("minute %d", minute).isTrue();
            }
        }

        assertThat(lockout.status(Host.ALICE).get(Place.UNFAMILIAR).locks()).isPositive();
    }

    @Test
    @Tag("SL-11")
    @Tag("SL-13")
    @Tag("LCK-11")
    void cleared_opensAtOnce_andIsNoted() {
        wrong(10);

        lockout.clear(Host.ALICE);
        lockout.clear(Host.ALICE);

        assertThat(right(Place.UNFAMILIAR)).isTrue();
        assertThat(host.noted(AuditType.LOCKOUT_CLEARED)).isEqualTo(1);
    }

    @Test
    @Tag("SL-14")
    void threeWrong_underTheGovernmentsThreshold_lock() {
        SmartLockout other = host.node(SsprPolicy.standard().with(LockoutPolicy.government()), builder -> builder)
                .smartLockout();
        for (int i = 0; i < 3; i++) {
            tries(other, Place.UNFAMILIAR, Secret.of("wrong " + i));
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
            tries(Place.UNFAMILIAR, "another wrong " + i);
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
            tries(Place.UNFAMILIAR, wrong);
        }

        assertThat(lockout.status(Host.ALICE).get(Place.UNFAMILIAR).wrong()).isEqualTo(5);
    }

    @Test
    void nobodysName_locksLikeEveryOther() {
        LoginName nobody = new LoginName("nobody");
        Attempt last = new Attempt.Checked(PasswordCheck.RIGHT);
        for (int i = 0; i < 11; i++) {
            last = lockout.guard(nobody, Place.UNFAMILIAR, Secret.of("wrong " + i), () -> PasswordCheck.WRONG);
        }

        assertThat(last).isInstanceOf(Attempt.Locked.class);
    }

    @Test
    @Tag("R-RATE-4")
    @Tag("V-RACE-2")
    void sixtyFourAtOnce_areLookedAtTenTimesAtMost() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(64);
        List<Future<Attempt>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Secret guess = Secret.of("guess " + i);
            Callable<Attempt> call = () -> {
                go.await();
                return lockout.guard(Host.ALICE, Place.UNFAMILIAR, guess, () -> {
                    looks.incrementAndGet();
                    return PasswordCheck.WRONG;
                });
            };
            all.add(pool.submit(call));
        }
        go.countDown();
        for (Future<Attempt> one : all) {
            one.get();
        }
        pool.shutdown();

        assertThat(looks.get()).isBetween(1, 10);
    }

    @Test
    void crash_betweenPayingAndSettling_countsAsWrong() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> lockout.guard(Host.ALICE, Place.UNFAMILIAR, Host.OLD, () -> {
                        throw new Crash();
                    }))
                    .isInstanceOf(Crash.class);
        }
        assertThat(right(Place.UNFAMILIAR)).isFalse();

        host.later(LockState.LOST);

        assertThat(right(Place.UNFAMILIAR)).isFalse();
        assertThat(lock()).isPositive();
    }

    @Test
    void check_thatThrows_countsAsUnmade() {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> lockout.guard(Host.ALICE, Place.UNFAMILIAR, Host.OLD, () -> {
                        throw new UnavailableException("user-store");
                    }))
                    .isInstanceOf(UnavailableException.class);
        }

        assertThat(right(Place.UNFAMILIAR)).isTrue();
    }

    @Test
    @Tag("LCK-13")
    void cleared_whileAPasswordIsLookedAt_andSweptAtOnce_stillAnswers() {
        Attempt attempt = lockout.guard(Host.ALICE, Place.UNFAMILIAR, Host.OLD, () -> {
            lockout.clear(Host.ALICE);
            sspr.sweep();
            return PasswordCheck.RIGHT;
        });

        assertThat(attempt).isEqualTo(new Attempt.Checked(PasswordCheck.RIGHT));
    }

    @Test
    void lock_outlivesARestart_andHidesInTheStore() {
        wrong(10);

        assertThat(tries(host.node().smartLockout(), Place.UNFAMILIAR, Host.OLD))
                .isInstanceOf(Attempt.Locked.class);
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }
}
