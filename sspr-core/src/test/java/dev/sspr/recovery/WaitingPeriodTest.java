package dev.sspr.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.TestClock;
import dev.sspr.internal.verification.state.FlowHeader;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.state.WaitingPeriod;
import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a waiting period is over, as its notices go out in time or late. */
@Tag("R-FLOW-13")
class WaitingPeriodTest {
    private static final Duration PERIOD = Duration.ofDays(3);
    private static final Duration WARNING = Duration.ofDays(2);
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final WaitingPeriod WAIT = new WaitingPeriod(PERIOD, WARNING, WINDOW, WaitingPeriod.Approval.NEEDED);
    private static final UserId DESK = new UserId("desk-1");
    private static final Instant START = TestClock.START;
    private static final Instant DEADLINE = START.plus(PERIOD).plus(WINDOW);

    private final Guards guards = new Guards(ResetPolicy.standard(), Limits.standard());
    private final Waiting begun = Waiting.begun(
            new FlowHeader(new Digest(1, 2), DEADLINE, Locale.ENGLISH, 0, START),
            new Subject(new UserId("u-1"), Generation.of(1), 0, Subject.Reality.EXISTING),
            WAIT,
            START);

    private Waiting told(Waiting waiting, Waiting.Told next, WaitingPeriod waitingPeriod, Instant now) {
        return (Waiting) waiting.noticed(next, waitingPeriod, guards, now).next();
    }

    private Waiting started(Instant now) {
        return told(begun, Waiting.Told.OF_THE_START, WAIT, now);
    }

    @Test
    void noticesInTime_moveNothing() {
        Waiting both = told(started(START), Waiting.Told.OF_THE_END, WAIT, START.plus(PERIOD.minus(WARNING)));

        assertThat(both.dueAt()).isEqualTo(START.plus(PERIOD));
        assertThat(both.header()).isEqualTo(begun.header());
        assertThat(both.nextAt()).isEqualTo(DEADLINE);
    }

    @Test
    void noticesAsLateAsCanBe_leaveTheWholeWindow_andThatIsTheLongest() {
        Instant last = DEADLINE.minusMillis(1);
        Waiting first = started(last);
        Instant later = first.header().deadline().minusMillis(1);
        Waiting second = told(first, Waiting.Told.OF_THE_END, WAIT, later);

        assertThat(first.dueAt()).isEqualTo(last.plus(PERIOD));
        assertThat(first.header().deadline()).isEqualTo(last.plus(PERIOD).plus(WINDOW));
        assertThat(second.dueAt()).isEqualTo(later.plus(WARNING));
        assertThat(second.header().deadline()).isEqualTo(later.plus(WARNING).plus(WINDOW));
        assertThat(Duration.between(START, second.header().deadline()))
                .isLessThan(PERIOD.plus(WINDOW).multipliedBy(2).plus(WARNING).plus(WINDOW));
        assertThat(second.noticed(Waiting.Told.OF_THE_END, WAIT, guards, later).next())
                .isSameAs(second);
    }

    @Test
    void windowThatWasMadeShorterMeanwhile_takesNothingAway() {
        WaitingPeriod shorter = new WaitingPeriod(PERIOD, WARNING, Duration.ofHours(1), WaitingPeriod.Approval.NEEDED);

        Waiting late = told(begun, Waiting.Told.OF_THE_START, shorter, START.plus(Duration.ofMinutes(2)));

        assertThat(late.header().deadline()).isEqualTo(DEADLINE);
    }

    @Test
    @Tag("R-TOK-9")
    void atTheDeadline_neitherNoticeNorApprovalMovesAnything() {
        assertThat(begun.noticed(Waiting.Told.OF_THE_START, WAIT, guards, DEADLINE))
                .satisfies(step -> assertThat(step.answer()).isFalse())
                .satisfies(step -> assertThat(step.next()).isSameAs(begun));
        assertThat(begun.approved(DESK, guards, DEADLINE).next()).isSameAs(begun);
        assertThat(begun.approved(DESK, guards, DEADLINE).effects()).isEmpty();
        assertThat(begun.approved(DESK, guards, DEADLINE.minusMillis(1)).answer())
                .isTrue();
    }
}
