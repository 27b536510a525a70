package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.kit.Race;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What many at once, and two after each other, come to. */
class RaceTest {
    private static final CompleteResult DONE = new CompleteResult.Done(CompleteResult.Done.Sessions.ENDED);

    private final AtomicInteger written = new AtomicInteger();
    private final ResetFixture fixture = new ResetFixture().withAlice().through(call -> {
        Object answer = call.go();
        if (answer instanceof UserStore.PasswordWrite.Written) {
            written.incrementAndGet();
        }
        return answer;
    });
    private final ResetFlow reset = fixture.reset();

    @RepeatedTest(10)
    @Tag("R-RACE-1")
    @Tag("V-RACE-1")
    void code_submitted64TimesAtOnce_provesOnce() {
        FlowHandle handle = fixture.started(reset, "alice");
        Secret code = fixture.codeTo(ResetFixture.MAIL);

        List<AnswerResult> results = Race.run(i -> reset.answer(handle, code));

        assertThat(results).contains(new AnswerResult.Proven());
        assertThat(Set.copyOf(results)).isSubsetOf(new AnswerResult.Proven(), Refused.of(Refusal.TOO_MANY_TRIES));
        assertThat(fixture.audit.events())
                .filteredOn(event -> event.type() == AuditType.PROVEN)
                .hasSize(1);
    }

    @RepeatedTest(10)
    @Tag("R-TOK-6")
    @Tag("R-RACE-1")
    @Tag("V-RACE-5")
    void link_pressed64TimesAtOnceElsewhere_movesOnce() {
        fixture.started(reset, "alice");
        Secret link = fixture.linkTo(ResetFixture.MAIL);

        List<AnswerResult> results = Race.run(i -> reset.continueHere(link));

        assertThat(results).filteredOn(AnswerResult.Moved.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(one -> !(one instanceof AnswerResult.Moved))
                .allMatch(Refused.class::isInstance);
    }

    @RepeatedTest(10)
    @Tag("R-RACE-4")
    void complete_64TimesAtOnce_writesOnceAndAnswersAlike() {
        FlowHandle handle = fixture.proven(reset);

        List<CompleteResult> results = Race.run(i -> reset.complete(handle, ResetFixture.NEW));

        assertThat(written).hasValue(1);
        assertThat(Set.copyOf(results)).containsExactly(DONE);
    }

    @RepeatedTest(10)
    @Tag("R-RACE-3")
    void complete_onTwoNodesAtOnce_writesOnce() {
        FlowHandle handle = fixture.proven(reset);
        ResetFlow other = fixture.reset();

        List<CompleteResult> results = Race.run(i -> (i % 2 == 0 ? reset : other).complete(handle, ResetFixture.NEW));

        assertThat(written).hasValue(1);
        assertThat(results).contains(DONE);
        assertThat(Set.copyOf(results)).isSubsetOf(DONE, new CompleteResult.InProgress());
    }

    @Test
    @Tag("R-RACE-4")
    void complete_again_answersTheSameAndWritesNothing() {
        FlowHandle handle = fixture.proven(reset);

        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(DONE);
        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(DONE);
        fixture.executor.runAll();
        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(DONE);

        assertThat(written).hasValue(1);
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.NEW)).isEqualTo(SignIn.SIGNED_IN);
    }

    @Test
    @Tag("R-RACE-6")
    @Tag("R-TOK-7")
    void flows_twoOfOneAccount_theFirstToCommitEndsTheOther() {
        FlowHandle first = fixture.proven(reset);
        fixture.clock.advance(Duration.ofSeconds(61));
        FlowHandle second = fixture.proven(reset);

        assertThat(reset.complete(second, ResetFixture.NEW)).isEqualTo(DONE);

        assertThat(reset.status(first)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(reset.complete(first, ResetFixture.OLD)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(written).hasValue(1);
    }

    @RepeatedTest(20)
    @Tag("R-RACE-6")
    void flows_twoCommittingAtOnce_oneWrites() {
        FlowHandle first = fixture.proven(reset);
        fixture.clock.advance(Duration.ofSeconds(61));
        FlowHandle second = fixture.proven(reset);

        List<CompleteResult> results = Race.run(2, i -> reset.complete(i == 0 ? first : second, ResetFixture.NEW));

        assertThat(written).hasValue(1);
        assertThat(results).filteredOn(DONE::equals).hasSize(1);
        assertThat(results)
                .filteredOn(one -> !one.equals(DONE))
                .allMatch(one -> one instanceof Refused
                        || one instanceof NotPossible
                        // the other flow has made the password the current one
                        || one instanceof CompleteResult.Rejected);
    }

    @Test
    @Tag("R-PWD-12")
    void complete_refusedByTheStoreManyTimes_ends() {
        fixture.users.rejectPasswordsWith(password -> List.of(Finding.of("password.in-history")));
        FlowHandle handle = fixture.proven(reset);
        for (int i = 0; i < 5; i++) {
            assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Rejected.class);
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.PROVEN);
        }
        fixture.users.rejectPasswordsWith(password -> List.of());

        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isEqualTo(SignIn.SIGNED_IN);
    }
}
