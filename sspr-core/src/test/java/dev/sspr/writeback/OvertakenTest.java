package dev.sspr.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Generation;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.PasswordWrite.Partly.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody changes the second store between the two writes. */
class OvertakenTest {
    private final Two two = new Two();

    @Test
    void write_overtakenAndThenNothingAnswers_isRepairedWhenAllAnswerAgain() {
        Case.STALE.in(two.second);
        Generation before = two.generation();

        PasswordWrite write = two.write(two.both, before);
        two.first.faults().fail();
        RepairReport during = two.both.repair(10);
        two.first.faults().heal();
        two.pass(Repairs.PAUSE);
        RepairReport after = two.both.repair(10);

        assertThat(write).isEqualTo(new PasswordWrite.Partly(Why.STALE, List.of()));
        assertThat(during).isEqualTo(new RepairReport(0, 0, 1));
        assertThat(after).isEqualTo(new RepairReport(1, 0, 0));
        assertThat(Two.password(two.second)).isEqualTo("none");
        assertThat(two.open()).isZero();
    }

    @Test
    void write_overtakenByAnotherThatReachedBoth_leavesItsPasswordAlone() {
        Case.STALE.in(two.second);
        two.write(two.both, two.generation());
        PasswordWrite later = two.write(two.both, two.generation());

        RepairReport report = two.both.repair(10);

        assertThat(later).isInstanceOf(PasswordWrite.Written.class);
        assertThat(report).isEqualTo(new RepairReport(0, 1, 0));
        assertThat(Two.password(two.second)).isEqualTo("new");
    }
}
