package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.UnavailableException;
import dev.sspr.flow.UndoResult;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged.Change;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change whose storing goes wrong half way: nothing is lost, nobody is left untold. */
class StoringTest {
    private static final String MAIL = "alice@example.net";

    private final RegistrationFixture registrationFixture = new RegistrationFixture();
    private final FlowHandle handle = registrationFixture.opened();

    private Secret sent() {
        registrationFixture.registration.enrol(handle, MethodKind.EMAIL_CODE, MAIL);
        return registrationFixture.codeTo(MAIL);
    }

    @Test
    @Tag("P12")
    void answer_lostAfterTheChangeWasStored_isMadeUpForByTheSweeper() {
        Secret code = sent();
        registrationFixture.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                registrationFixture.methods.faults().loseNextAnswers(1);
            }
        });
        assertThatThrownBy(() -> registrationFixture.confirm(handle, code)).isInstanceOf(UnavailableException.class);
        registrationFixture.methods.faults().beforeEachCall(call -> {});
        assertThat(registrationFixture.notices()).isEmpty();

        registrationFixture.advance(Duration.ofSeconds(61));
        registrationFixture.sspr.sweep();

        assertThat(registrationFixture.notices()).hasSize(1);
        assertThat(registrationFixture.registration.list(handle).orElseThrow().methods())
                .hasSize(1);
        registrationFixture.sspr.sweep();
        assertThat(registrationFixture.notices()).hasSize(1);
    }

    @Test
    void store_thatFailsBeforeTheChange_leavesTheRegistrationOpen() {
        Secret code = sent();
        registrationFixture.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                registrationFixture.methods.faults().failNext(1);
            }
        });
        assertThatThrownBy(() -> registrationFixture.confirm(handle, code)).isInstanceOf(UnavailableException.class);
        registrationFixture.methods.faults().beforeEachCall(call -> {});

        registrationFixture.advance(Duration.ofSeconds(61));
        registrationFixture.sspr.sweep();

        assertThat(registrationFixture.notices()).isEmpty();
        assertThat(registrationFixture.registration.list(handle).orElseThrow().methods())
                .isEmpty();
        registrationFixture.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
    }

    @Test
    @Tag("R-NOT-7")
    void notice_thatTheCarrierPutsOff_isSentByTheSweeper() {
        Secret code = sent();
        registrationFixture.notifier.answerWith(message -> new Notifier.Delivery.TryLater(Duration.ofMinutes(1)));
        assertThat(registrationFixture.confirm(handle, code)).isInstanceOf(ConfirmResult.Registered.class);
        registrationFixture.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        registrationFixture.notifier.clear();

        registrationFixture.sspr.sweep();
        assertThat(registrationFixture.notices()).isEmpty();
        registrationFixture.advance(Duration.ofSeconds(31));
        registrationFixture.sspr.sweep();
        assertThat(registrationFixture.notices())
                .as("the carrier asked for a minute")
                .isEmpty();
        registrationFixture.advance(Duration.ofSeconds(31));
        registrationFixture.sspr.sweep();

        assertThat(registrationFixture.notices()).hasSize(1);
        registrationFixture.advance(Duration.ofMinutes(10));
        registrationFixture.sspr.sweep();
        assertThat(registrationFixture.notices()).hasSize(1);
    }

    @Test
    @Tag("F2-R2")
    void notice_thatNeverGoesOut_isGivenUpWhenItsWeekIsOver() {
        Secret code = sent();
        registrationFixture.notifier.answerWith(message -> new Notifier.Delivery.TryLater(Duration.ofMinutes(1)));
        registrationFixture.confirm(handle, code);
        int before = hours(6 * 24);
        int last = hours(2 * 24);

        assertThat(before).isBetween(25, 40);
        assertThat(last).isLessThanOrEqualTo(before + 4);
        registrationFixture.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        registrationFixture.notifier.clear();
        assertThat(hours(24)).isEqualTo(last);
        assertThat(registrationFixture.notices()).isEmpty();
    }

    /** That many hours pass; says how many attempts were made in all. */
    private int hours(int hours) {
        for (int i = 0; i < hours; i++) {
            registrationFixture.advance(Duration.ofHours(1));
            registrationFixture.sspr.sweep();
        }
        return (int) registrationFixture.events(AuditType.NOTIFIED);
    }

    @Test
    @Tag("R-NOT-7")
    void undo_afterWhichTheProcessDies_isToldByTheSweeper() {
        registrationFixture.confirm(handle, sent());
        Secret undo = registrationFixture.undo();
        registrationFixture.notifier.clear();
        registrationFixture.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                registrationFixture.methods.faults().loseNextAnswers(1);
            }
        });
        assertThatThrownBy(() -> registrationFixture.registration.undo(undo)).isInstanceOf(UnavailableException.class);
        registrationFixture.methods.faults().beforeEachCall(call -> {});
        assertThat(registrationFixture.notices()).isEmpty();

        registrationFixture.advance(Duration.ofSeconds(61));
        registrationFixture.sspr.sweep();

        assertThat(registrationFixture.notices())
                .extracting(notice -> notice.change())
                .containsExactly(Change.RESTORED);
        assertThat(registrationFixture.registration.undo(undo)).isEqualTo(UndoResult.TOO_LATE);
    }

    @Test
    @Tag("R-NOT-7")
    void undo_thatWasNotStored_isNotTold() {
        registrationFixture.confirm(handle, sent());
        Secret undo = registrationFixture.undo();
        registrationFixture.notifier.clear();
        registrationFixture.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                registrationFixture.methods.faults().failNext(1);
            }
        });
        assertThatThrownBy(() -> registrationFixture.registration.undo(undo)).isInstanceOf(UnavailableException.class);
        registrationFixture.methods.faults().beforeEachCall(call -> {});

        registrationFixture.advance(Duration.ofSeconds(61));
        registrationFixture.sspr.sweep();

        assertThat(registrationFixture.notices()).isEmpty();
        assertThat(registrationFixture.registration.undo(undo)).isEqualTo(UndoResult.UNDONE);
        assertThat(registrationFixture.notices()).hasSize(1);
    }

    @Test
    @Tag("R-TOTP-8")
    void store_seesNoSeedAndNoAddress() {
        registrationFixture.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        String body = new String(
                registrationFixture
                        .methods
                        .find(RegistrationFixture.ALICE)
                        .orElseThrow()
                        .body()
                        .bytes(),
                StandardCharsets.ISO_8859_1);

        assertThat(body).doesNotContain("alice", "example", "email");
    }
}
