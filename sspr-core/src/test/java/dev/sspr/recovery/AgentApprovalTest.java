package dev.sspr.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.StartResult;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The agent who began a recovery for the user never approves it. */
class AgentApprovalTest {
    private static final UserId EVA = new UserId("u-eva");

    private final HelpDeskFixture host = new HelpDeskFixture();

    private String begun(FlowContext context) {
        StartResult start = host.sspr.accountRecovery().start("anna", context);
        return host.sspr
                .accountRecovery()
                .reference(((StartResult.Started) start).handle())
                .orElseThrow();
    }

    private HelpDeskResult<AdminAction> approve(String actor, String reference) {
        return host.desk.approveRecovery(HelpDeskFixture.of(actor, "anna"), reference);
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: the agent who began a recovery never approves it, and another one does")
    void agent_whoBeganIt_doesNotApproveIt() {
        host.add("eva", AccountStatus.ACTIVE, Account.Privilege.PRIVILEGED, HelpDeskFixture.mail("eva"));
        host.authorizer.grant(EVA, AdminAction.values());
        String reference = begun(FlowContext.of(Locale.ENGLISH).by(HelpDeskFixture.DORA));

        assertThat(approve("dora", reference)).isEqualTo(new HelpDeskResult.Refused<>(Refusal.BEGUN_BY_ACTOR));
        host.sspr.sweep();
        host.advance(Duration.ofHours(1));
        assertThat(approve("dora", reference)).isEqualTo(new HelpDeskResult.Refused<>(Refusal.BEGUN_BY_ACTOR));
        assertThat(host.events(AuditType.RECOVERY_APPROVED)).isEmpty();

        assertThat(approve("eva", reference)).isInstanceOf(HelpDeskResult.Done.class);
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: an agent approves what the user began alone")
    void agent_approvesWhatTheUserBegan() {
        String reference = begun(FlowContext.of(Locale.ENGLISH));

        assertThat(approve("dora", reference)).isInstanceOf(HelpDeskResult.Done.class);
    }
}
