package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.Limits;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a waiting period is over, as its notices go out in time or late. */
@Tag("R-FLOW-13")
class WaitingTest {
    private static final Duration PERIOD = Duration.ofDays(3);
    private static final Duration WARNING = Duration.ofDays(2);
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final Wait WAIT = new Wait(PERIOD, WARNING, WINDOW, Wait.Approval.NEEDED);
    private static final UserId DESK = new UserId("desk-1");
    private static final Instant START = TestClock.START;
    private static final Instant DEADLINE = START.plus(PERIOD).plus(WINDOW);

    private final Rules rules = new Rules(ResetPolicy.standard(), Limits.standard());
    private final Waiting begun = Waiting.begun(
            new Ticket(new Digest(1, 2), DEADLINE, Locale.ENGLISH, 0, START),
            new Subject(new UserId("u-1"), Generation.of(1), 0, Set.of(), Subject.Reality.REAL),
            WAIT,
            START);

    private Waiting told(Waiting waiting, Waiting.Told next, Wait wait, Instant now) {
        return (Waiting) waiting.noticed(next, wait, rules, now).next();
    }

    private Waiting started(Instant now) {
        return told(begun, Waiting.Told.OF_THE_START, WAIT, now);
    }

    @Test
    void noticesInTime_moveNothing() {
        Waiting both = told(started(START), Waiting.Told.OF_THE_END, WAIT, START.plus(PERIOD.minus(WARNING)));

        assertThat(both.dueAt()).isEqualTo(START.plus(PERIOD));
        assertThat(both.ticket()).isEqualTo(begun.ticket());
        assertThat(both.nextAt()).isEqualTo(DEADLINE);
    }

    @Test
    void noticesAsLateAsCanBe_leaveTheWholeWindow_andThatIsTheLongest() {
        Instant last = DEADLINE.minusMillis(1);
        Waiting first = started(last);
        Instant later = first.ticket().deadline().minusMillis(1);
        Waiting second = told(first, Waiting.Told.OF_THE_END, WAIT, later);

        assertThat(first.dueAt()).isEqualTo(last.plus(PERIOD));
        assertThat(first.ticket().deadline()).isEqualTo(last.plus(PERIOD).plus(WINDOW));
        assertThat(second.dueAt()).isEqualTo(later.plus(WARNING));
        assertThat(second.ticket().deadline()).isEqualTo(later.plus(WARNING).plus(WINDOW));
        assertThat(Duration.between(START, second.ticket().deadline()))
                .isLessThan(PERIOD.plus(WINDOW).multipliedBy(2).plus(WARNING).plus(WINDOW));
        assertThat(second.noticed(Waiting.Told.OF_THE_END, WAIT, rules, later).next())
                .isSameAs(second);
    }

    @Test
    void windowThatWasMadeShorterMeanwhile_takesNothingAway() {
        Wait shorter = new Wait(PERIOD, WARNING, Duration.ofHours(1), Wait.Approval.NEEDED);

        Waiting late = told(begun, Waiting.Told.OF_THE_START, shorter, START.plus(Duration.ofMinutes(2)));

        assertThat(late.ticket().deadline()).isEqualTo(DEADLINE);
    }

    @Test
    @Tag("R-TOK-9")
    void atTheDeadline_neitherNoticeNorApprovalMovesAnything() {
        assertThat(begun.noticed(Waiting.Told.OF_THE_START, WAIT, rules, DEADLINE))
                .satisfies(step -> assertThat(step.answer()).isFalse())
                .satisfies(step -> assertThat(step.next()).isSameAs(begun));
        assertThat(begun.approved(DESK, rules, DEADLINE).next()).isSameAs(begun);
        assertThat(begun.approved(DESK, rules, DEADLINE).effects()).isEmpty();
        assertThat(begun.approved(DESK, rules, DEADLINE.minusMillis(1)).answer())
                .isTrue();
    }
}
