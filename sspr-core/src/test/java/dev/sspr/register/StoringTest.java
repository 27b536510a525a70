package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged.Change;
import dev.sspr.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change whose storing goes wrong half way: nothing is lost, nobody is left untold. */
class StoringTest {
    private static final String MAIL = "alice@example.net";

    private final Host host = new Host();
    private final FlowHandle handle = host.opened();

    private Secret sent() {
        host.registration.enrol(handle, MethodKind.EMAIL_CODE, MAIL);
        return host.codeTo(MAIL);
    }

    @Test
    @Tag("P12")
    void answer_lostAfterTheChangeWasStored_isMadeUpForByTheSweeper() {
        Secret code = sent();
        host.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                host.methods.faults().loseNextAnswers(1);
            }
        });
        assertThatThrownBy(() -> host.confirm(handle, code)).isInstanceOf(UnavailableException.class);
        host.methods.faults().beforeEachCall(call -> {});
        assertThat(host.notices()).isEmpty();

        host.advance(Duration.ofSeconds(61));
        host.registration.sweep();

        assertThat(host.notices()).hasSize(1);
        assertThat(host.registration.list(handle).orElseThrow().methods()).hasSize(1);
        host.registration.sweep();
        assertThat(host.notices()).hasSize(1);
    }

    @Test
    void store_thatFailsBeforeTheChange_leavesTheRegistrationOpen() {
        Secret code = sent();
        host.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                host.methods.faults().failNext(1);
            }
        });
        assertThatThrownBy(() -> host.confirm(handle, code)).isInstanceOf(UnavailableException.class);
        host.methods.faults().beforeEachCall(call -> {});

        host.advance(Duration.ofSeconds(61));
        host.registration.sweep();

        assertThat(host.notices()).isEmpty();
        assertThat(host.registration.list(handle).orElseThrow().methods()).isEmpty();
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
    }

    @Test
    @Tag("R-NOT-7")
    void notice_thatTheCarrierPutsOff_isSentByTheSweeper() {
        Secret code = sent();
        host.notifier.answerWith(message -> new Delivery.TryLater(Duration.ofMinutes(1)));
        assertThat(host.confirm(handle, code)).isInstanceOf(ConfirmResult.Registered.class);
        host.notifier.answerWith(message -> new Delivery.Accepted());
        host.notifier.clear();

        host.registration.sweep();
        assertThat(host.notices()).isEmpty();
        host.advance(Duration.ofSeconds(31));
        host.registration.sweep();

        assertThat(host.notices()).hasSize(1);
        host.advance(Duration.ofMinutes(10));
        host.registration.sweep();
        assertThat(host.notices()).hasSize(1);
    }

    @Test
    @Tag("R-NOT-7")
    void notice_thatNeverGoesOut_isGivenUpAfterFourTries() {
        Secret code = sent();
        host.notifier.answerWith(message -> new Delivery.TryLater(Duration.ofMinutes(1)));
        host.confirm(handle, code);
        for (int i = 0; i < 10; i++) {
            host.advance(Duration.ofMinutes(10));
            host.registration.sweep();
        }

        assertThat(host.events(AuditType.NOTIFIED)).isEqualTo(4);
    }

    @Test
    @Tag("R-NOT-7")
    void undo_afterWhichTheProcessDies_isToldByTheSweeper() {
        host.confirm(handle, sent());
        Secret undo = host.undo();
        host.notifier.clear();
        host.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                host.methods.faults().loseNextAnswers(1);
            }
        });
        assertThatThrownBy(() -> host.registration.undo(undo)).isInstanceOf(UnavailableException.class);
        host.methods.faults().beforeEachCall(call -> {});
        assertThat(host.notices()).isEmpty();

        host.advance(Duration.ofSeconds(61));
        host.registration.sweep();

        assertThat(host.notices()).extracting(notice -> notice.change()).containsExactly(Change.RESTORED);
        assertThat(host.registration.undo(undo)).isEqualTo(UndoResult.TOO_LATE);
    }

    @Test
    @Tag("R-NOT-7")
    void undo_thatWasNotStored_isNotTold() {
        host.confirm(handle, sent());
        Secret undo = host.undo();
        host.notifier.clear();
        host.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                host.methods.faults().failNext(1);
            }
        });
        assertThatThrownBy(() -> host.registration.undo(undo)).isInstanceOf(UnavailableException.class);
        host.methods.faults().beforeEachCall(call -> {});

        host.advance(Duration.ofSeconds(61));
        host.registration.sweep();

        assertThat(host.notices()).isEmpty();
        assertThat(host.registration.undo(undo)).isEqualTo(UndoResult.UNDONE);
        assertThat(host.notices()).hasSize(1);
    }

    @Test
    @Tag("R-TOTP-8")
    void store_seesNoSeedAndNoAddress() {
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        String body =
                new String(host.methods.find(Host.ALICE).orElseThrow().body().bytes(), StandardCharsets.ISO_8859_1);

        assertThat(body).doesNotContain("alice", "example", "email");
    }
}
