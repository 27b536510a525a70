package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a link may do, and what it may not. */
class LinkTest {
    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final ResetFlow reset = fixture.reset();
    private final FlowHandle handle = fixture.started(reset, "alice");
    private final Secret link = fixture.linkTo(ResetFixture.MAIL);
    private final Secret cancel = fixture.cancelTo(ResetFixture.MAIL);

    private static Secret forged(Secret token) {
        return token.exposeTo(chars -> {
            chars[30] = chars[30] == 'A' ? 'B' : 'A';
            return Secret.of(chars);
        });
    }

    @Test
    @Tag("R-FLOW-11")
    @Tag("V-SCAN-1")
    void open_byScanners_changesNothing() {
        StoredFlow before = fixture.stored(handle);
        int events = fixture.audit.events().size();
        for (int i = 0; i < 10; i++) {
            assertThat(reset.open(link, Optional.empty())).isEqualTo(LinkView.ELSEWHERE);
            assertThat(reset.open(link, Optional.of(handle))).isEqualTo(LinkView.HERE);
            reset.open(cancel, Optional.empty());
        }

        assertThat(fixture.stored(handle)).isEqualTo(before);
        assertThat(fixture.audit.events()).hasSize(events);
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("R-FLOW-10")
    void answerLink_inTheBrowserThatBegan_provesThere() {
        assertThat(reset.answerLink(handle, link)).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.answerLink(handle, link)).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    @Tag("R-FLOW-10")
    @Tag("V-SCAN-2")
    void continueHere_neverAdvancesTheBrowserThatBegan() {
        AnswerResult.Moved moved = (AnswerResult.Moved) reset.continueHere(link);

        assertThat(reset.status(handle)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(reset.answerLink(handle, link)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(reset.cancel(handle)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(reset.status(moved.handle())).isEqualTo(FlowStatus.PROVEN);
    }

    @Test
    @Tag("R-FLOW-10")
    void continueHere_withAForgedSecret_isAGuessAndMovesNothing() {
        assertThat(reset.continueHere(forged(link))).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(reset.answerLink(handle, forged(link))).isEqualTo(new AnswerResult.NotProven(3));

        assertThat(reset.status(handle)).isEqualTo(FlowStatus.WAITING_FOR_PROOF);
        assertThat(reset.continueHere(link)).isInstanceOf(AnswerResult.Moved.class);
    }

    @Test
    @Tag("R-TOK-4")
    @Tag("V-BIND-5")
    void tokens_ofOnePurpose_doNotServeAnother() {
        assertThat(reset.report(link)).isEqualTo(ReportResult.GONE);
        assertThat(reset.report(handle.secret())).isEqualTo(ReportResult.GONE);
        assertThat(reset.continueHere(cancel)).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(reset.continueHere(handle.secret())).isEqualTo(new AnswerResult.NotProven(3));
        assertThat(reset.status(FlowHandle.of(link))).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(reset.status(FlowHandle.of(cancel))).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(reset.complete(FlowHandle.of(link), ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
    }

    @Test
    @Tag("R-OTP-2")
    void answerLink_ofAnotherFlow_isRefusedAndCostsNothing() {
        fixture.clock.advance(Duration.ofSeconds(61));
        FlowHandle second = fixture.started(reset, "alice");
        StoredFlow before = fixture.stored(second);

        assertThat(reset.answerLink(second, link)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(fixture.stored(second)).isEqualTo(before);
        assertThat(reset.open(link, Optional.of(second))).isEqualTo(LinkView.ELSEWHERE);
    }

    @Test
    @Tag("V-REUSE-2")
    void link_afterTheReset_leadsNowhere() {
        reset.answerLink(handle, link);
        reset.complete(handle, ResetFixture.NEW);

        assertThat(reset.open(link, Optional.of(handle))).isEqualTo(LinkView.ENDED);
        assertThat(reset.continueHere(link)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        fixture.executor.runAll();
        assertThat(reset.continueHere(link)).isEqualTo(Refused.of(Refusal.NOT_NOW));
    }

    @Test
    void cancel_endsTheResetAndItsCode() {
        assertThat(reset.cancel(handle)).isEqualTo(FlowStatus.ENDED);

        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(Refused.of(Refusal.NOT_NOW));
        assertThat(reset.open(link, Optional.of(handle))).isEqualTo(LinkView.ENDED);
        assertThat(reset.report(cancel)).isEqualTo(ReportResult.GONE);
    }

    @Test
    void report_withAForgedSecret_reportsNothing() {
        assertThat(reset.report(forged(cancel))).isEqualTo(ReportResult.GONE);
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.WAITING_FOR_PROOF);
    }

    @Test
    void report_afterTheReset_endsEverythingOnceAndTellsTheHost() {
        reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
        reset.complete(handle, ResetFixture.NEW);
        fixture.executor.runAll();

        assertThat(reset.report(cancel)).isEqualTo(ReportResult.SECURED);
        assertThat(fixture.audit.events()).anyMatch(event -> event.type() == AuditType.REPORTED);
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
        assertThat(reset.report(cancel)).isEqualTo(ReportResult.TOO_LATE);
    }

    @Test
    @Tag("R-FLOW-6")
    void report_raisesTheBarOfAnOpenFlowToo() {
        fixture.with("root", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, ResetFixture.MAIL, ResetFixture.PHONE);
        fixture.clock.advance(Duration.ofSeconds(61));
        FlowHandle first = fixture.started(reset, "root");
        Secret firstCancel = fixture.cancelTo(ResetFixture.MAIL);
        fixture.clock.advance(Duration.ofSeconds(61));
        FlowHandle second = fixture.started(reset, "root");
        reset.answer(second, fixture.codeTo(ResetFixture.MAIL));

        assertThat(reset.report(firstCancel)).isEqualTo(ReportResult.REPORTED);

        assertThat(reset.status(first)).isEqualTo(FlowStatus.ENDED);
        assertThat(reset.complete(second, ResetFixture.NEW))
                .isEqualTo(new NotPossible(NotPossible.Reason.MORE_PROOFS_NEEDED, Purpose.RESET));
    }

    @Test
    @Tag("R-RATE-12")
    void report_ofAnAccountWithOneMethod_leavesItsWayOpen() {
        reset.report(cancel);
        fixture.clock.advance(Duration.ofSeconds(61));
        FlowHandle next = fixture.started(reset, "alice");

        assertThat(reset.answer(next, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.complete(next, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    void report_aDayLater_isForgotten() {
        fixture.with("root", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, ResetFixture.MAIL, ResetFixture.PHONE);
        fixture.clock.advance(Duration.ofSeconds(61));
        fixture.started(reset, "root");
        reset.report(fixture.cancelTo(ResetFixture.MAIL));
        fixture.clock.advance(Duration.ofHours(24));
        FlowHandle next = fixture.started(reset, "root");

        assertThat(reset.answer(next, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }
}
