package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.HoldFixture;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.UndoResult;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The undo links of a mailbox that somebody else reads, in the hold after a reset. */
@Tag("R-HOLD-1")
class HoldUndoTest {
    private static final String NUMBER = "+31612345678";

    private final HoldFixture slow = new HoldFixture(
                    policy -> policy.registration(registration -> registration.quarantine(Duration.ofDays(20))))
            .registered();

    private Secret phoneAdded(int daysAgo) {
        slow.withPhone(slow.opened(MethodKind.APP_CODE), NUMBER);
        Secret undo = slow.stores.undo();
        slow.stores.advance(Duration.ofDays(daysAgo));
        slow.reset();
        return undo;
    }

    private boolean hasPhone() {
        FlowHandle open = slow.opened(MethodKind.APP_CODE);
        return slow.registration.list(open).orElseThrow().methods().stream()
                .anyMatch(one -> one.kind().equals(MethodKind.SMS_CODE));
    }

    @Test
    @DisplayName("R-HOLD-1: an undo of what was added lately takes it away")
    void undo_ofWhatWasAddedLately_isDone() {
        Secret undo = phoneAdded(6);

        assertThat(slow.registration.undo(undo)).isEqualTo(UndoResult.UNDONE);
        assertThat(hasPhone()).isFalse();
    }

    @Test
    @DisplayName("R-HOLD-1: an undo of what was there before freezes, and takes nothing away")
    void undo_ofWhatWasThereBefore_freezes() {
        Secret undo = phoneAdded(8);

        assertThat(slow.registration.undo(undo)).isEqualTo(UndoResult.FROZEN);
        assertThat(hasPhone()).isTrue();
    }
}
