package dev.sspr.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Generation;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.UserStore.PasswordWrite.Partly.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody changes the second store between the two writes. */
class OvertakenTest {
    private final DualWriteFixture dualWriteFixture = new DualWriteFixture();

    @Test
    void write_overtakenAndThenNothingAnswers_isRepairedWhenAllAnswerAgain() {
        StoreFault.STALE.in(dualWriteFixture.second);
        Generation before = dualWriteFixture.generation();

        UserStore.PasswordWrite write = dualWriteFixture.write(dualWriteFixture.both, before);
        dualWriteFixture.first.faults().fail();
        DualWriteUserStore.RepairReport during = dualWriteFixture.both.repair(10);
        dualWriteFixture.first.faults().heal();
        dualWriteFixture.pass(Repairs.PAUSE);
        DualWriteUserStore.RepairReport after = dualWriteFixture.both.repair(10);

        assertThat(write).isEqualTo(new UserStore.PasswordWrite.Partly(Why.STALE, List.of()));
        assertThat(during).isEqualTo(new DualWriteUserStore.RepairReport(0, 0, 1));
        assertThat(after).isEqualTo(new DualWriteUserStore.RepairReport(1, 0, 0));
        assertThat(DualWriteFixture.password(dualWriteFixture.second)).isEqualTo("none");
        assertThat(dualWriteFixture.open()).isZero();
    }

    @Test
    void write_overtakenByAnotherThatReachedBoth_leavesItsPasswordAlone() {
        StoreFault.STALE.in(dualWriteFixture.second);
        dualWriteFixture.write(dualWriteFixture.both, dualWriteFixture.generation());
        UserStore.PasswordWrite later = dualWriteFixture.write(dualWriteFixture.both, dualWriteFixture.generation());

        DualWriteUserStore.RepairReport report = dualWriteFixture.both.repair(10);

        assertThat(later).isInstanceOf(UserStore.PasswordWrite.Written.class);
        assertThat(report).isEqualTo(new DualWriteUserStore.RepairReport(0, 1, 0));
        assertThat(DualWriteFixture.password(dualWriteFixture.second)).isEqualTo("new");
    }
}
