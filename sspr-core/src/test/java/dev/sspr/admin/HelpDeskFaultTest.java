package dev.sspr.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.HelpDeskResult.Done;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.helpdesk.PendingAdminNotice;
import dev.sspr.log.CapturedLog;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Message;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.Race;
import dev.sspr.spi.memory.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every call to the host fails or loses its answer once; 64 at once; and where a pass is found afterwards. */
class HelpDeskFaultTest {
    /** With nothing behind them here, or nothing to do it to. */
    private static final Set<AdminAction> IDLE = Set.of(AdminAction.UNLOCK, AdminAction.REMOVE_METHOD);

    private static List<Faults> roles(HelpDeskFixture host) {
        return List.of(
                host.users.faults(),
                host.authorizer.faults(),
                host.methods.faults(),
                host.flows.faults(),
                host.counters.faults(),
                host.notifier.faults());
    }

    /** The switches of all roles, flipped before the call of this number; says how many calls there were. */
    private static AtomicInteger failing(HelpDeskFixture host, int at, Consumer<Faults> how) {
        AtomicInteger calls = new AtomicInteger();
        for (Faults role : roles(host)) {
            role.beforeEachCall(operation -> {
                if (calls.getAndIncrement() == at) {
                    how.accept(role);
                }
            });
        }
        return calls;
    }

    private static void survives(AdminAction action, int at, Consumer<Faults> how) {
        HelpDeskFixture host = new HelpDeskFixture();
        host.waits();
        failing(host, at, how);
        HelpDeskResult<?> result;
        try {
            result = Operations.run(action, host, HelpDeskFixture.help());
        } catch (UnavailableException e) {
            assertThat(host.events(AuditType.HELP_DESK_REFUSED))
                    .as("%s, call %d", action, at)
                    .hasSize(1);
            assertThat(host.events(AuditType.HELP_DESK_ACTED)).isEmpty();
            roles(host).forEach(Faults::heal);
            result = Operations.run(action, host, HelpDeskFixture.help());
        }
        boolean waits =
                result instanceof HelpDeskResult.Refused<?> refused && refused.reason() == Refusal.TOKEN_WAITING;
        assertThat(result instanceof Done || waits)
                .as("%s, call %d: %s", action, at, result)
                .isTrue();
        roles(host).forEach(Faults::heal);
        host.advance(PendingAdminNotice.DEED.plusSeconds(61));
        host.sspr.sweep();
        assertThat(host.told(action))
                .as("told of %s, call %d", action, at)
                .extracting(Message::to)
                .contains(HelpDeskFixture.MAIL, HelpDeskFixture.PHONE);
    }

    @ParameterizedTest
    @EnumSource(AdminAction.class)
    @Tag("R-ADM-5")
    void fault_atEveryCall_isUnavailableAndDoneByTheNextTry_andNeverUntold(AdminAction action) {
        if (IDLE.contains(action) || action == AdminAction.LOOK) {
            return;
        }
        HelpDeskFixture calm = new HelpDeskFixture();
        calm.waits();
        AtomicInteger calls = failing(calm, -1, role -> {});
        Operations.run(action, calm, HelpDeskFixture.help());
        assertThat(calls.get()).isGreaterThan(5);
        for (int at = 0; at < calls.get(); at++) {
            survives(action, at, role -> role.failNext(1));
            survives(action, at, role -> role.loseNextAnswers(1));
        }
    }

    @Test
    void operations_64AtOnce_areAllDoneAndEachAuditedOnce() {
        HelpDeskFixture host = new HelpDeskFixture();
        List<AdminAction> actions = List.of(
                AdminAction.TURN_OFF, AdminAction.TURN_ON, AdminAction.REQUIRE_REGISTRATION, AdminAction.WITHDRAW_PASS);

        List<HelpDeskResult<?>> results =
                Race.run(thread -> Operations.run(actions.get(thread % 4), host, HelpDeskFixture.help()));

        assertThat(results).allMatch(Done.class::isInstance);
        assertThat(host.events(AuditType.HELP_DESK_ACTED)).hasSize(64);
        assertThat(host.events(AuditType.NOTIFIED)).hasSize(64);
    }

    @Test
    @Tag("TAP-04")
    void passes_issuedAtOnce_leaveOne() {
        HelpDeskFixture host = new HelpDeskFixture();

        List<HelpDeskResult<?>> results =
                Race.run(2, thread -> Operations.run(AdminAction.ISSUE_PASS, host, HelpDeskFixture.help()));

        assertThat(results).allMatch(Done.class::isInstance);
        assertThat(HelpDeskFixture.answer(host.desk.inspect(HelpDeskFixture.help()))
                        .methods())
                .hasSize(1);
    }

    @Test
    @Tag("R-LOG-1")
    @Tag("R-ADM-1")
    @Tag("V-LEAK-3")
    void pass_issued_isNowhereButInTheAnswer() {
        HelpDeskFixture host = new HelpDeskFixture();
        List<HelpDeskResult<Secret>> issued = new ArrayList<>();
        List<CapturedLog.Entry> log = CapturedLog.during(() -> issued.add(
                host.desk.issuePass(HelpDeskFixture.help(), host.now, Duration.ofHours(1), AccessPassUse.ONCE)));
        String pass = HelpDeskFixture.answer(issued.get(0)).exposeTo(String::new);
        String bare = pass.replaceAll("[^A-Z0-9]", "");

        assertThat(bare).hasSize(12);
        assertThat(log + "" + host.audit.events() + host.notifier.messages() + issued
                        + host.desk.inspect(HelpDeskFixture.help()) + host.methods.find(HelpDeskFixture.ANNA))
                .doesNotContain(pass, bare);
        assertThat(host.notifier.messages())
                .allSatisfy(
                        message -> assertThat(message.text().exposePlainText()).doesNotContain(pass, bare));
        assertThat(host.sspr.registration().usePass(HelpDeskFixture.ANNA, Secret.of(bare)))
                .isEqualTo(AccessPassResult.ACCEPTED);
    }
}
