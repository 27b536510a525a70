package dev.sspr.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryUserStore;
import dev.sspr.writeback.DualWriteUserStore.RepairReport;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A repair takes no other writer's change for the write of its task. */
@Tag("F2-R8")
class ForeignChangeTest {
    private final DualWriteFixture fixture = new DualWriteFixture();

    private void firstWriteIsCut(boolean lands) {
        InMemoryUserStore first = fixture.first;
        first.faults().beforeEachCall(operation -> {
            if (operation.equals("setPassword")) {
                if (lands) {
                    first.faults().loseNextAnswers(1);
                } else {
                    first.faults().failNext(1);
                }
            }
        });
        assertThatThrownBy(() -> fixture.write(fixture.both, fixture.generation()))
                .isInstanceOf(BackendUnavailableException.class);
        first.faults().beforeEachCall(operation -> {});
    }

    private RepairReport repaired() {
        fixture.pass(Repairs.LATE);
        return fixture.both.repair(10);
    }

    @Test
    @DisplayName("F2-R8: a write that never landed costs nobody the password, although an address has changed")
    void write_thatNeverLanded_isNotTakenForWrittenByAnAddress() {
        firstWriteIsCut(false);
        fixture.first.setDestinations(DualWriteFixture.ANNA, List.of());

        assertThat(repaired()).isEqualTo(new RepairReport(0, 1, 0));
        assertThat(DualWriteFixture.password(fixture.first)).isEqualTo("old");
        assertThat(DualWriteFixture.password(fixture.second)).isEqualTo("old");
    }

    @Test
    @DisplayName(
            "F2-R8: a write that never landed leaves the second store alone, although an administrator set a password")
    void write_thatNeverLanded_isNotTakenForWrittenByAnAdministrator() {
        firstWriteIsCut(false);
        fixture.first.changePassword(DualWriteFixture.ANNA, Secret.of(DualWriteFixture.FOREIGN));

        assertThat(repaired()).isEqualTo(new RepairReport(0, 1, 0));
        assertThat(DualWriteFixture.password(fixture.second)).isEqualTo("old");
    }

    @Test
    @DisplayName(
            "F2-R8: a write that reached the first store alone is repaired, although an address has changed in the second")
    void write_thatReachedOneStore_isNotTakenForCompleteByAnAddress() {
        firstWriteIsCut(true);
        fixture.second.setDestinations(DualWriteFixture.ANNA, List.of());

        assertThat(repaired()).isEqualTo(new RepairReport(1, 0, 0));
        assertThat(DualWriteFixture.password(fixture.first)).isEqualTo("new");
        assertThat(DualWriteFixture.password(fixture.second)).isEqualTo("none");
    }

    @Test
    @DisplayName("F2-R8: a write whose second answer was lost is complete, whatever address has changed since")
    void write_thatReachedBothStores_isLeftAlone() {
        StoreFault.LOST.in(fixture.second);
        fixture.write(fixture.both, fixture.generation());
        fixture.second.setDestinations(DualWriteFixture.ANNA, List.of());
        fixture.first.setDestinations(DualWriteFixture.ANNA, List.of());

        assertThat(repaired()).isEqualTo(new RepairReport(0, 1, 0));
        assertThat(DualWriteFixture.password(fixture.second)).isEqualTo("new");
    }
}
