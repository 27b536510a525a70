package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.log.CapturedLog;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** Other keys, older keys, altered bodies. */
class KeyRotationTest {
    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final ResetFlow reset = fixture.reset();
    private final FlowHandle handle = fixture.started(reset, "alice");

    private ResetFlow withNewKey(KeyRing.Raw... accepted) {
        fixture.olderKeys = List.of(accepted);
        fixture.master = fixture.master.clone();
        fixture.master[5] ^= 1;
        fixture.keyId = 2;
        return fixture.reset();
    }

    private KeyRing.Raw oldKey() {
        return new KeyRing.Raw((byte) 1, fixture.master.clone());
    }

    @Test
    @Tag("R-TOK-10")
    void key_another_opensNothingSaysSoOnceAndAltersNothing() {
        StoredFlow before = fixture.stored(handle);
        ResetFlow other = withNewKey();

        List<CapturedLog.Entry> logs =
                CapturedLog.during(() -> assertThat(other.status(handle)).isEqualTo(FlowStatus.UNKNOWN));

        assertThat(logs).singleElement().satisfies(entry -> {
            assertThat(entry.level()).isEqualTo(Level.ERROR);
            assertThat(entry.text()).contains("another SsprKey");
        });
        assertThat(other.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(other.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(fixture.stored(handle)).isEqualTo(before);
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    void key_anotherUnderTheSameId_opensNothing() {
        fixture.master = fixture.master.clone();
        fixture.master[5] ^= 1;

        assertThat(fixture.reset().status(handle)).isEqualTo(FlowStatus.UNKNOWN);
    }

    @Test
    @Tag("R-CFG-4")
    void key_rotated_opensWhatTheOlderOneSealed() {
        ResetFlow rotated = withNewKey(oldKey());

        assertThat(rotated.status(handle)).isEqualTo(FlowStatus.WAITING_FOR_PROOF);
        assertThat(rotated.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(rotated.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
        assertThat(rotated.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        fixture.executor.runAll();
        assertThat(rotated.status(handle)).isEqualTo(FlowStatus.DONE);
    }

    @Test
    @Tag("R-CFG-4")
    void key_rotated_takesTheLinksOfTheOlderOne() {
        ResetFlow rotated = withNewKey(oldKey());

        assertThat(rotated.report(fixture.cancelTo(ResetFixture.MAIL))).isEqualTo(ReportResult.REPORTED);
        assertThat(rotated.continueHere(fixture.linkTo(ResetFixture.MAIL))).isEqualTo(Refused.of(Refusal.NOT_NOW));
    }

    @Test
    @Tag("R-CFG-4")
    void key_rotated_movesAFlowByALinkOfTheOlderOne() {
        ResetFlow rotated = withNewKey(oldKey());

        AnswerResult.Moved moved = (AnswerResult.Moved) rotated.continueHere(fixture.linkTo(ResetFixture.MAIL));

        assertThat(rotated.complete(moved.handle(), ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    @Tag("R-TOK-10")
    @Tag("V-ORACLE-1")
    void body_withAnyBitFlipped_hasOneOutcome() {
        StoredFlow flow = fixture.stored(handle);
        byte[] body = flow.body().bytes();
        long version = flow.version();
        for (int bit = 0; bit < 8 * body.length; bit++) {
            byte[] flipped = body.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            fixture.flows.replace(with(flow, ++version, flipped));
            assertThat(reset.status(handle)).as("bit %s", bit).isEqualTo(FlowStatus.UNKNOWN);
        }
        for (int length : new int[] {0, 1, 28, 29, body.length - 1, body.length + 1}) {
            fixture.flows.replace(with(flow, ++version, Arrays.copyOf(body, length)));
            assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(Refused.of(Refusal.GONE));
        }
        fixture.flows.endOwner(flow.owner(), new FlowId(new Digest(0, 0)));
        fixture.flows.insert(flow);
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    private static StoredFlow with(StoredFlow flow, long version, byte[] body) {
        return new StoredFlow(
                flow.id(), flow.owner(), flow.purpose(), version, flow.expiresAt(), flow.wakeAt(), SealedBody.of(body));
    }
}
