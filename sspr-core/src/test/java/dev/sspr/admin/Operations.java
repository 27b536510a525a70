package dev.sspr.admin;

import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.oath.OathCsv;
import dev.sspr.oath.OathToken;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.AdminAction;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Every operation of the help desk once, so that no test forgets one. */
public final class Operations {
    static final Map<AdminAction, BiFunction<HelpDeskFixture, HelpDeskRequest, HelpDeskResult<?>>> ALL =
            new EnumMap<>(AdminAction.class);

    static {
        ALL.put(AdminAction.LOOK, (host, help) -> host.desk.inspect(help));
        ALL.put(
                AdminAction.ISSUE_PASS,
                (host, help) -> host.desk.issuePass(help, host.now, Duration.ofHours(1), AccessPassUse.ONCE));
        ALL.put(AdminAction.WITHDRAW_PASS, (host, help) -> host.desk.withdrawPass(help));
        ALL.put(AdminAction.START_RESET, (host, help) -> host.desk.startReset(help));
        ALL.put(AdminAction.REQUIRE_REGISTRATION, (host, help) -> host.desk.requireRegistration(help));
        ALL.put(AdminAction.REMOVE_METHOD, (host, help) -> host.desk.removeMethod(help, "no-such-method"));
        ALL.put(AdminAction.GIVE_TOKEN, (host, help) -> host.desk.assignToken(help, token()));
        ALL.put(AdminAction.UNBLOCK, (host, help) -> host.desk.unblock(help));
        ALL.put(AdminAction.UNLOCK, (host, help) -> host.desk.unlock(help));
        ALL.put(AdminAction.CLEAR_LOCKOUT, (host, help) -> host.desk.clearLockout(help));
        ALL.put(AdminAction.TURN_OFF, (host, help) -> host.desk.disableSelfService(help));
        ALL.put(AdminAction.APPROVE_RECOVERY, (host, help) -> host.desk.approveRecovery(help, host.reference));
        ALL.put(AdminAction.TURN_ON, (host, help) -> host.desk.enableSelfService(help));
    }

    private Operations() {}

    public static HelpDeskResult<?> run(AdminAction action, HelpDeskFixture host, HelpDeskRequest help) {
        BiFunction<HelpDeskFixture, HelpDeskRequest, HelpDeskResult<?>> one = ALL.get(action);
        if (one == null) {
            throw new AssertionError("no operation for " + action);
        }
        return one.apply(host, help);
    }

    static OathToken token() {
        String csv = """
                upn,serial number,secret key,time interval,manufacturer,model
                anna@example.org,1,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ,30,Example,One
                """;
        return OathCsv.read(csv).rows().get(0).token();
    }
}
