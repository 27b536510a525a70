package dev.sspr.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.fixture.InlineWork;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.RecoveryPolicy;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the help desk ends is ended although it was begun under the key before. */
@Tag("R-CFG-4")
@Tag("R-SESS-4")
class RotatedKeyActionsTest {
    private final HelpDeskFixture host = new HelpDeskFixture();
    private final Sspr rotated = Sspr.builder(
                    host.users,
                    host.notifier,
                    host.sessions,
                    SsprKey.ofHex(2, "09".repeat(31) + "0a").accepting(SsprKey.ofHex(1, "07".repeat(31) + "08")))
            .methodStore(host.methods)
            .flowStore(host.flows)
            .counterStore(host.counters)
            .adminAuthorizer(host.authorizer)
            .recovery(RecoveryPolicy.careful())
            .linkBase(URI.create("https://example.org/account"))
            .clock((InstantSource) () -> host.now)
            .executor(InlineWork.of(host::advance))
            .hostSweeps()
            .build();
    private final FlowHandle recovery =
            ((StartResult.Started) host.sspr.accountRecovery().start("anna", FlowContext.of(Locale.ENGLISH))).handle();

    @Test
    void turnOff_endsARecoveryOfTheKeyBefore_alsoOnceItIsOnAgain() {
        assertThat(rotated.accountRecovery().status(recovery)).isEqualTo(FlowStatus.WAITING_PERIOD);
        rotated.helpDesk().disableSelfService(HelpDeskFixture.help());
        rotated.helpDesk().enableSelfService(HelpDeskFixture.help());

        assertThat(rotated.accountRecovery().status(recovery)).isEqualTo(FlowStatus.UNKNOWN);
    }

    @Test
    void requireRegistration_endsARecoveryOfTheKeyBefore() {
        rotated.helpDesk().requireRegistration(HelpDeskFixture.help());

        assertThat(rotated.accountRecovery().status(recovery)).isEqualTo(FlowStatus.UNKNOWN);
    }
}
