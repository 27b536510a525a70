package dev.sspr.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.Refusal;
import dev.sspr.spi.AdminAction;
import org.junit.jupiter.api.Test;

/** A help desk whose host has plugged in no unlocker. */
class HelpDeskNotConfiguredTest {
    private final HelpDeskFixture host = new HelpDeskFixture();

    @Test
    void lock_withNothingPluggedIn_staysAsItIs() {
        assertThat(host.desk.unlock(HelpDeskFixture.help()))
                .isEqualTo(new HelpDeskResult.Refused<>(Refusal.NOT_CONFIGURED));
        assertThat(host.told(AdminAction.UNLOCK)).isEmpty();
    }
}
