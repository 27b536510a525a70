package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A message with a code is sent at least once while its code is good. */
@Tag("F2-R1")
class CodeDeliveryTest {
    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final ResetFlow reset = fixture.reset();

    private FlowHandle started() {
        StartResult result = reset.start("alice", FlowContext.of(Locale.ENGLISH));
        return ((StartResult.Started) result).handle();
    }

    private void later(Duration pause) {
        fixture.clock.advance(pause);
        reset.sweep();
    }

    private List<Message> sent() {
        return fixture.notifier.messages();
    }

    @Test
    void carrierThatFailsOnce_isAskedAgain_andTheCodeIsRight() {
        FlowHandle handle = started();
        fixture.notifier.faults().failNext(1);
        fixture.executor.runAll();
        assertThat(sent()).isEmpty();

        later(Duration.ofSeconds(31));

        assertThat(sent()).hasSize(1);
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
        later(Duration.ofMinutes(2));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void carrierThatAsksForFiveMinutes_getsThem() {
        started();
        fixture.notifier.answerWith(message -> new Notifier.Delivery.TryLater(Duration.ofMinutes(5)));
        fixture.executor.runAll();
        fixture.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        later(Duration.ofMinutes(4));
        assertThat(sent()).isEmpty();

        later(Duration.ofMinutes(1));

        assertThat(sent()).hasSize(1);
    }

    @Test
    void nodeThatDiesWhileItSends_isFollowedByOneThatSendsTheSameMessage() {
        FlowHandle handle = started();
        fixture.notifier.answerWith(message -> {
            throw new Crash();
        });
        assertThatThrownBy(fixture.executor::runAll).isInstanceOf(Crash.class);
        fixture.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        later(Duration.ofSeconds(16));
        later(Duration.ofSeconds(60));

        assertThat(sent()).hasSize(1);
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    void message_isChargedOnceHoweverOftenItIsTried() {
        started();
        fixture.notifier.answerWith(message -> new Notifier.Delivery.TryLater(Duration.ofSeconds(1)));
        fixture.executor.runAll();
        later(Duration.ofSeconds(31));
        later(Duration.ofSeconds(61));
        fixture.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        later(Duration.ofMinutes(2));
        assertThat(sent()).hasSize(1);
        int mails = fixture.limits.mailsPerHour();
        for (int i = 0; i < mails; i++) {
            fixture.clock.advance(Duration.ofSeconds(61));
            started();
            fixture.executor.runAll();
        }

        assertThat(sent()).as("the hour's budget").hasSize(mails);
    }

    @Test
    void code_thatIsOver_isNotSent() {
        started();
        fixture.notifier.faults().fail();
        fixture.executor.runAll();
        later(Duration.ofMinutes(11));
        fixture.notifier.faults().heal();
        later(Duration.ofMinutes(1));

        assertThat(sent()).isEmpty();
    }

    @Test
    void challenge_thatIsAskedForAgain_isSentOnce() {
        FlowHandle handle = started();
        fixture.notifier.faults().failNext(1);
        fixture.executor.runAll();
        fixture.clock.advance(Duration.ofSeconds(61));
        reset.resend(handle);
        fixture.executor.runAll();
        later(Duration.ofMinutes(1));

        assertThat(sent()).hasSize(1);
    }

    /** A budget that is full refuses a message for good, as before. */
    @Test
    void message_withoutABudget_isNotSentLater() {
        started();
        fixture.executor.runAll();
        started();
        fixture.executor.runAll();
        later(Duration.ofMinutes(2));

        assertThat(sent()).hasSize(1);
    }

    @Test
    void message_thatIsRefusedForGood_isNotSentAgain() {
        started();
        fixture.notifier.answerWith(message -> new Notifier.Delivery.Refused(Notifier.Delivery.Refused.Reason.REFUSED));
        fixture.executor.runAll();
        fixture.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        later(Duration.ofMinutes(2));

        assertThat(sent()).isEmpty();
        assertThat(fixture.audit.events())
                .filteredOn(event -> event.type() == AuditType.CHALLENGE_SENT)
                .hasSize(1);
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }
}
